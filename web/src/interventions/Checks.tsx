// Why this answer: what it stands on, each reading, and the checks that must find nothing.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Interval } from "./Interval";
import classes from "./interventions.module.css";
import type { Effect } from "./types";
import { useAmounts, useSay } from "./words";

const P_PLACES = 3;

/** Readings as bars, placebos as bars that should cover zero, then all reasons in words. */
export function Checks({ effect, currency }: { effect: Effect; currency: string | undefined }) {
  const { t } = useTranslation("interventions");
  const { number } = useFormats();
  const { signed } = useAmounts(effect.unit, currency);
  const say = useSay();
  const rest = effect.because.slice(1);
  return (
    <Panel title={t("why")} lead={t(`method.${effect.method}` as "method.compared")}>
      {effect.readings.length + effect.placebos.length === 0 ? null : (
        <dl className={classes.readings}>
          {effect.readings.map((one) => (
            <div key={one.reading} className={classes.reading}>
              <dt>{t(`reading.${one.reading}` as "reading.drawn")}</dt>
              <dd>
                <Interval unit={effect.unit} currency={currency} expected={effect.expected} estimate={one.estimate} low={one.low} high={one.high} />
                <span className="figures">{signed(one.estimate)}</span>
                <Text span size="xs" c="dimmed">p = {number(one.p_value, P_PLACES)}</Text>
              </dd>
            </div>
          ))}
          {effect.placebos.map((one) => (
            <div key={one.months_earlier} className={classes.reading} data-quiet>
              <dt>{t("placebo", { count: one.months_earlier, number: number(one.months_earlier) })}</dt>
              <dd>
                <span className="figures">{signed(one.estimate)}</span>
                <Text span size="xs" c="dimmed">p = {number(one.p_value, P_PLACES)}</Text>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul className={classes.reasons}>
        {rest.map((each, at) => <li key={`${each.code} ${at}`}>{say(each)}</li>)}
      </ul>
    </Panel>
  );
}
