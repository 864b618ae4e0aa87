// Month by month: those who take part, what they would have been without it, and those who are compared. The months that count are shaded.
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { Legend } from "../shared/chart/Legend";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import type { Palette } from "../shell/theme";
import type { Effect, Point } from "./types";
import { useAmounts } from "./words";

const taking = (palette: Palette) => palette.accent;
const without = (palette: Palette) => palette.faint;
const others = (palette: Palette) => palette.series[2] ?? palette.faint;

/** The picture with its table. */
export function Picture({ effect, currency }: { effect: Effect; currency: string | undefined }) {
  const { t } = useTranslation("interventions");
  const { month } = useFormats();
  const { plain } = useAmounts(effect.unit, currency);
  const rows = useMemo(() => effect.picture.filter((point) => known(point.treated) || known(point.compared)), [effect.picture]);
  const hasCompared = rows.some((point) => known(point.compared));
  const hasWithout = rows.some((point) => known(point.without));
  const draw = useCallback(
    (points: readonly Point[], palette: Palette) => {
      const line = (key: "treated" | "without" | "compared", color: string, width: number, dash?: number[]) => ({
        type: "line" as const, name: t(`series.${key}`), data: points.map((point) => point[key] ?? null), showSymbol: false, connectNulls: false,
        lineStyle: { color, width, ...(dash === undefined ? {} : { type: dash }) }, itemStyle: { color },
      });
      const first = points.findIndex((point) => point.counts);
      const area = first < 0 ? {} : {
        markArea: { silent: true, itemStyle: { color: palette.accent, opacity: 0.07 }, data: [[{ xAxis: first }, { xAxis: points.length - 1 }]] },
      };
      return {
        tooltip: { trigger: "axis", valueFormatter: (value: unknown) => (typeof value === "number" ? plain(value) : "–") },
        xAxis: categories(points.map((point) => month(point.month)), palette),
        yAxis: { ...values(palette, (value) => plain(value)), scale: true },
        series: [
          { ...line("treated", taking(palette), 2.5), ...area },
          ...(hasWithout ? [line("without", without(palette), 2, [6, 4])] : []),
          ...(hasCompared ? [line("compared", others(palette), 1.5)] : []),
        ],
      };
    },
    [t, month, plain, hasWithout, hasCompared],
  );
  const cell = (value: number | null | undefined) => <span className="figures">{known(value) ? plain(value) : "–"}</span>;
  const columns: Column<Point>[] = [
    { id: "month", header: t("month"), cell: (row) => month(row.month), sort: (row) => row.month },
    { id: "treated", header: t("series.treated"), align: "end", cell: (row) => cell(row.treated) },
    { id: "without", header: t("series.without"), align: "end", cell: (row) => cell(row.without) },
    { id: "compared", header: t("series.compared"), align: "end", cell: (row) => cell(row.compared) },
    { id: "counts", header: t("counts"), cell: (row) => t(row.counts ? "counts.yes" : "counts.no") },
  ];
  const keys = [
    { name: t("series.treated"), color: taking },
    ...(hasWithout ? [{ name: t("series.without"), color: without }] : []),
    ...(hasCompared ? [{ name: t("series.compared"), color: others }] : []),
  ];
  const outcome = t(`outcome.${effect.outcome}` as "outcome.won");
  return (
    <Chart
      name={t("picture.name", { outcome })} rows={rows} columns={columns} rowKey={(row) => row.month} draw={draw} height={300}
      panel={{ title: t("picture", { outcome }), lead: t(effect.not_yet ? "picture.early" : effect.method === "series" ? "picture.series" : "picture.lead"), above: <Legend keys={keys} /> }}
    />
  );
}

function known(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}
