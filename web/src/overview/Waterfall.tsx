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
  const draw = useDraw(period.end.currency, name);
  const [from = period.month, to = period.month] = period.month.split("/");
  const columns: Column<Row>[] = [
    { id: "step", header: t("waterfall.step"), cell: (row) => name(row.step) },
    { id: "amount", header: useTranslation().t("amount"), align: "end", cell: (row) => <>{sign(row.step)}<Amount value={row.amount} /></> },
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

function useDraw(currency: string, name: (step: Step) => string) {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const { amount } = formats(i18n.language);
    const money = (value: number) => amount({ amount: String(value), currency }, "short");
    return (rows: readonly Row[], palette: Palette): EChartsCoreOption => {
      const drawn = bars(rows);
      const color = (step: Step) => (sign(step) === "" ? palette.accent : sign(step) === "+" ? palette.gain : palette.loss);
      return {
        grid: { left: 8, right: 12, top: 24, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        tooltip: { show: false },
        xAxis: { ...categories(rows.map((row) => name(row.step)), palette), axisLabel: { color: palette.faint, fontSize: 11, interval: 0, hideOverlap: false, overflow: "break", width: 62 } },
        yAxis: values(palette, money),
        series: [
          { type: "bar", stack: "level", silent: true, itemStyle: { color: "transparent" }, data: drawn.map((bar) => bar.base) },
          {
            type: "bar",
            stack: "level",
            barMaxWidth: 44,
            data: rows.map((row, at) => ({ value: drawn[at]?.length ?? 0, itemStyle: { color: color(row.step), borderRadius: 3 } })),
            label: {
              show: true,
              position: "top",
              color: palette.text,
              fontSize: 11,
              formatter: ({ dataIndex }: { dataIndex: number }) => {
                const row = rows[dataIndex];
                return row === undefined ? "" : `${sign(row.step)}${amount(row.amount, "short")}`;
              },
            },
          },
        ],
      };
    };
  }, [currency, i18n.language, name]);
}
