// Lives of a company as fans: the middle nine tenths of the seeds faint, the middle half darker, the median as a line. Never one life as one line.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice, type View } from "../shared/chart/Chart";
import { Legend, usePalette } from "../shared/chart/Legend";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./designs.module.css";
import type { Plan } from "./types";

const WIDTH = 560;
const HEIGHT = 230;
const EDGE = { left: 74, right: 12, top: 10, bottom: 26 };
const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 4", "1 2"];

interface Props {
  /** Which fan of the plans. */
  measure: string;
  title: string;
  lead?: string;
  weeks: readonly number[];
  plans: readonly Plan[];
  write: (value: number) => string;
  /** The axis begins at the lowest value and not at zero. */
  isZoomed?: boolean;
}

function bandsOf(plan: Plan | undefined, measure: string): number[][] {
  return plan?.fans.find((fan) => fan.measure === measure)?.bands ?? [];
}

/** The last so many: a fan that begins later than the others ends with them. */
function lastOf(weeks: readonly number[], count: number): readonly number[] {
  return weeks.slice(Math.max(0, weeks.length - count));
}

/** The picture, with a table of its year ends. */
export function Fans(props: Props) {
  const { t } = useTranslation("designs");
  const [view, setView] = useState<View>("picture");
  const keys = props.plans.map((plan, index) => ({ name: plan.name, color: (palette: { series: string[]; accent: string }) => palette.series[index] ?? palette.accent }));
  return (
    <Panel title={props.title} {...(props.lead === undefined ? {} : { lead: props.lead })} act={<Choice name={props.title} view={view} onChange={setView} />}>
      {view === "picture" ? (
        <>
          <Legend keys={keys} />
          <FanPicture {...props} />
          <p className={classes.note}>{t("fan.how")}</p>
        </>
      ) : (
        <FanTable {...props} />
      )}
    </Panel>
  );
}

/** Only the picture: paper has it too. */
export function FanPicture({ measure, title, weeks: all, plans, write, isZoomed }: Props) {
  const { t } = useTranslation("designs");
  const palette = usePalette();
  const weeks = lastOf(all, bandsOf(plans[0], measure).length);
  const values = plans.flatMap((plan) => bandsOf(plan, measure).flat());
  const low = isZoomed === true ? Math.min(...values) : Math.min(0, ...values);
  const high = Math.max(...values, low + 1e-9);
  const first = isZoomed === true ? (weeks[0] ?? 0) : 0;
  const last = weeks.at(-1) ?? 1;
  const x = (week: number) => EDGE.left + ((week - first) / Math.max(last - first, 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - ((value - low) / (high - low)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const ticks = [0, 1, 2, 3].map((step) => low + ((high - low) * step) / 3);
  const years = weeks.filter((week) => week % 52 === 0);
  return (
    <svg className={classes.fan} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("fan.name", { title, plans: plans.map(({ name }) => name).join(", ") })}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} className={classes.rule} />
          <text x={EDGE.left - 6} y={y(tick) + 3.5} textAnchor="end" className={classes.tick}>{write(tick)}</text>
        </g>
      ))}
      {years.map((week) => (
        <text key={week} x={x(week)} y={HEIGHT - 8} textAnchor={week === last ? "end" : week === first ? "start" : "middle"} className={classes.tick}>{t("fan.year", { year: week / 52 })}</text>
      ))}
      {plans.map((plan, index) => {
        const bands = bandsOf(plan, measure);
        const color = palette.series[index] ?? palette.accent;
        const points = (of: number) => bands.map((band, at) => `${x(weeks[at] ?? 0).toFixed(1)},${y(band[of] ?? 0).toFixed(1)}`);
        const area = (from: number, to: number) => [...points(to), ...points(from).reverse()].join(" ");
        return (
          <g key={plan.name}>
            <polygon points={area(0, 4)} fill={color} opacity={0.1} />
            <polygon points={area(1, 3)} fill={color} opacity={0.2} />
            <polyline points={points(2).join(" ")} fill="none" stroke={color} strokeWidth={2} strokeDasharray={DASHES[index] ?? ""} />
          </g>
        );
      })}
    </svg>
  );
}

interface Row {
  key: string;
  name: string;
  year: number;
  band: number[];
}

function FanTable({ measure, title, weeks: all, plans, write }: Props) {
  const { t } = useTranslation("designs");
  const { number } = useFormats();
  const weeks = lastOf(all, bandsOf(plans[0], measure).length);
  const rows: Row[] = plans.flatMap((plan) =>
    weeks.flatMap((week, at) => (week % 52 === 0 || at === weeks.length - 1 ? [{ key: `${plan.name} ${week}`, name: plan.name, year: week / 52, band: bandsOf(plan, measure)[at] ?? [] }] : [])),
  );
  const share = (at: number, header: string): Column<Row> => ({ id: `q${at}`, header, align: "end", cell: (row) => <span className="figures">{write(row.band[at] ?? 0)}</span>, sort: (row) => row.band[at] });
  const columns: Column<Row>[] = [
    { id: "name", header: t("scenario"), cell: (row) => row.name, sort: (row) => row.name },
    { id: "year", header: t("fan.after"), align: "end", cell: (row) => t("fan.year", { year: number(row.year, 1) }), sort: (row) => row.year },
    share(0, "5 %"), share(1, "25 %"), share(2, "50 %"), share(3, "75 %"), share(4, "95 %"),
  ];
  return <DataTable label={title} rows={rows} columns={columns} rowKey={(row) => row.key} phone="scroll" />;
}
