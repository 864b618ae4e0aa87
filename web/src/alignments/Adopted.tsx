// An alignment that was adopted: since when and why, taking it back before its day, and what became of it since.
import { Alert, Anchor, Button, Group, Skeleton, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./alignments.module.css";
import { Bar } from "./People";
import { Proposals } from "./Proposals";
import { type Alignment, both, type Drift, useAlignmentWords } from "./types";

/** All of it. */
export function Adopted({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const { date } = useFormats();
  const { emphasis } = useAlignmentWords(of.currency);
  const effective = of.effective ?? "";
  return (
    <>
      <Panel title={t("adopted")} lead={t("adopted.lead", { by: of.adopted_by ?? "", proposal: emphasis(of.proposal ?? "balanced"), day: date(effective) })}>
        <Text size="sm">“{of.because}”</Text>
        {effective > of.today ? <Undo of={of} /> : null}
      </Panel>
      <Watch of={of} />
      <Proposals of={of} />
    </>
  );
}

function Undo({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const { date } = useFormats();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const undo = api.useMutation("post", "/api/v1/alignments/{id}/undo", {
    onSuccess: async ({ handoffs }) => {
      toastDone(t("undo.done", { count: handoffs }));
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <ProblemAlert error={undo.error} />
      <Group mt="md" align="flex-end" gap="sm">
        <TextInput size="xs" w={300} label={t("undo.reason", { day: date(of.effective ?? "") })} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
        <Button size="xs" variant="default" disabled={reason.trim() === ""} loading={undo.isPending} onClick={() => undo.mutate({ params: { path: { id: of.id } }, body: { version: of.version, reason } })}>{t("undo")}</Button>
      </Group>
    </>
  );
}

function Watch({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const found = api.useQuery("get", "/api/v1/alignments/{id}/drift", { params: { path: { id: of.id } } });
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={260} radius={12} /> : null}
      {found.data === undefined ? null : <Drifted of={found.data} />}
      {found.data !== undefined && found.data.effective > found.data.today ? <Alert color="gray" variant="light">{t("drift.before")}</Alert> : null}
    </>
  );
}

function Drifted({ of }: { of: Drift }) {
  const { t } = useTranslation("alignments");
  const { number, date } = useFormats();
  const { money, hours } = useAlignmentWords(of.currency);
  const outside = of.people.filter((person) => person.outside_since !== null && person.outside_since !== undefined);
  const top = (value: (person: Drift["people"][number]) => readonly number[]) => Math.max(...of.people.flatMap((person) => [...value(person)]), 1);
  const [hoursTop, potentialTop] = [top((person) => [...person.hours, ...person.hours_band]), top((person) => [...person.potential, ...person.potential_band])];
  type Astray = Drift["astray"][number];
  const columns: Column<Astray>[] = [
    { id: "name", header: t("unit"), bare: true, sort: (row) => row.name, cell: (row) => <Anchor component={Link} size="sm" to="/customers/$id" params={{ id: row.customer } as never}>{row.name}</Anchor> },
    { id: "planned", header: t("drift.planned"), sort: (row) => row.planned, cell: (row) => row.planned },
    { id: "now", header: t("drift.now"), sort: (row) => row.now ?? "", cell: (row) => row.now ?? t("nobody") },
    { id: "way", header: t("drift.way"), cell: (row) => t(row.under_way ? "drift.under_way" : "drift.not_under_way") },
  ];
  return (
    <>
      <Figures>
        <Figure label={t("drift.outside")} value={number(outside.length)} period={t("drift.of", { count: of.people.length })} />
        <Figure label={t("drift.astray")} value={number(of.astray_count)} period={t("drift.astray.help")} />
        <Figure label={t("drift.new")} value={number(of.new_units)} period={t("drift.since", { day: date(of.effective) })} />
      </Figures>
      <Panel title={t("drift")} lead={t("drift.lead")}>
        <div className={classes.bars}>
          {of.people.map((person) => (
            <div key={person.seller.id} className={classes.person}>
              <div>
                <Text size="sm" fw={550}>{person.seller.name}</Text>
                <Text size="xs" c="dimmed">{t("people.units", { before: both(person.units)[0], after: both(person.units)[1] })}</Text>
                <Text size="xs" fw={550} c={person.outside_since === null || person.outside_since === undefined ? "dimmed" : "var(--t-loss)"}>
                  {person.outside_since === null || person.outside_since === undefined ? t("drift.inside") : t("drift.outside_since", { day: date(person.outside_since) })}
                </Text>
              </div>
              <Bar name={t("work")} pair={both(person.hours)} band={both(person.hours_band)} top={hoursTop} write={hours} />
              <Bar name={t("potential")} pair={both(person.potential)} band={both(person.potential_band)} top={potentialTop} write={money} />
            </div>
          ))}
        </div>
        <Text size="xs" c="dimmed" mt="sm">{t("drift.how")}</Text>
      </Panel>
      {of.astray.length === 0 ? null : (
        <Panel title={t("drift.astray")} lead={t("drift.astray.lead")} flush>
          <DataTable label={t("drift.astray")} rows={of.astray} columns={columns} rowKey={(row) => row.name + row.planned} maxHeight={420} />
        </Panel>
      )}
    </>
  );
}
