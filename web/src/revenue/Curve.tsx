// ARR at the end of each month, whole or in layers.
import type { EChartsCoreOption } from "echarts/core";
import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { type Key, Legend } from "../shared/chart/Legend";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, toPixels, useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Amount, Month } from "../shared/values";
import type { Palette } from "../shell/theme";
import { type ArrGroup, type ArrMonth, SPLITS, useArr, useWords } from "./query";

/** Layers that have a colour of their own; the rest are one. */
const LAYERS_MAX = 6;

interface Layer extends Key {
  key: string;
  /** For drawing: a picture has no cents. */
  heights: number[];
}

/** The curve. */
export function Curve({ shown, isTotal }: { shown: ArrGroup; isTotal: boolean }) {
  const { t } = useTranslation("revenue");
  const { by } = useWords();
  const split = isTotal ? by : undefined;
  const first = shown.months[0]?.month;
  const last = shown.months.at(-1)?.month;
  const period = first === undefined || last === undefined || split === undefined ? undefined : { from: first, to: last };
  const found = useArr(period, split);
  const layers = useLayers(split === undefined ? undefined : found.data?.groups, shown.months.length);
  const currency = shown.months[0]?.end.currency ?? "USD";
  const draw = useDraw(layers, currency);
  const { amount } = useFormats();
  const columns: Column<ArrMonth>[] = [
    { id: "month", header: t("month"), cell: (row) => <Month value={row.month} />, sort: (row) => row.month },
    { id: "end", header: t("end"), align: "end", cell: (row) => <Amount value={row.end} />, sort: (row) => ({ decimal: row.end.amount }) },
    ...layers.map(
      (layer): Column<ArrMonth> => ({
        id: layer.key,
        header: layer.name,
        align: "end",
        cell: (row) => <span className="figures">{amount({ amount: String(layer.heights[shown.months.indexOf(row)] ?? 0), currency })}</span>,
      }),
    ),
  ];
  return (
    <Chart
      name={t("curve")} rows={shown.months} columns={columns} rowKey={(row) => row.month} draw={draw} height={300}
      beside={isTotal ? <SplitChoice /> : null}
      panel={{
        title: t("curve"),
        lead: t(split === "seller" ? "curve.lead.seller" : "curve.lead"),
        above: (
          <>
            <ProblemAlert error={found.error} />
            {layers.length === 0 ? null : <Legend keys={layers} />}
          </>
        ),
      }}
    />
  );
}

function SplitChoice() {
  const { t } = useTranslation("revenue");
  const { by, change } = useWords();
  return (
    <SegmentedControl
      size="xs" aria-label={t("split")} value={by ?? ""} onChange={(value) => change({ by: value === "" ? undefined : value })}
      data={[{ value: "", label: t("split.none") }, ...SPLITS.map((split) => ({ value: split, label: t(`split.${split}`) }))]}
    />
  );
}

function useLayers(groups: ArrGroup[] | undefined, months: number): Layer[] {
  const { t } = useTranslation("revenue");
  return useMemo(() => {
    if (groups === undefined) return [];
    const heights = (group: ArrGroup) => group.months.map((month) => toPixels(month.end));
    const sorted = [...groups].sort((one, other) => toPixels(lastEnd(other)) - toPixels(lastEnd(one)));
    const own = sorted.slice(0, sorted.length === LAYERS_MAX + 1 ? LAYERS_MAX + 1 : LAYERS_MAX);
    const rest = sorted.slice(own.length);
    const layers = own.map((group, index): Layer => ({
      key: `group ${group.key}`,
      name: group.key === "" ? t("nobody") : group.label,
      color: (palette) => (group.key === "" ? palette.neutral : (palette.series[index >= 6 ? index + 1 : index] ?? palette.neutral)),
      heights: heights(group),
    }));
    if (rest.length === 0) return layers;
    const sum = Array.from({ length: months }, (_, index) => rest.reduce((sum, group) => sum + (heights(group)[index] ?? 0), 0));
    return [...layers, { key: "rest", name: t("rest", { count: rest.length }), color: (palette) => palette.neutral, heights: sum }];
  }, [groups, months, t]);
}

function lastEnd(group: ArrGroup) {
  return group.months.at(-1)?.end ?? { amount: "0", currency: "USD" };
}

function useDraw(layers: Layer[], currency: string) {
  const { i18n } = useTranslation();
  return useCallback(
    (rows: readonly ArrMonth[], palette: Palette): EChartsCoreOption => {
      const { amount, month } = formats(i18n.language);
      const money = (value: number) => amount({ amount: String(value), currency }, "short");
      const line = { type: "line", symbol: "none", tooltip: { valueFormatter: money } };
      const whole = {
        ...line,
        name: i18n.t("revenue:end"),
        lineStyle: { color: palette.accent, width: 2 },
        itemStyle: { color: palette.accent },
        areaStyle: { color: palette.accent, opacity: 0.1 },
        data: rows.map((row) => toPixels(row.end)),
        endLabel: { show: true, formatter: ({ value }: { value: number }) => money(value), color: palette.text, fontWeight: 600, fontSize: 12 },
      };
      const stacked = layers.map((layer) => ({
        ...line,
        name: layer.name,
        stack: "layers",
        lineStyle: { width: 0.5, color: palette.surface },
        itemStyle: { color: layer.color(palette) },
        areaStyle: { color: layer.color(palette), opacity: 0.85 },
        data: layer.heights,
      }));
      return {
        grid: { left: 8, right: layers.length === 0 ? 64 : 16, top: 16, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: { ...categories(rows.map((row) => month(row.month)), palette), boundaryGap: false },
        yAxis: values(palette, money),
        series: layers.length === 0 ? [whole] : stacked,
      };
    },
    [layers, currency, i18n],
  );
}

