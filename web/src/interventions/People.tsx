// Who takes part and who is compared, with what was locked of them.
import { SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import type { Intervention, Participant } from "./types";
import { useAmounts } from "./words";

/** Both groups side by side. */
export function People({ one, currency }: { one: Intervention; currency: string | undefined }) {
  const { t } = useTranslation("interventions");
  const { month } = useFormats();
  const lead = one.baseline_from === null || one.baseline_from === undefined ? t("people.lead.draft") : t("people.lead", { from: month(one.baseline_from), to: month(one.baseline_to ?? "") });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Panel title={t("people.members")} lead={lead} flush>
        {one.members.length === 0 ? <Note text={t("people.everybody")} /> : <Table name={t("people.members")} one={one} rows={one.members} currency={currency} />}
      </Panel>
      <Panel title={t("people.others")} lead={t(one.drawn ? "people.drawn" : "people.chosen")} flush>
        {one.others.length === 0 ? <Note text={t(`compares.${one.compares}` as "compares.nobody")} /> : <Table name={t("people.others")} one={one} rows={one.others} currency={currency} />}
      </Panel>
    </SimpleGrid>
  );
}

function Note({ text }: { text: string }) {
  return <Text size="sm" px="md" pb="md">{text}</Text>;
}

function Table({ name, one, rows, currency }: { name: string; one: Intervention; rows: readonly Participant[]; currency: string | undefined }) {
  const { t } = useTranslation("interventions");
  const { date } = useFormats();
  const { plain } = useAmounts(one.unit, currency);
  const hasStrata = rows.some(({ stratum }) => stratum !== null && stratum !== undefined);
  const hasFrom = rows.some(({ from }) => from !== null && from !== undefined);
  const columns: Column<Participant>[] = [
    { id: "name", header: t("person"), cell: (row) => row.seller.name, sort: (row) => row.seller.name, bare: true },
    ...(hasStrata ? [{ id: "stratum", header: t("stratum"), cell: (row: Participant) => row.stratum ?? "–" }] : []),
    ...(hasFrom ? [{ id: "from", header: t("from"), cell: (row: Participant) => date(row.from ?? one.start) }] : []),
    { id: "before", header: t("before"), align: "end", cell: (row) => <span className="figures">{row.before === null || row.before === undefined ? "–" : plain(row.before)}</span>, sort: (row) => row.before },
  ];
  return <DataTable label={name} rows={rows} columns={columns} rowKey={(row) => row.seller.id} />;
}
