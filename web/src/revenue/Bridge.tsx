// The way from the start to the end as steps. Where the movements are small against the whole, the axis is cut, and it says so.
import type { EChartsCoreOption } from "echarts/core";
import { Text } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, toPixels, useFormats } from "../shared/format";
import { Amount } from "../shared/values";
import type { Palette } from "../shell/theme";
import { MOVEMENT_COLOR } from "./colors";
import { PARTS, usePartName } from "./columns";
import { type ArrMonth, GAINS } from "./query";

type Part = (typeof PARTS)[number];

interface Step {
  part: Part;
  /** Where its bar begins and ends. */
  low: number;
  high: number;
}

/** Below this share of the whole, movements could not be read from an axis that starts at zero. */
const READABLE = 0.25;

function stepsOf(month: ArrMonth): Step[] {
  let level = toPixels(month.start);
  return PARTS.map((part): Step => {
    const size = toPixels(month[part]);
    if (part === "start" || part === "end") return { part, low: 0, high: size };
    const before = level;
    level += GAINS.some((gain) => gain === part) ? size : -size;
    return { part, low: Math.min(before, level), high: Math.max(before, level) };
  });
}

/** Where the axis starts: at zero wherever that can be read. */
function baseOf(steps: Step[]): number {
  const levels = steps.flatMap((step) => (step.part === "start" || step.part === "end" ? [step.high] : [step.low, step.high]));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  if (high - low === 0 || (high - low) / high >= READABLE) return 0;
  const unit = 10 ** Math.floor(Math.log10(high - low));
  return Math.max(0, Math.floor((low - (high - low) * 0.35) / unit) * unit);
}

/** The picture. */
export function Bridge({ month, name }: { month: ArrMonth; name: string }) {
  const { t } = useTranslation("revenue");
  const { amount } = useFormats();
  const partName = usePartName();
  const steps = useMemo(() => stepsOf(month), [month]);
  const base = useMemo(() => baseOf(steps), [steps]);
  const draw = useDraw(month, base);
  const columns: Column<Step>[] = [
    { id: "part", header: t("apart.part"), cell: (row) => partName(row.part) },
    { id: "amount", header: t("apart.amount"), align: "end", cell: (row) => <Amount value={month[row.part]} detail="exact" /> },
  ];
  const cut = base === 0 ? null : (
    <Text size="xs" c="dimmed">
      {t("apart.cut", { base: amount({ amount: String(base), currency: month.end.currency }, "short") })}
    </Text>
  );
  return <Chart name={name} rows={steps} columns={columns} rowKey={(row) => row.part} draw={draw} height={270} beside={cut} />;
}

function useDraw(month: ArrMonth, base: number) {
  const { i18n } = useTranslation();
  const partName = usePartName();
  return useCallback(
    (rows: readonly Step[], palette: Palette): EChartsCoreOption => {
      const { amount, change } = formats(i18n.language);
      const currency = month.end.currency;
      const axis = (value: number) => amount({ amount: String(value), currency }, "fine");
      const text = ({ part }: Step) => {
        if (part === "start" || part === "end") return amount(month[part], "fine");
        const isGain = GAINS.some((gain) => gain === part);
        const sign = isGain || Number(month[part].amount) === 0 ? "" : "-";
        return change({ amount: sign + month[part].amount, currency });
      };
      const color = ({ part }: Step) => (part === "start" || part === "end" ? palette.neutral : MOVEMENT_COLOR[part](palette));
      const scale = values(palette, axis);
      return {
        grid: { left: 8, right: 76, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        tooltip: { show: false },
        xAxis: { ...scale, axisLabel: { ...scale.axisLabel, hideOverlap: true }, min: base },
        yAxis: { ...categories(rows.map((row) => partName(row.part)), palette), inverse: true, axisLabel: { color: palette.text, fontSize: 12 } },
        series: [
          { type: "bar", stack: "steps", silent: true, itemStyle: { color: "transparent" }, data: rows.map((row) => Math.max(row.low, base)) },
          {
            type: "bar",
            stack: "steps",
            silent: true,
            barMaxWidth: 20,
            data: rows.map((row) => ({ value: row.high - Math.max(row.low, base), itemStyle: { color: color(row), borderRadius: 2 } })),
            label: {
              show: true, position: "right", color: palette.text, fontSize: 12,
              formatter: ({ dataIndex }: { dataIndex: number }) => (rows[dataIndex] === undefined ? "" : text(rows[dataIndex])),
            },
          },
        ],
      };
    },
    // The names of parts depend on the language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [month, base, i18n.language],
  );
}
