// How recurring revenue moved, month by month: what came above the line, what went below it.
import type { EChartsCoreOption } from "echarts/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Chart } from "../shared/chart/Chart";
import { categories, legend, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, toPixels } from "../shared/format";
import { Amount, Month } from "../shared/values";
import type { Palette } from "../shell/theme";

type Row = Wire["ArrMonth"];

const GAINS = ["new", "reactivation", "expansion"] as const;
const LOSSES = ["contraction", "churn"] as const;

/** The movements of the last twelve months. */
export function Movements({ months }: { months: Row[] }) {
  const { t } = useTranslation("overview");
  const shared = useTranslation().t;
  const draw = useDraw(months[0]?.end.currency ?? "USD");
  const columns: Column<Row>[] = [
    { id: "month", header: shared("month"), cell: (row) => <Month value={row.month} />, sort: (row) => row.month },
    { id: "start", header: t("movements.start"), align: "end", cell: (row) => <Amount value={row.start} />, sort: (row) => ({ decimal: row.start.amount }) },
    ...[...GAINS, ...LOSSES].map(
      (kind): Column<Row> => ({
        id: kind,
        header: shared(`movement.${kind}`),
        align: "end",
        cell: (row) => <Amount value={row[kind]} />,
        sort: (row) => ({ decimal: row[kind].amount }),
      }),
    ),
    { id: "end", header: t("movements.end"), align: "end", cell: (row) => <Amount value={row.end} />, sort: (row) => ({ decimal: row.end.amount }) },
  ];
  return (
    <Chart
      panel={{ title: t("movements.title"), lead: t("movements.lead") }}
      name={t("movements.title")} rows={months} columns={columns} rowKey={(row) => row.month} draw={draw}
    />
  );
}

function useDraw(currency: string) {
  const { i18n } = useTranslation();
  const shared = useTranslation().t;
  return useMemo(() => {
    const { amount, month } = formats(i18n.language);
    const money = (value: number) => amount({ amount: String(value), currency }, "short");
    return (rows: readonly Row[], palette: Palette): EChartsCoreOption => {
      const colors = { new: palette.accent, reactivation: palette.series[5], expansion: palette.gain, contraction: palette.series[1], churn: palette.loss };
      const bars = (kind: keyof typeof colors, sign: 1 | -1) => ({
        name: shared(`movement.${kind}`),
        type: "bar",
        stack: "movements",
        barMaxWidth: 26,
        itemStyle: { color: colors[kind] },
        data: rows.map((row) => sign * toPixels(row[kind])),
        tooltip: { valueFormatter: (value: number) => money(value) },
      });
      return {
        grid: { left: 8, right: 12, top: 16, bottom: 34, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        legend: legend(palette),
        xAxis: categories(rows.map((row) => month(row.month)), palette),
        yAxis: values(palette, money),
        series: [...GAINS.map((kind) => bars(kind, 1)), ...LOSSES.map((kind) => bars(kind, -1))],
      };
    };
  }, [currency, i18n.language, shared]);
}
