// A small picture of one seller: customers held as a line, customers won as bars from below.
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./diagnoses.module.css";
import type { Seller } from "./types";

const WIDTH = 260;
const HEIGHT = 66;
const BARS = 22;

/** The picture; its label says where it begins and ends. */
export function Small({ months, name }: { months: Seller["months"]; name: string }) {
  const { t } = useTranslation("diagnoses");
  const { month, number } = useFormats();
  const held = months.flatMap((point, index) => (typeof point.held === "number" ? [{ index, value: point.held }] : []));
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined || held.length === 0) return null;
  const step = WIDTH / Math.max(months.length, 2);
  const most = Math.max(1, ...held.map((point) => point.value));
  const mostWon = Math.max(2, ...months.map((point) => point.won ?? 0));
  const place = ({ index, value }: { index: number; value: number }) => `${((index + 0.5) * step).toFixed(1)},${(HEIGHT - BARS - 6 - (value / most) * (HEIGHT - BARS - 12)).toFixed(1)}`;
  const won = months.reduce((sum, point) => sum + (point.won ?? 0), 0);
  const label = t("small", {
    name, from: month(first.month), to: month(last.month), first: number(held[0]?.value ?? 0), last: number(held.at(-1)?.value ?? 0), won: number(won),
  });
  return (
    <div>
      <svg className={classes.small} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={classes.axis} />
        {months.map((point, index) => {
          const height = ((point.won ?? 0) / mostWon) * BARS;
          return height === 0 ? null : <rect key={point.month} x={index * step + step * 0.15} y={HEIGHT - 1 - height} width={step * 0.7} height={height} className={classes.won} />;
        })}
        <polyline points={held.map(place).join(" ")} className={classes.held} />
      </svg>
      <div className={classes.smallWords} aria-hidden>
        <span className={classes.heldWord}>{t("small.held", { first: number(held[0]?.value ?? 0), last: number(held.at(-1)?.value ?? 0) })}</span>
        <span className={classes.wonWord}>{t("small.won", { won: number(won) })}</span>
      </div>
    </div>
  );
}
