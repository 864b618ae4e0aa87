// ARR at month ends.
import type { EChartsCoreOption } from "echarts/core";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Chart } from "../shared/chart/Chart";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { currentFormats, toPixels } from "../shared/format";
import { Amount, Month } from "../shared/values";
import type { Palette } from "../shell/theme";

type Point = Wire["ArrPoint"];

const MONTHS_MIN = 2;

/** ARR month by month; one month alone is no picture. */
export function ArrHistory({ customer }: { customer: Wire["CustomerView"] }) {
  const { t } = useTranslation("customers");
  const columns: Column<Point>[] = [
    { id: "month", header: t("month"), cell: (point) => <Month value={point.month} />, sort: (point) => point.month },
    { id: "arr", header: t("arr"), cell: (point) => <Amount value={point.arr} />, sort: (point) => ({ decimal: point.arr.amount }), align: "end" },
  ];
  if (customer.arr_history.length < MONTHS_MIN) return null;
  return (
    <Chart
      panel={{ title: t("history"), lead: t("history.lead") }}
      name={t("history.name", { name: customer.name })}
      rows={customer.arr_history}
      columns={columns}
      rowKey={(point) => point.month}
      draw={draw}
      height={200}
    />
  );
}

function draw(points: readonly Point[], palette: Palette): EChartsCoreOption {
  const { amount, month } = currentFormats();
  const currency = points[0]?.arr.currency ?? "USD";
  return {
    xAxis: categories(points.map((point) => month(point.month)), palette),
    yAxis: values(palette, (value) => amount({ amount: String(value), currency }, "short")),
    tooltip: { valueFormatter: (value: number) => amount({ amount: String(value), currency }) },
    series: [
      {
        type: "line",
        step: "end",
        symbol: "none",
        data: points.map((point) => toPixels(point.arr)),
        lineStyle: { color: palette.accent, width: 2 },
        itemStyle: { color: palette.accent },
        areaStyle: { color: palette.accentFaint, opacity: 0.6 },
      },
    ],
  };
}
