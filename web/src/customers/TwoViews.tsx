// A panel with a picture that is not a chart, and a table of the same rows.
import type { RowData } from "@tanstack/react-table";
import { type ReactNode, useState } from "react";
import { Choice, type View } from "../shared/chart/Chart";
import { type Column, DataTable } from "../shared/DataTable";
import { Panel } from "../shared/Panel";

/** The panel; `children` stand below the picture and the table alike. */
export function TwoViews<Row extends RowData>(props: {
  title: string;
  lead: ReactNode;
  /** Said to those who do not see it. */
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  picture: ReactNode;
  children?: ReactNode;
}) {
  const [view, setView] = useState<View>("picture");
  return (
    <Panel title={props.title} lead={props.lead} act={<Choice name={props.name} view={view} onChange={setView} />}>
      {view === "picture" ? props.picture : <DataTable label={props.name} rows={props.rows} columns={props.columns} rowKey={props.rowKey} phone="scroll" />}
      {props.children}
    </Panel>
  );
}
