// Sales that may come, and those that were decided.
import { Badge, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { Panel } from "../shared/Panel";
import { Amount, DateText } from "../shared/values";

type Opportunity = Wire["OpportunityView"];

const LOOKS: Record<string, "filled" | "outline" | "default"> = { open: "filled", won: "outline" };
const ROWS_AT_FIRST = 6;

/** The opportunities, those that are open first. */
export function Opportunities({ customer }: { customer: Wire["CustomerView"] }) {
  const { t } = useTranslation("customers");
  const columns = useColumns();
  const [isWhole, setWhole] = useState(false);
  const open = customer.opportunities.filter((one) => one.status === "open");
  const rows = [...open, ...customer.opportunities.filter((one) => one.status !== "open")];
  const lead = rows.length === 0 ? t("opportunities.none") : t("opportunities.lead", { count: open.length, total: rows.length });
  return (
    <Panel title={t("opportunities")} lead={lead} flush={rows.length > 0}>
      <DataTable label={t("opportunities")} rows={isWhole ? rows : rows.slice(0, ROWS_AT_FIRST)} columns={columns} rowKey={(one) => one.id} empty={null} />
      {isWhole || rows.length <= ROWS_AT_FIRST ? null : (
        <Button variant="default" size="xs" mx="lg" my="sm" onClick={() => setWhole(true)}>
          {t("opportunities.all", { total: rows.length })}
        </Button>
      )}
    </Panel>
  );
}

function useColumns(): Column<Opportunity>[] {
  const { t } = useTranslation("customers");
  const known = (prefix: "kind" | "status", word: string) => t(`${prefix}.${word}` as "kind.new", { defaultValue: word });
  return [
    { id: "name", header: t("opportunity"), cell: (one) => one.name ?? known("kind", one.kind), sort: (one) => one.name },
    { id: "kind", header: t("kind"), cell: (one) => known("kind", one.kind), sort: (one) => one.kind },
    {
      id: "status",
      header: t("status"),
      cell: (one) => (
        <span>
          <Badge variant={LOOKS[one.status] ?? "default"} tt="none" size="sm" mr={6}>
            {known("status", one.status)}
          </Badge>
          {one.status === "open" ? one.stage : null}
        </span>
      ),
      sort: (one) => one.status,
    },
    { id: "amount", header: t("amount"), cell: (one) => <Amount value={one.amount} />, sort: (one) => (one.amount ? { decimal: one.amount.amount } : null), align: "end" },
    { id: "owner", header: t("owner"), cell: (one) => one.owner ?? "–", sort: (one) => one.owner },
    { id: "unit", header: t("unit"), cell: (one) => one.unit?.name ?? "–", sort: (one) => one.unit?.name },
    { id: "close", header: t("close"), cell: (one) => <DateText value={one.close} />, sort: (one) => one.close },
  ];
}
