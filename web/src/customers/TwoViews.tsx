// A picture and a table of the same rows, and the switch between them.
import { Box, Group, SegmentedControl } from "@mantine/core";
import type { RowData } from "@tanstack/react-table";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../shared/DataTable";

/** A picture that is not a chart, with its table. */
export function TwoViews<Row extends RowData>(props: {
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  beside?: ReactNode;
  picture: ReactNode;
}) {
  const { t } = useTranslation();
  const [view, setView] = useState<"picture" | "table">("picture");
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
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
      {view === "picture" ? props.picture : <DataTable label={props.name} rows={props.rows} columns={props.columns} rowKey={props.rowKey} phone="scroll" />}
    </>
  );
}
