// The rows of the list. Each row is one link; on phones it is a card.
import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Amount, DateText } from "../shared/values";
import classes from "./customers.module.css";
import { type Order, orderOf, orders, useCustomerFilters } from "./filters";
import { ROW } from "./rowKeys";
import { useWords } from "./words";

type Row = Wire["CustomerRow"];

/** The server's orders whose largest or latest value comes first. */
const descending: readonly Order[] = ["arr", "-name", "-renewal", "activity"];

/** The table. */
export function CustomerTable({ rows, empty }: { rows: readonly Row[]; empty: ReactNode }) {
  const { t } = useTranslation("customers");
  const [filters, change] = useCustomerFilters();
  const order = orderOf(filters);
  const by = order.replace("-", "");
  const sortBy = (column: string, isDescending: boolean) =>
    change({ sort: orders.find((each) => each.replace("-", "") === column && descending.includes(each) === isDescending) });
  const columns = useColumns();
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      order={{ by, descending: descending.includes(order), onChange: sortBy }}
      empty={empty}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation("customers");
  const { number } = useFormats();
  return [
    { id: "name", header: t("name"), cell: (row) => <Name row={row} />, sort: (row) => row.name },
    { id: "segment", header: t("segment"), cell: (row) => row.segment ?? "–" },
    { id: "arr", header: t("arr"), cell: (row) => <Amount value={row.arr} />, sort: (row) => ({ decimal: row.arr.amount }), align: "end" },
    { id: "owner", header: t("owner"), cell: (row) => (row.owners.length === 0 ? t("owner.none") : row.owners.map((owner) => owner.name).join(t("lead.join"))) },
    { id: "renewal", header: t("renewal"), cell: (row) => <DateText value={row.next_renewal} />, sort: (row) => row.next_renewal },
    { id: "activity", header: t("last_activity"), cell: (row) => <DateText value={row.last_activity} />, sort: (row) => row.last_activity },
    { id: "open", header: t("opportunities.open"), cell: (row) => number(row.open_opportunities), align: "end" },
  ];
}

function Name({ row }: { row: Row }) {
  const { t } = useTranslation("customers");
  const { country } = useWords();
  const { number } = useFormats();
  const units = row.units > 1 ? t("units.count", { count: row.units, number: number(row.units) }) : undefined;
  const about = [row.industry, row.city, row.country ? country(row.country) : undefined, units];
  return (
    <>
      <Link to={`/customers/${row.id}`} className={classes.open} {...{ [ROW]: "" }}>
        {row.name}
      </Link>
      <Text size="xs" c="dimmed" fw={400} component="div">
        {row.segment ? <span className={classes.phone}>{`${row.segment} · `}</span> : null}
        {about.filter(Boolean).join(" · ")}
      </Text>
    </>
  );
}
