// Shares of the hours with customers by class, month by month: what drifts.
import type { EChartsCoreOption } from "echarts/core";
import { Text } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { type Key, Legend } from "../shared/chart/Legend";
import { categories } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Month } from "../shared/values";
import type { Palette } from "../shell/theme";
import { named, quiet } from "./NewCustomers";
import type { DriftPoint as Point } from "./types";

const CLASSES = ["hard", "easy", "urgent"] as const;
const COLOR: Record<(typeof CLASSES)[number], Key["color"]> = {
  hard: (palette) => palette.series[0] ?? palette.accent,
  easy: (palette) => palette.series[2] ?? palette.gain,
  urgent: (palette) => palette.series[1] ?? palette.loss,
};
const SYMBOL = { hard: "circle", easy: "rect", urgent: "triangle" };

/** The picture. */
export function Drift({ drift }: { drift: Point[] }) {
  const { t, i18n } = useTranslation("diagnoses");
  const shared = useTranslation().t;
  const { share } = useFormats();
  const draw = useCallback(
    (rows: readonly Point[], palette: Palette): EChartsCoreOption => {
      const write = formats(i18n.language);
      return {
        grid: { left: 8, right: 16, top: 28, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        tooltip: { ...quiet(palette), valueFormatter: (value: number | undefined) => (value === undefined || value === null ? "–" : write.share(value)) },
        xAxis: { ...categories(rows.map((row) => write.month(row.month)), palette), boundaryGap: false },
        yAxis: { ...named(palette, i18n.t("diagnoses:drift.axis"), (value) => write.share(value)), min: 0 },
        series: CLASSES.map((kind) => ({
          name: shared(`class.${kind}`),
          type: "line",
          symbol: SYMBOL[kind],
          symbolSize: 5,
          lineStyle: { color: COLOR[kind](palette), width: 2 },
          itemStyle: { color: COLOR[kind](palette) },
          data: rows.map((row) => row[kind] ?? null),
        })),
      };
    },
    [i18n, shared],
  );
  const known = drift.filter((point) => CLASSES.some((kind) => typeof point[kind] === "number"));
  if (known.length === 0) {
    return (
      <Panel title={t("drift")}>
        <Text size="sm">{t("drift.none")}</Text>
      </Panel>
    );
  }
  const columns: Column<Point>[] = [
    { id: "month", header: t("month"), cell: (row) => <Month value={row.month} />, sort: (row) => row.month },
    ...CLASSES.map(
      (kind): Column<Point> => ({
        id: kind, header: shared(`class.${kind}`), align: "end", sort: (row) => row[kind],
        cell: (row) => <span className="figures">{typeof row[kind] === "number" ? share(row[kind], 1) : "–"}</span>,
      }),
    ),
  ];
  const keys = CLASSES.map((kind) => ({ name: shared(`class.${kind}`), color: COLOR[kind] }));
  return (
    <Chart
      name={t("drift")} rows={known} columns={columns} rowKey={(row) => row.month} draw={draw} height={260}
      panel={{ title: t("drift"), lead: t("drift.lead"), above: <Legend keys={keys} /> }}
    />
  );
}
