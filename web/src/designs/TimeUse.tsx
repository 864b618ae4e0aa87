// Where the hours go, year by year: effort before outcome. Bars with their numbers beside them, so that no colour has to be told apart.
import { useTranslation } from "react-i18next";
import { Legend, usePalette } from "../shared/chart/Legend";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import type { Palette } from "../shell/theme";
import classes from "./designs.module.css";
import type { Plan } from "./types";

const KINDS = ["hunting", "expansion", "routine", "urgent", "easy"] as const;
const COLOR = (at: number) => (palette: Palette) => palette.series[[0, 2, 6, 4, 1][at] ?? 0] ?? palette.accent;

/** The picture. */
export function TimeUse({ plans }: { plans: readonly Plan[] }) {
  const { t } = useTranslation("designs");
  const { share } = useFormats();
  const palette = usePalette();
  return (
    <Panel title={t("time")} lead={t("time.lead")}>
      <Legend keys={KINDS.map((kind, at) => ({ name: t(`time.${kind}`), color: COLOR(at) }))} />
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t("time")}>
        <table className={classes.hours}>
          <thead>
            <tr>
              <th scope="col">{t("scenario")}</th>
              <th scope="col">{t("time.year")}</th>
              <th scope="col">{t("time.split")}</th>
              {KINDS.map((kind) => <th key={kind} scope="col">{t(`time.${kind}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {plans.flatMap((plan) =>
              plan.time.map((year) => (
                <tr key={`${plan.name} ${year.year}`}>
                  <th scope="row">{plan.name}</th>
                  <td>{t("fan.year", { year: year.year })}</td>
                  <td>
                    <svg viewBox="0 0 200 12" preserveAspectRatio="none" className={classes.split} aria-hidden>
                      {year.shares.map((part, at) => (
                        <rect key={KINDS[at]} x={200 * year.shares.slice(0, at).reduce((sum, each) => sum + each, 0)} width={200 * part} height={12} fill={COLOR(at)(palette)} />
                      ))}
                    </svg>
                  </td>
                  {year.shares.map((part, at) => <td key={KINDS[at]} className="figures">{share(part)}</td>)}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
