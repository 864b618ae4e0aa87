// Adopting a proposal: what would happen, what stands against it, from which day, and why.
import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import ArrowRight from "lucide-react/icons/arrow-right";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { Figure, Figures } from "../shared/Figure";
import { daysLater, useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./alignments.module.css";
import { type Adoption, useAlignmentWords } from "./types";

const DAYS = 30;

/** The page. */
export function AdoptPage() {
  const { t } = useTranslation("alignments");
  const { id = "", key = "" } = useParams({ strict: false });
  const whole = api.useQuery("get", "/api/v1/alignments/{id}", { params: { path: { id } } });
  const found = api.useQuery("get", "/api/v1/alignments/{id}/proposals/{key}/adoption", { params: { path: { id, key } } }, { staleTime: 0 });
  const { emphasis } = useAlignmentWords("USD");
  return (
    <Page title={t("adopt.title", { name: emphasis(key) })} lead={t("adopt.lead")} above={<Anchor component={Link} size="sm" to="/align/$id/$key" params={{ id, key } as never}>{whole.data?.name ?? t("title")}</Anchor>}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending || whole.isPending ? <Skeleton height={420} radius={12} /> : null}
      {found.data === undefined || whole.data === undefined ? null : <Preview id={id} proposal={key} of={found.data} today={whole.data.today} />}
    </Page>
  );
}

function Preview({ id, proposal, of, today }: { id: string; proposal: string; of: Adoption; today: string }) {
  const { t } = useTranslation("alignments");
  const { number, list } = useFormats();
  const { money } = useAlignmentWords(of.currency);
  return (
    <>
      {of.changed.length > 0 ? (
        <Alert color="red" variant="light" title={t("changed", { count: of.changed.length })}>
          <Text size="sm">{list(of.changed.slice(0, 8).map(({ what, name }) => t(`changed.${what}` as "changed.owner", { name })))}</Text>
          <Text size="sm" mt={4}>{t("changed.text")}</Text>
        </Alert>
      ) : null}
      {of.behind ? <Alert color="yellow" variant="light" title={t("behind")}>{t("behind.text")}</Alert> : null}
      {of.open_challenges > 0 ? <Alert color="yellow" variant="light" title={t("adopt.challenges", { count: of.open_challenges })}>{t("adopt.challenges.text")}</Alert> : null}
      <Figures>
        <Figure label={t("adopt.handoffs")} value={number(of.handoffs)} period={t("totals.arr", { arr: money(of.arr) })} />
        <Figure label={t("adopt.pairs")} value={number(of.pairs.length)} period={t("adopt.interfaces", { count: of.interfaces })} />
        <Figure label={t("adopt.under_way")} value={number(of.under_way.length)} period={t("adopt.under_way.help")} />
        <Figure label={t("adopt.given")} value={number(of.given.length)} period={t("adopt.given.help")} />
      </Figures>
      <Decide id={id} proposal={proposal} of={of} today={today} />
      <Handovers of={of} />
      {of.pairs.length === 0 ? null : (
        <Panel title={t("pairs")} lead={t("adopt.pairs.lead")}>
          <ul className={classes.list}>
            {of.pairs.map((pair) => (
              <li key={pair.hunter.id} className={classes.row}>
                <Text size="sm" className={classes.grow}>{pair.hunter.name} <ArrowRight size={13} aria-label={t("pairs.to")} /> <b>{pair.manager.name}</b></Text>
                {pair.before === null || pair.before === undefined ? null : <Text size="xs" c="dimmed">{t("adopt.pairs.before", { name: pair.before.name })}</Text>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Handovers({ of }: { of: Adoption }) {
  const { t } = useTranslation("alignments");
  const { money } = useAlignmentWords(of.currency);
  type Row = Adoption["handovers"][number];
  const columns: Column<Row>[] = [
    { id: "from", header: t("owner"), sort: (row) => row.from.name, cell: (row) => row.from.name },
    { id: "to", header: t("to"), sort: (row) => row.to.name, cell: (row) => row.to.name },
    { id: "units", header: t("units.short"), align: "end", sort: (row) => row.units, cell: (row) => <span className="figures" title={row.names.join(", ")}>{row.units}</span> },
    { id: "arr", header: t("arr"), align: "end", sort: (row) => row.arr, cell: (row) => <span className="figures">{money(row.arr)}</span> },
    { id: "playbooks", header: t("playbooks"), cell: (row) => Object.entries(row.playbooks).map(([name, count]) => `${t(`playbook.${name}` as "playbook.small")} ${count}`).join(" · ") },
  ];
  return (
    <Panel title={t("adopt.handovers")} lead={t("adopt.handovers.lead")} flush>
      <DataTable label={t("adopt.handovers")} rows={of.handovers} columns={columns} rowKey={(row) => `${row.from.id} ${row.to.id}`} empty={<Text size="sm" c="dimmed" p="md">{t("adopt.handovers.none")}</Text>} />
    </Panel>
  );
}

function Decide({ id, proposal, of, today }: { id: string; proposal: string; of: Adoption; today: string }) {
  const { t } = useTranslation("alignments");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [effective, setEffective] = useState(daysLater(today, DAYS));
  const [because, setBecause] = useState("");
  const adopt = api.useMutation("post", "/api/v1/alignments/{id}/adopt", {
    onSuccess: async ({ handoffs }) => {
      toastDone(t("adopted.done", { count: handoffs }));
      await navigate({ to: "/align/$id", params: { id } });
      await queries.invalidateQueries();
    },
  });
  const stands = of.changed.length === 0 && !of.behind;
  return (
    <Panel title={t("adopt.decide")} lead={t("adopt.decide.lead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          adopt.mutate({ params: { path: { id } }, body: { proposal, proposal_version: of.proposal_version, version: of.version, effective, because } });
        }}
      >
        <Stack gap="sm" maw={560}>
          <ProblemAlert error={adopt.error} />
          <TextInput type="date" label={t("adopt.effective")} value={effective} min={today} onChange={(event) => setEffective(event.currentTarget.value)} required />
          <Textarea label={t("adopt.because")} description={t("adopt.because.help")} autosize minRows={2} maxLength={1000} value={because} onChange={(event) => setBecause(event.currentTarget.value)} required />
          <Group>
            <Button type="submit" loading={adopt.isPending} disabled={!stands || because.trim() === "" || effective === ""}>{t("adopt.do")}</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
