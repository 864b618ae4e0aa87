// How many customers each seller whose book changes has before and after.
import { Text } from "@mantine/core";
import type { EChartsCoreOption } from "echarts/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { type Key, Legend } from "../shared/chart/Legend";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import type { Palette } from "../shell/theme";
import type { TryOut } from "./types";

type Load = TryOut["loads"][number];

const ROW_PX = 30;
const AXIS_PX = 50;

const BEFORE: Key["color"] = (palette) => palette.neutral;
const AFTER: Key["color"] = (palette) => palette.accent;

/** The picture. */
export function Loads({ tried }: { tried: TryOut }) {
  const { t, i18n } = useTranslation("rules");
  const { number, amount } = useFormats();
  const money = (value: number) => amount({ amount: String(value), currency: tried.currency }, "short");
  const columns: Column<Load>[] = [
    { id: "seller", header: t("seller"), cell: (load) => load.seller.name, sort: (load) => load.seller.name },
    { id: "before", header: t("load.before"), align: "end", cell: (load) => number(load.customers_before), sort: (load) => load.customers_before },
    { id: "after", header: t("load.after"), align: "end", cell: (load) => number(load.customers_after), sort: (load) => load.customers_after },
    { id: "arr_before", header: t("load.arr_before"), align: "end", cell: (load) => money(load.arr_before), sort: (load) => load.arr_before },
    { id: "arr_after", header: t("load.arr_after"), align: "end", cell: (load) => money(load.arr_after), sort: (load) => load.arr_after },
  ];
  const draw = useCallback(
    (rows: readonly Load[], palette: Palette): EChartsCoreOption => {
      const write = (value: number) => formats(i18n.language).number(value);
      const bars = (name: string, color: string, of: "customers_before" | "customers_after") => ({
        name, type: "bar", barMaxWidth: 9, barGap: "20%", itemStyle: { color, borderRadius: 2 }, data: rows.map((load) => load[of]),
        label: { show: true, position: "right", color: palette.faint, fontSize: 11, formatter: ({ value }: { value: number }) => write(value) },
      });
      return {
        grid: { left: 8, right: 40, top: 4, bottom: 26, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        tooltip: { show: false },
        xAxis: { ...values(palette, write), name: i18n.t("rules:load.axis"), nameLocation: "middle", nameGap: 26, nameTextStyle: { color: palette.faint, fontSize: 11 } },
        yAxis: { ...categories(rows.map((load) => load.seller.name), palette), inverse: true, axisLabel: { color: palette.text, fontSize: 12, hideOverlap: false } },
        series: [bars(i18n.t("rules:load.before"), BEFORE(palette), "customers_before"), bars(i18n.t("rules:load.after"), AFTER(palette), "customers_after")],
      };
    },
    [i18n],
  );
  if (tried.loads.length === 0) {
    return (
      <Panel title={t("loads")}>
        <Text size="sm">{t("loads.none")}</Text>
      </Panel>
    );
  }
  const keys: Key[] = [{ name: t("load.before"), color: BEFORE }, { name: t("load.after"), color: AFTER }];
  return (
    <Chart
      name={t("loads")} rows={tried.loads} columns={columns} rowKey={(load) => load.seller.id} draw={draw} height={AXIS_PX + tried.loads.length * ROW_PX}
      panel={{ title: t("loads"), lead: t("loads.lead"), above: <Legend keys={keys} /> }}
    />
  );
}
