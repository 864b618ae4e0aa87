// Recurring revenue at each month's end.
import type { EChartsCoreOption } from "echarts/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Chart } from "../shared/chart/Chart";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, toPixels } from "../shared/format";
import { Amount, Month } from "../shared/values";
import type { Palette } from "../shell/theme";

type Row = Wire["MonthArr"];

/** The curve. */
export function ArrCurve({ months }: { months: Row[] }) {
  const { t } = useTranslation("overview");
  const shared = useTranslation().t;
  const draw = useDraw(months[0]?.arr.currency ?? "USD");
  const columns: Column<Row>[] = [
    { id: "month", header: shared("month"), cell: (row) => <Month value={row.month} />, sort: (row) => row.month },
    { id: "arr", header: t("figure.arr"), align: "end", cell: (row) => <Amount value={row.arr} />, sort: (row) => ({ decimal: row.arr.amount }) },
  ];
  return (
    <Chart
      panel={{ title: t("curve.title"), lead: t("curve.lead") }}
      name={t("curve.title")} rows={months} columns={columns} rowKey={(row) => row.month} draw={draw}
    />
  );
}

function useDraw(currency: string) {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const { amount, month } = formats(i18n.language);
    const money = (value: number) => amount({ amount: String(value), currency }, "short");
    return (rows: readonly Row[], palette: Palette): EChartsCoreOption => ({
      xAxis: { ...categories(rows.map((row) => month(row.month)), palette), boundaryGap: false },
      yAxis: values(palette, money),
      series: [
        {
          type: "line",
          data: rows.map((row) => toPixels(row.arr)),
          showSymbol: false,
          lineStyle: { width: 2.5, color: palette.accent },
          itemStyle: { color: palette.accent },
          areaStyle: { color: palette.accentFaint, opacity: 0.55 },
          tooltip: { valueFormatter: (value: number) => money(value) },
        },
      ],
    });
  }, [currency, i18n.language]);
}
