// A picture and a table of the same rows: who cannot see the one reads the other.
import { Box, Group, SegmentedControl, Skeleton, useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import type { RowData } from "@tanstack/react-table";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Palette, palettes } from "../../shell/theme";
import { type Column, DataTable } from "../DataTable";
import classes from "../shared.module.css";
import { frameOf } from "./look";

/** What a chart is made of. */
export interface ChartProps<Row> {
  /** Said to those who do not see it, and over the table: what is shown, of when. */
  name: string;
  rows: readonly Row[];
  /** The table's columns. */
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Turns the rows into what ECharts draws. Called again for another colour scheme or language: give a stable function of its arguments. */
  draw: (rows: readonly Row[], palette: Palette) => EChartsCoreOption;
  height?: number;
  /** Beside the switch: a legend or a filter. */
  beside?: ReactNode;
}

/** A chart. */
export function Chart<Row extends RowData>({ height = 260, ...props }: ChartProps<Row>) {
  const { t } = useTranslation();
  const [view, setView] = useState<"picture" | "table">("picture");
  return (
    <Box className={classes.chart}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Box>{props.beside}</Box>
        <SegmentedControl
          size="xs"
          aria-label={t("chart.view", { name: props.name })}
          value={view}
          onChange={(next) => setView(next as typeof view)}
          data={[
            { value: "picture", label: t("chart.picture") },
            { value: "table", label: t("chart.table") },
          ]}
        />
      </Group>
      {view === "picture" ? (
        <Picture {...props} height={height} />
      ) : (
        <DataTable label={props.name} rows={props.rows} columns={props.columns} rowKey={props.rowKey} phone="scroll" maxHeight={Math.max(height, 320)} />
      )}
    </Box>
  );
}

function Picture<Row>({ name, rows, draw, height }: Pick<ChartProps<Row>, "name" | "rows" | "draw"> & { height: number }) {
  const { i18n } = useTranslation();
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    let gone = false;
    const watch = new ResizeObserver(() => chart.current?.resize());
    void import("./engine").then(({ begin }) => {
      if (gone || element.current === null) return;
      chart.current = begin(element.current);
      watch.observe(element.current);
      setReady(true);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!ready) return;
    const palette = palettes[scheme];
    chart.current?.setOption({ ...frameOf(palette), animation: !still, ...draw(rows, palette) }, { notMerge: true });
  }, [ready, rows, draw, scheme, still, i18n.language]);

  return (
    <Box pos="relative" role="img" aria-label={name} h={height}>
      {ready ? null : <Skeleton h={height} pos="absolute" inset={0} />}
      <div ref={element} className={classes.canvas} style={{ height }} aria-hidden />
    </Box>
  );
}
