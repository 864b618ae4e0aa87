// Hours against customers held: each point is one seller in one month.
import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { type Key, Legend } from "../shared/chart/Legend";
import { values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats } from "../shared/format";
import { Hours, Month } from "../shared/values";
import type { Palette } from "../shell/theme";
import { quiet } from "./NewCustomers";
import type { Seller } from "./types";

interface Spot {
  key: string;
  name: string;
  month: string;
  held: number;
  customer: number;
  hunting: number;
}

const CUSTOMER: Key["color"] = (palette) => palette.series[1] ?? palette.neutral;
const HUNTING: Key["color"] = (palette) => palette.series[0] ?? palette.accent;

/** The picture. */
export function Load({ sellers }: { sellers: Seller[] }) {
  const { t, i18n } = useTranslation("diagnoses");
  const spots = useMemo(() => spotsOf(sellers), [sellers]);
  const keys: Key[] = [
    { name: t("load.customer"), color: CUSTOMER },
    { name: t("load.hunting"), color: HUNTING },
  ];
  const columns: Column<Spot>[] = [
    { id: "seller", header: t("seller"), cell: (row) => row.name, sort: (row) => row.name },
    { id: "month", header: t("month"), cell: (row) => <Month value={row.month} />, sort: (row) => row.month },
    { id: "held", header: t("load.held"), align: "end", cell: (row) => row.held, sort: (row) => row.held },
    { id: "customer", header: t("load.customer"), align: "end", cell: (row) => <Hours value={row.customer} />, sort: (row) => row.customer },
    { id: "hunting", header: t("load.hunting"), align: "end", cell: (row) => <Hours value={row.hunting} />, sort: (row) => row.hunting },
  ];
  const draw = useCallback(
    (rows: readonly Spot[], palette: Palette): EChartsCoreOption => {
      const { number, hours, month } = formats(i18n.language);
      const cloud = (name: string, of: "customer" | "hunting", color: string, symbol: string) => ({
        name, type: "scatter", symbol, symbolSize: 6, itemStyle: { color, opacity: 0.55 }, data: rows.map((row) => [row.held, row[of]]),
      });
      const axis = (name: string) => ({ name, nameTextStyle: { color: palette.faint, fontSize: 11 } });
      return {
        grid: { left: 8, right: 16, top: 30, bottom: 26, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        tooltip: {
          ...quiet(palette),
          trigger: "item",
          formatter: ({ dataIndex, value, seriesName }: { dataIndex: number; value: [number, number]; seriesName: string }) => {
            const row = rows[dataIndex];
            return row === undefined ? "" : `${escaped(row.name)}, ${month(row.month)}<br>${i18n.t("diagnoses:load.held")}: ${number(value[0])}<br>${seriesName}: ${hours(value[1])}`;
          },
        },
        xAxis: { ...values(palette, (value) => number(value)), ...axis(i18n.t("diagnoses:load.held.axis")), nameLocation: "middle", nameGap: 26, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: palette.line } } },
        yAxis: { ...values(palette, (value) => number(value)), ...axis(i18n.t("diagnoses:load.axis")), nameGap: 10, nameTextStyle: { color: palette.faint, fontSize: 11, align: "left", padding: [0, 0, 0, -20] } },
        series: [
          cloud(i18n.t("diagnoses:load.customer"), "customer", CUSTOMER(palette), "circle"),
          cloud(i18n.t("diagnoses:load.hunting"), "hunting", HUNTING(palette), "diamond"),
        ],
      };
    },
    [i18n],
  );
  return (
    <Chart
      name={t("load")} rows={spots} columns={columns} rowKey={(row) => row.key} draw={draw} height={320}
      panel={{ title: t("load"), lead: spots.length === 0 ? t("load.none") : t("load.lead"), above: <Legend keys={keys} /> }}
    />
  );
}

function spotsOf(sellers: Seller[]): Spot[] {
  return sellers.flatMap(({ seller, months }) =>
    months.flatMap(({ month, held, customer_hours: customer, hunting_hours: hunting }) =>
      held === null || held === undefined || customer === null || customer === undefined || hunting === null || hunting === undefined
        ? []
        : [{ key: `${seller.id} ${month}`, name: seller.name, month, held, customer, hunting }],
    ),
  );
}

/** Names come from files; the tooltip's text is read as HTML. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
