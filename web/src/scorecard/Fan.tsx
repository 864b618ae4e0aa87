// A line since the split: the band of the plan's lives faint, its middle dashed, what came strong.
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./scorecard.module.css";
import type { Line } from "./types";
import { useMeasures } from "./words";

const WIDTH = 320;
const HEIGHT = 120;
const EDGE = { left: 6, right: 6, top: 8, bottom: 18 };

/** The picture. */
export function Fan({ line, currency }: { line: Line; currency: string }) {
  const { t } = useTranslation("scorecard");
  const { month } = useFormats();
  const write = useMeasures(currency);
  const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;
  const all = line.months.flatMap(({ actual, low, high }) => [actual, low, high].filter(known));
  if (line.months.length < 2 || all.length === 0) return null;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const reach = most - least || 1;
  const x = (at: number) => EDGE.left + (at / (line.months.length - 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - ((value - least) / reach) * (HEIGHT - EDGE.top - EDGE.bottom);
  const points = (of: "actual" | "low" | "middle" | "high") => line.months.flatMap((each, at) => (known(each[of]) ? [`${x(at).toFixed(1)},${y(each[of]).toFixed(1)}`] : []));
  const name = t("fan", { measure: t(`measure.${line.measure}` as "measure.cost"), actual: write(line.measure, line.actual), low: write(line.measure, line.low), high: write(line.measure, line.high) });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.fan} role="img" aria-label={name}>
      <polygon points={[...points("high"), ...points("low").reverse()].join(" ")} className={classes.band} />
      <polyline points={points("middle").join(" ")} className={classes.middle} />
      <polyline points={points("actual").join(" ")} className={classes.actual} />
      <text x={EDGE.left} y={HEIGHT - 4} className={classes.tick}>{month(line.months[0]?.month ?? "")}</text>
      <text x={WIDTH - EDGE.right} y={HEIGHT - 4} textAnchor="end" className={classes.tick}>{month(line.months.at(-1)?.month ?? "")}</text>
    </svg>
  );
}
