// New customers a month with the band that chance alone would give, and the control chart that says when a slowdown began.
import type { EChartsCoreOption } from "echarts/core";
import { Stack, Text } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { type Key, Legend } from "../shared/chart/Legend";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Month } from "../shared/values";
import type { Palette } from "../shell/theme";
import type { Slowdown, SlowdownPoint as Point } from "./types";

/** With room for the axis' unit on top. */
const GRID = { left: 8, right: 16, top: 30, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" };

/** Both pictures. */
export function NewCustomers({ slowdown }: { slowdown: Slowdown | null | undefined }) {
  const { t } = useTranslation("diagnoses");
  const { month, number } = useFormats();
  if (slowdown === null || slowdown === undefined) {
    return (
      <Panel title={t("won")}>
        <Text size="sm">{t("won.none")}</Text>
      </Panel>
    );
  }
  const { alarm, since } = slowdown;
  const told =
    alarm === null || alarm === undefined
      ? t("chart.quiet")
      : t("chart.alarm", { alarm: month(alarm), since: month(since ?? alarm) });
  const run = t("chart.run", { false_alarm: number(slowdown.false_alarm_months), detection: number(slowdown.detection_months, 1) });
  return (
    <Stack gap="lg">
      <Won points={slowdown.points} since={since ?? undefined} />
      <Control slowdown={slowdown} lead={`${told} ${run}`} />
    </Stack>
  );
}

function usePointColumns(): Column<Point>[] {
  const { t } = useTranslation("diagnoses");
  const { number } = useFormats();
  const figure = (id: "won" | "expected" | "low" | "high" | "sum", places: number): Column<Point> => ({
    id, header: t(`point.${id}`), align: "end", cell: (row) => <span className="figures">{number(row[id], places)}</span>, sort: (row) => row[id],
  });
  return [
    { id: "month", header: t("month"), cell: (row) => <Month value={row.month} />, sort: (row) => row.month },
    figure("won", 0), figure("expected", 1), figure("low", 1), figure("high", 1), figure("sum", 1),
  ];
}

function Won({ points, since }: { points: Point[]; since: string | undefined }) {
  const { t, i18n } = useTranslation("diagnoses");
  const columns = usePointColumns();
  const keys: Key[] = [
    { name: t("point.won"), color: (palette) => palette.accent },
    { name: t("point.expected"), color: (palette) => palette.neutral },
    { name: t("point.band"), color: (palette) => palette.accentFaint },
  ];
  const draw = useCallback(
    (rows: readonly Point[], palette: Palette): EChartsCoreOption => {
      const { month, number } = formats(i18n.language);
      const band = { type: "line", stack: "band", symbol: "none", silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
      return {
        grid: GRID,
        tooltip: { ...quiet(palette), formatter: (given: { dataIndex: number }[]) => said(rows[given[0]?.dataIndex ?? -1]) },
        xAxis: { ...categories(rows.map((row) => month(row.month)), palette), boundaryGap: false },
        yAxis: named(palette, i18n.t("diagnoses:won.axis"), (value) => number(value)),
        series: [
          { ...band, data: rows.map((row) => row.low), areaStyle: { opacity: 0 } },
          { ...band, data: rows.map((row) => row.high - row.low), areaStyle: { color: palette.accentFaint, opacity: 0.8 } },
          { type: "line", symbol: "none", data: rows.map((row) => row.expected), lineStyle: { color: palette.neutral, width: 1.5, type: "dashed" } },
          {
            type: "line",
            data: rows.map((row) => row.won),
            symbol: "circle",
            symbolSize: 6,
            lineStyle: { color: palette.accent, width: 1.5 },
            itemStyle: { color: palette.accent },
            ...(since === undefined ? {} : { markLine: mark(palette, rows.findIndex((row) => row.month === since), i18n.t("diagnoses:chart.since")) }),
          },
        ],
      };
      function said(row: Point | undefined): string {
        if (row === undefined) return "";
        const lines = [
          month(row.month),
          `${i18n.t("diagnoses:point.won")}: ${number(row.won)}`,
          `${i18n.t("diagnoses:point.expected")}: ${number(row.expected, 1)} (${number(row.low, 1)}–${number(row.high, 1)})`,
        ];
        return lines.join("<br>");
      }
    },
    [i18n, since],
  );
  return (
    <Chart
      name={t("won")} rows={points} columns={columns} rowKey={(row) => row.month} draw={draw} height={260}
      panel={{ title: t("won"), lead: t("won.lead"), above: <Legend keys={keys} /> }}
    />
  );
}

function Control({ slowdown, lead }: { slowdown: Slowdown; lead: string }) {
  const { t, i18n } = useTranslation("diagnoses");
  const columns = usePointColumns();
  const { threshold, alarm } = slowdown;
  const draw = useCallback(
    (rows: readonly Point[], palette: Palette): EChartsCoreOption => {
      const { month, number } = formats(i18n.language);
      const at = rows.findIndex((row) => row.month === alarm);
      const limit = {
        yAxis: threshold,
        lineStyle: { color: palette.loss, type: "dashed", width: 1.5 },
        label: { formatter: i18n.t("diagnoses:chart.threshold", { value: number(threshold, 1) }), position: "insideStartTop", color: palette.text, fontSize: 11 },
      };
      const marks = at < 0 ? [limit] : [limit, ...mark(palette, at, i18n.t("diagnoses:chart.alarm.mark")).data];
      return {
        grid: GRID,
        tooltip: { ...quiet(palette), valueFormatter: (value: number) => number(value, 1) },
        xAxis: { ...categories(rows.map((row) => month(row.month)), palette), boundaryGap: false },
        yAxis: { ...named(palette, i18n.t("diagnoses:chart.axis"), (value) => number(value)), max: (extent: { max: number }) => Math.ceil(Math.max(extent.max, threshold) * 1.15) },
        series: [
          {
            name: i18n.t("diagnoses:point.sum"),
            type: "line",
            step: "end",
            symbol: "none",
            data: rows.map((row) => row.sum),
            lineStyle: { color: palette.accent, width: 2 },
            itemStyle: { color: palette.accent },
            areaStyle: { color: palette.accent, opacity: 0.1 },
            markLine: { silent: true, symbol: "none", data: marks },
          },
        ],
      };
    },
    [i18n, threshold, alarm],
  );
  return (
    <Chart name={t("chart")} rows={slowdown.points} columns={columns} rowKey={(row) => row.month} draw={draw} height={220} panel={{ title: t("chart"), lead }} />
  );
}

function mark(palette: Palette, at: number, text: string) {
  const line = { xAxis: at, lineStyle: { color: palette.loss, type: "solid", width: 1.5 }, label: { formatter: text, position: "insideEndTop", rotate: 0, color: palette.text, fontSize: 11, align: "right", padding: [0, 6, 0, 0] } };
  return { silent: true, symbol: "none", data: at < 0 ? [] : [line] };
}

/** The page's tooltip. */
export function quiet(palette: Palette) {
  return {
    trigger: "axis", confine: true, backgroundColor: palette.surface, borderColor: palette.line, borderWidth: 1, padding: [8, 12],
    textStyle: { color: palette.text, fontSize: 12 },
  };
}

/** An axis of values with its unit on top. */
export function named(palette: Palette, name: string, write: (value: number) => string) {
  return {
    ...values(palette, write),
    name,
    nameLocation: "end" as const,
    nameGap: 10,
    nameTextStyle: { color: palette.faint, fontSize: 11, align: "left" as const, padding: [0, 0, 0, -20] },
  };
}
