// Values of whole lives as bands: half of all lives in the darker band, nine of ten in the fainter one, the middle life as a mark.
import { useTranslation } from "react-i18next";
import { usePalette } from "../shared/chart/Legend";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./designs.module.css";
import type { Plan } from "./types";
import { useDesignWords } from "./words";

const MEASURES = ["npv", "npv_operating", "contribution", "grr", "nrr"] as const;
const WIDTH = 400;

/** The picture; every row is read aloud as text. */
export function Spreads({ plans, currency }: { plans: readonly Plan[]; currency: string }) {
  const { t } = useTranslation("designs");
  const { money } = useDesignWords(currency);
  const { share } = useFormats();
  return (
    <Panel title={t("spreads")} lead={t("spreads.lead")}>
      <div className={classes.pair}>
        {MEASURES.map((measure) => {
          const rate = measure === "grr" || measure === "nrr";
          return <Measure key={measure} title={t(`spreads.${measure}`)} measure={measure} plans={plans} write={(value) => (rate ? share(value, 1) : money(value, "short"))} />;
        })}
      </div>
    </Panel>
  );
}

function Measure({ title, measure, plans, write }: { title: string; measure: string; plans: readonly Plan[]; write: (value: number) => string }) {
  const { t } = useTranslation("designs");
  const palette = usePalette();
  const bands = plans.map((plan) => plan.spreads.find((spread) => spread.measure === measure)?.band);
  const all = bands.flatMap((band) => band ?? []);
  if (all.length === 0) return null;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const x = (value: number) => 4 + ((value - least) / Math.max(most - least, 1e-9)) * (WIDTH - 8);
  return (
    <div>
      <h3 className={classes.measure}>{title}</h3>
      <ul className={classes.spreads}>
        {plans.map((plan, at) => {
          const [low = 0, quarter = 0, middle = 0, upper = 0, high = 0] = bands[at] ?? [];
          const color = palette.series[at] ?? palette.accent;
          return (
            <li key={plan.name}>
              <span className={classes.spreadName}>{plan.name}</span>
              <span className={`${classes.spreadSaid} figures`}>{t("spreads.said", { middle: write(middle), low: write(low), high: write(high) })}</span>
              <svg viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" className={classes.spread} aria-hidden>
                <rect x={x(low)} width={Math.max(x(high) - x(low), 1)} y={4} height={6} fill={color} opacity={0.2} />
                <rect x={x(quarter)} width={Math.max(x(upper) - x(quarter), 1)} y={2} height={10} fill={color} opacity={0.35} />
                <rect x={x(middle) - 1.5} width={3} y={0} height={14} fill={color} />
              </svg>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
