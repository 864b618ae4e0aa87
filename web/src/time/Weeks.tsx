// Hours week by week, stacked by class or by kind of work.
import type { EChartsCoreOption } from "echarts/core";
import { Group, SegmentedControl } from "@mantine/core";
import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Chart } from "../shared/chart/Chart";
import { Legend } from "../shared/chart/Legend";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats } from "../shared/format";
import { DateText, Hours } from "../shared/values";
import type { Palette } from "../shell/theme";
import { type Kind, useKinds } from "./kinds";
import { useWords } from "./query";

type Week = Wire["TimeWeek"];

/** The weeks. */
export function Weeks({ weeks, title, lead }: { weeks: Week[]; title: string; lead?: ReactNode }) {
  const { t } = useTranslation("time");
  const { split } = useWords();
  const kinds = useKinds(split);
  const draw = useDraw(kinds);
  const columns: Column<Week>[] = [
    { id: "week", header: t("week"), cell: (row) => <DateText value={row.week} />, sort: (row) => row.week },
    ...kinds.map((kind): Column<Week> => ({ id: kind.id, header: kind.name, align: "end", cell: (row) => <Hours value={kind.hours(row)} />, sort: kind.hours })),
  ];
  return (
    <Chart
      name={title} rows={weeks} columns={columns} rowKey={(row) => row.week} draw={draw} height={300}
      beside={<Switches />} panel={{ title, lead, above: <Legend keys={kinds} /> }}
    />
  );
}

/** What bars are split by, and whether they show hours or shares. */
function Switches() {
  const { t } = useTranslation("time");
  const { change, split, measure } = useWords();
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs" aria-label={t("split")} value={split} onChange={(by) => change({ by: by === "class" ? undefined : by })}
        data={[
          { value: "class", label: t("split.class") },
          { value: "category", label: t("split.category") },
        ]}
      />
      <SegmentedControl
        size="xs" aria-label={t("measure")} value={measure} onChange={(as) => change({ as: as === "hours" ? undefined : as })}
        data={[
          { value: "hours", label: t("measure.hours") },
          { value: "share", label: t("measure.share") },
        ]}
      />
    </Group>
  );
}

function useDraw(kinds: Kind[]) {
  const { i18n } = useTranslation();
  const { split, measure } = useWords();
  return useCallback(
    (rows: readonly Week[], palette: Palette): EChartsCoreOption => {
      const { shortDay, date, number, share, hours } = formats(i18n.language);
      const isShare = measure === "share";
      const whole = rows.map((row) => kinds.reduce((sum, kind) => sum + kind.hours(row), 0));
      const place = (kind: Kind) => rows.map((row, index) => (isShare ? (whole[index] === 0 ? 0 : kind.hours(row) / (whole[index] ?? 1)) : kind.hours(row)));
      return {
        grid: { left: 8, right: 12, top: 28, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: {
          ...categories(rows.map((row) => row.week), palette),
          axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true, formatter: shortDay },
          axisPointer: { label: { formatter: ({ value }: { value: string }) => date(value) } },
        },
        yAxis: {
          ...values(palette, isShare ? (value) => share(value) : (value) => number(value)),
          ...(isShare ? { max: 1, interval: 0.25 } : {}),
          name: isShare ? i18n.t("time:measure.axis.share") : i18n.t("time:measure.axis.hours"),
          nameLocation: "end",
          nameGap: 12,
          nameTextStyle: { color: palette.faint, fontSize: 11, align: "left", padding: [0, 0, 0, -24] },
        },
        series: kinds.map((kind) => ({
          name: kind.name,
          type: "bar",
          stack: "hours",
          barCategoryGap: "24%",
          barMaxWidth: 40,
          itemStyle: { color: kind.color(palette), borderColor: palette.surface, borderWidth: 0.5 },
          emphasis: { focus: "series" },
          data: place(kind),
          tooltip: { valueFormatter: isShare ? (value: number) => share(value) : hours },
        })),
      };
    },
    // `kinds` is made anew at each drawing, but depends on these two alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [i18n.language, split, measure],
  );
}
