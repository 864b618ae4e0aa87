// Tables: sortable by keyboard and mouse, head always in sight, wide ones scroll inside their own region, rows as cards on phones.
import { UnstyledButton } from "@mantine/core";
import {
  createSortedRowModel, rowSortingFeature, type ColumnDef, type Header, type RowData, type SortingState, tableFeatures, type Updater, useTable,
} from "@tanstack/react-table";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { compareDecimals } from "./format";
import classes from "./shared.module.css";

/** A column. What `sort` returns orders the rows; decimal text as `{ decimal }`. Without it the column does not sort. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sort?: (row: Row) => string | number | null | undefined | { decimal: string };
  align?: "end";
  /** Leaves the name of the column away on phone cards. */
  bare?: boolean;
}

/** Sorting by the server: what it is sorted by, and what happens when another is wanted. */
export interface ServerOrder {
  by: string | undefined;
  descending: boolean;
  onChange: (by: string, descending: boolean) => void;
}

/** What a table needs. */
export interface DataTableProps<Row> {
  /** Said to those who do not see it. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  phone?: "cards" | "scroll";
  maxHeight?: number;
  order?: ServerOrder;
  /** Sorted by this at first. */
  start?: { by: string; descending: boolean };
  /** In place of the rows where there are none. */
  empty?: ReactNode;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

function compare(a: ReturnType<NonNullable<Column<unknown>["sort"]>>, b: typeof a): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  if (typeof a === "object" && typeof b === "object") return compareDecimals(a.decimal, b.decimal);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}

function definition<Row extends RowData>(column: Column<Row>, byServer: boolean): ColumnDef<Features, Row> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: (row: Row) => column.sort?.(row),
    enableSorting: byServer || column.sort !== undefined,
    sortDescFirst: column.align === "end",
    sortFn: (one, other) => compare(column.sort?.(one.original), column.sort?.(other.original)),
  };
}

/** A table. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows, columns, order, phone = "cards" } = props;
  const data = useMemo(() => [...rows], [rows]);
  const byServer = order !== undefined;
  const definitions = useMemo(() => columns.map((column) => definition(column, byServer && column.sort !== undefined)), [columns, byServer]);
  const sorting: SortingState | undefined = byServer ? (order.by === undefined ? [] : [{ id: order.by, desc: order.descending }]) : undefined;
  const table = useTable<Features, Row>({
    features,
    columns: definitions,
    data,
    enableSortingRemoval: false,
    initialState: { sorting: props.start === undefined ? [] : [{ id: props.start.by, desc: props.start.descending }] },
    ...(sorting === undefined
      ? {}
      : {
          manualSorting: true,
          state: { sorting },
          onSortingChange: (update: Updater<SortingState>) => {
            const [next] = typeof update === "function" ? update(sorting) : update;
            if (next !== undefined) order?.onChange(next.id, next.desc);
          },
        }),
  });
  const shown = new Map(columns.map((column) => [column.id, column]));
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  return (
    <div className={classes.scroll} role="group" aria-label={props.label} tabIndex={0} style={{ maxHeight: props.maxHeight }}>
      <table className={classes.table} data-phone={phone}>
        <caption className={classes.hidden}>{props.label}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <Head key={header.id} header={header} column={shown.get(header.column.id)} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={props.rowKey(row.original)}>
              {columns.map((column) => (
                <td key={column.id} data-align={column.align}>
                  {column.bare === true ? null : <span className={classes.label} aria-hidden>{column.header}</span>}
                  {column.cell(row.original)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row extends RowData>({ header, column }: { header: Header<Features, Row, unknown>; column: Column<Row> | undefined }) {
  const { t } = useTranslation();
  if (column === undefined) return null;
  const sorted = header.column.getIsSorted();
  const direction = sorted === false ? undefined : sorted === "asc" ? "ascending" : "descending";
  if (!header.column.getCanSort()) {
    return (
      <th scope="col" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  const Arrow = sorted === "asc" ? ChevronUp : ChevronDown;
  return (
    <th scope="col" data-align={column.align} aria-sort={direction}>
      <UnstyledButton className={classes.sort} onClick={header.column.getToggleSortingHandler()} title={t("sort.by", { column: column.header })}>
        {column.header}
        {sorted === false ? null : <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}
