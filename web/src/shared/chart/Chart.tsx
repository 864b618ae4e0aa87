// A picture and a table of the same rows: who cannot see the one reads the other.
import { Box, Group, SegmentedControl, Skeleton, useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import type { RowData } from "@tanstack/react-table";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Palette, palettes } from "../../shell/theme";
import { type Column, DataTable } from "../DataTable";
import { Panel } from "../Panel";
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
  /** Puts the chart into a panel of its own: the switch stands beside the title, `above` between both and the picture. */
  panel?: { title: string; lead?: ReactNode; above?: ReactNode };
  /** What happens when the place of a row on the axis below is clicked. The keyboard has to have another way to the same. */
  onPick?: (row: Row) => void;
}

/** A chart. */
export function Chart<Row extends RowData>({ height = 260, panel, ...props }: ChartProps<Row>) {
  const [view, setView] = useState<View>("picture");
  const choice = <Choice name={props.name} view={view} onChange={setView} />;
  const body =
    view === "picture" ? (
      <Picture {...props} height={height} />
    ) : (
      <DataTable label={props.name} rows={props.rows} columns={props.columns} rowKey={props.rowKey} phone="scroll" maxHeight={Math.max(height, 320)} />
    );
  if (panel !== undefined) {
    return (
      <Panel title={panel.title} lead={panel.lead} act={<Group gap="xs">{props.beside}{choice}</Group>}>
        {panel.above}
        {body}
      </Panel>
    );
  }
  return (
    <Box className={classes.chart}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Box>{props.beside}</Box>
        {choice}
      </Group>
      {body}
    </Box>
  );
}

/** What is shown of the rows. */
export type View = "picture" | "table";

/** The switch between a picture and its table; pictures that are not charts use it too. */
export function Choice({ name, view, onChange }: { name: string; view: View; onChange: (view: View) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("chart.view", { name })}
      value={view}
      onChange={(next) => onChange(next as View)}
      data={[
        { value: "picture", label: t("chart.picture") },
        { value: "table", label: t("chart.table") },
      ]}
    />
  );
}

function Picture<Row>({ name, rows, draw, height, onPick }: Pick<ChartProps<Row>, "name" | "rows" | "draw" | "onPick"> & { height: number }) {
  const { i18n } = useTranslation();
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
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

  useEffect(() => {
    const place = ready ? chart.current?.getZr() : undefined;
    if (place === undefined || onPick === undefined) return undefined;
    const pick = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
      if (chart.current?.containPixel("grid", [offsetX, offsetY]) !== true) return;
      const row = rows[chart.current.convertFromPixel({ xAxisIndex: 0 }, offsetX)];
      if (row !== undefined) onPick(row);
    };
    place.on("click", pick);
    return () => place.off("click", pick);
  }, [ready, rows, onPick]);

  return (
    <Box pos="relative" role="img" aria-label={name} h={height}>
      {ready ? null : <Skeleton h={height} pos="absolute" inset={0} />}
      <div ref={element} className={classes.canvas} style={{ height, cursor: onPick === undefined ? undefined : "pointer" }} aria-hidden />
    </Box>
  );
}
