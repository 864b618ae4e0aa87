// How a year's recurring revenue came about: what it started with, what came, what went, what it ended with.
import type { EChartsCoreOption } from "echarts/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Chart } from "../shared/chart/Chart";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { type Amount as Value, formats, toPixels, useFormats } from "../shared/format";
import { Amount } from "../shared/values";
import type { Palette } from "../shell/theme";

const STEPS = ["start", "new", "reactivation", "expansion", "contraction", "churn", "end"] as const;
type Step = (typeof STEPS)[number];

interface Row {
  step: Step;
  amount: Value;
}

/** The waterfall of a period. */
export function Waterfall({ period }: { period: Wire["ArrMonth"] }) {
  const { t } = useTranslation("overview");
  const { month } = useFormats();
  const name = useStepName();
  const rows = useMemo(() => STEPS.map((step): Row => ({ step, amount: period[step] })), [period]);
  const draw = useDraw(name);
  const [from = period.month, to = period.month] = period.month.split("/");
  const columns: Column<Row>[] = [
    { id: "step", header: t("waterfall.step"), cell: (row) => name(row.step) },
    { id: "amount", header: useTranslation().t("amount"), align: "end", cell: (row) => <>{signOf(row)}<Amount value={row.amount} /></> },
  ];
  const lead = t("waterfall.lead", { from: month(from), to: month(to) });
  return <Chart panel={{ title: t("waterfall.title"), lead }} name={t("waterfall.title")} rows={rows} columns={columns} rowKey={(row) => row.step} draw={draw} />;
}

function useStepName(): (step: Step) => string {
  const { t } = useTranslation("overview");
  const shared = useTranslation().t;
  return useMemo(() => (step: Step) => (step === "start" || step === "end" ? t(`waterfall.${step}`) : shared(`movement.${step}`)), [t, shared]);
}

/** Losses are positive on the wire. */
function sign(step: Step): "" | "+" | "−" {
  return step === "start" || step === "end" ? "" : step === "contraction" || step === "churn" ? "−" : "+";
}

/** The sign of an amount; nothing has none. */
function signOf(row: Row): string {
  return toPixels(row.amount) === 0 ? "" : sign(row.step);
}

/** Where a bar begins and how long it is: only for drawing. */
function bars(rows: readonly Row[]): { base: number; length: number }[] {
  let level = 0;
  return rows.map(({ step, amount }) => {
    const length = toPixels(amount);
    if (sign(step) === "") {
      level = length;
      return { base: 0, length };
    }
    const next = sign(step) === "+" ? level + length : level - length;
    const base = Math.min(level, next);
    level = next;
    return { base, length };
  });
}

function useDraw(name: (step: Step) => string) {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const { amount } = formats(i18n.language);
    return (rows: readonly Row[], palette: Palette): EChartsCoreOption => {
      const drawn = bars(rows);
      const color = (step: Step) => (sign(step) === "" ? palette.accent : sign(step) === "+" ? palette.gain : palette.loss);
      // Lying bars leave room for every name, on phones too.
      return {
        grid: { left: 8, right: 72, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        tooltip: { show: false },
        xAxis: { ...values(palette, String), show: false },
        yAxis: {
          ...categories(rows.map((row) => name(row.step)), palette),
          inverse: true,
          axisLine: { show: false },
          axisLabel: { color: palette.text, fontSize: 12, interval: 0 },
        },
        series: [
          { type: "bar", stack: "level", silent: true, itemStyle: { color: "transparent" }, data: drawn.map((bar) => bar.base) },
          {
            type: "bar",
            stack: "level",
            barMaxWidth: 22,
            data: rows.map((row, at) => ({ value: drawn[at]?.length ?? 0, itemStyle: { color: color(row.step), borderRadius: 3 } })),
            label: {
              show: true,
              position: "right",
              color: palette.text,
              fontSize: 12,
              formatter: ({ dataIndex }: { dataIndex: number }) => {
                const row = rows[dataIndex];
                return row === undefined ? "" : `${signOf(row)}${amount(row.amount, "short")}`;
              },
            },
          },
        ],
      };
    };
  }, [i18n.language, name]);
}
