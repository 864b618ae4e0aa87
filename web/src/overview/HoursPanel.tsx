// Where the hours go: first how much of them is known at all, then the hours.
import type { EChartsCoreOption } from "echarts/core";
import { Progress, Stack, Text } from "@mantine/core";
import Clock from "lucide-react/icons/clock";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Chart } from "../shared/chart/Chart";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { EmptyState } from "../shared/EmptyState";
import { formats, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Hours } from "../shared/values";
import type { Palette } from "../shell/theme";

type Category = "new_business" | "implementation" | "service" | "renewal" | "expansion" | "internal" | "travel";
interface Row {
  category: Category;
  hours: number;
}

const ORDER: readonly Category[] = ["new_business", "implementation", "service", "renewal", "expansion", "internal", "travel"];

/** The hours of the last half year. */
export function HoursPanel({ coverage, hours }: { coverage: Wire["Coverage"]; hours: Record<string, number> }) {
  const { t } = useTranslation("overview");
  const shared = useTranslation().t;
  const draw = useDraw();
  const rows = useMemo(() => ORDER.map((category) => ({ category, hours: hours[category] ?? 0 })), [hours]);
  const columns: Column<Row>[] = [
    { id: "category", header: t("hours.category"), cell: (row) => shared(`category.${row.category}`) },
    { id: "hours", header: shared("hours"), align: "end", cell: (row) => <Hours value={row.hours} />, sort: (row) => row.hours },
  ];
  if (coverage.hours_recorded === 0) {
    return (
      <Panel title={t("hours.title")}>
        <EmptyState icon={Clock} title={t("hours.empty")} text={t("hours.empty.text")} act={{ label: t("hours.empty.act"), to: "/import" }} />
      </Panel>
    );
  }
  return (
    <Chart
      panel={{ title: t("hours.title"), lead: t("hours.lead"), above: <CoverageBar coverage={coverage} /> }}
      name={t("hours.title")} rows={rows} columns={columns} rowKey={(row) => row.category} draw={draw} height={210}
    />
  );
}

/** The share of the available hours that the record knows, in words and as a bar. */
export function CoverageBar({ coverage }: { coverage: Wire["Coverage"] }) {
  const { t } = useTranslation("overview");
  const { share, hours } = useFormats();
  const known = coverage.share ?? 0;
  const text = t("hours.coverage", {
    share: share(known),
    recorded: hours(coverage.hours_recorded),
    available: hours(coverage.hours_available),
    some: coverage.sellers_with_time,
    count: coverage.sellers,
  });
  return (
    <Stack gap={6} mb="sm">
      <Text size="sm">{text}</Text>
      <Progress value={Math.min(100, known * 100)} size={6} aria-label={t("hours.coverage.name")} color={known < 0.3 ? "yellow" : "accent"} />
      {known < 0.7 ? (
        <Text size="xs" c="dimmed">
          {t(known < 0.3 ? "hours.coverage.thin" : "hours.coverage.half")}
        </Text>
      ) : null}
    </Stack>
  );
}

function useDraw() {
  const { i18n } = useTranslation();
  const shared = useTranslation().t;
  return useMemo(() => {
    const write = formats(i18n.language);
    return (rows: readonly Row[], palette: Palette): EChartsCoreOption => ({
      grid: { left: 8, right: 56, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: { ...values(palette, write.number), show: false },
      yAxis: { ...categories(rows.map((row) => shared(`category.${row.category}`)), palette), inverse: true, axisLine: { show: false }, axisLabel: { color: palette.text, fontSize: 12 } },
      series: [
        {
          type: "bar",
          barMaxWidth: 14,
          data: rows.map((row) => ({
            value: row.hours,
            itemStyle: { color: row.category === "new_business" ? palette.accent : palette.neutral, borderRadius: [0, 3, 3, 0] },
          })),
          label: { show: true, position: "right", color: palette.faint, fontSize: 12, formatter: ({ value }: { value: number }) => write.hours(value) },
          tooltip: { valueFormatter: (value: number) => write.hours(value) },
        },
      ],
    });
  }, [i18n.language, shared]);
}
