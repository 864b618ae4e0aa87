// An estimate with its 95 % interval on a line with zero, or the reference, marked: what the interval covers cannot be told apart.
import { useTranslation } from "react-i18next";
import classes from "./diagnoses.module.css";
import type { Finding } from "./types";
import { useBound, useEstimate } from "./words";

const WIDTH = 220;
const HEIGHT = 34;
const EDGE = 10;

/** The picture; without an estimate there is none. */
export function Interval({ finding }: { finding: Finding }) {
  const { t } = useTranslation("diagnoses");
  const write = useEstimate();
  const bound = useBound();
  const { estimate, low, high, measure, because } = finding;
  if (estimate === null || estimate === undefined || low === null || low === undefined || high === null || high === undefined) return null;
  const reference = measure === "hunting_share" ? (because.numbers["reference"] ?? 0.45) : 0;
  const reach = Math.max(Math.abs(low - reference), Math.abs(high - reference), Number.MIN_VALUE) * 1.1;
  const at = (value: number) => WIDTH / 2 + ((value - reference) / reach) * (WIDTH / 2 - EDGE);
  const label = t("interval.name", { estimate: write(measure, estimate), low: bound(measure, low), high: bound(measure, high) });
  return (
    <svg className={classes.interval} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={12} y2={12} className={classes.axis} />
      <line x1={at(reference)} x2={at(reference)} y1={3} y2={21} className={classes.zero} />
      <line x1={at(low)} x2={at(high)} y1={12} y2={12} className={classes.range} />
      <circle cx={at(estimate)} cy={12} r={4.5} className={classes.dot} />
      <text x={at(reference)} y={32} textAnchor="middle" className={classes.tick}>
        {measure === "hunting_share" ? t("interval.reference", { value: write(measure, reference) }) : "0"}
      </text>
    </svg>
  );
}
