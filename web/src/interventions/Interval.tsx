// An effect as a bar with its uncertainty, zero, and what was hoped for: what counts is what the bar covers.
import { useTranslation } from "react-i18next";
import classes from "./interventions.module.css";
import { useAmounts } from "./words";

const WIDTH = 260;
const HEIGHT = 34;
const EDGE = 10;
const MIDDLE = 15;

interface Props {
  unit: string;
  currency?: string | undefined;
  /** Absent: nothing was hoped for. */
  expected?: number | undefined;
  estimate?: number | null | undefined;
  low?: number | null | undefined;
  high?: number | null | undefined;
}

/** The bar; before there is an estimate only zero and the hope stand in it. */
export function Interval({ unit, currency, expected, estimate, low, high }: Props) {
  const { t } = useTranslation("interventions");
  const { signed } = useAmounts(unit, currency);
  const known = estimate !== null && estimate !== undefined;
  const reach = Math.max(Math.abs(expected ?? 0), Math.abs(estimate ?? 0), Math.abs(low ?? 0), Math.abs(high ?? 0)) * 1.12 || 1;
  const x = (value: number) => EDGE + ((Math.min(Math.max(value, -reach), reach) + reach) / (2 * reach)) * (WIDTH - 2 * EDGE);
  const bound = (value: number | null | undefined) => (value === null || value === undefined ? t("interval.open") : signed(value));
  const hope = expected === undefined ? "" : t("effect.hoped", { expected: signed(expected) });
  const name = known
    ? `${t("interval.name", { estimate: signed(estimate), low: bound(low), high: bound(high) })} ${hope}`
    : `${t("interval.none")} ${hope}`;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.interval} role="img" aria-label={name}>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={MIDDLE} y2={MIDDLE} className={classes.axis} />
      <line x1={x(0)} x2={x(0)} y1={3} y2={27} className={classes.zero} />
      {known ? (
        <>
          <rect x={x(low ?? -reach)} width={Math.max(2, x(high ?? reach) - x(low ?? -reach))} y={MIDDLE - 4} height={8} rx={4} className={classes.range} />
          <circle cx={x(estimate)} cy={MIDDLE} r={5} className={classes.dot} />
        </>
      ) : null}
      {expected === undefined ? null : <path d={`M ${x(expected)} ${MIDDLE} l 5 -11 l -10 0 z`} className={classes.hope} />}
    </svg>
  );
}
