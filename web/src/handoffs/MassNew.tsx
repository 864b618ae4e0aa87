// Handing many units over: who leaves, when and how; every consequence before anything is done; then one run.
import { Alert, Button, Group, Select, SegmentedControl, Skeleton, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { keepPreviousData, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import ChevronLeft from "lucide-react/icons/chevron-left";
import UserRoundMinus from "lucide-react/icons/user-round-minus";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./handoffs.module.css";
import { type Draft, type Preview, RECEIVING, type Receiving, wantedOf } from "./mass";
import { MassFigures } from "./MassFigures";
import { MassLoads } from "./MassLoads";
import { MassRecords } from "./MassRecords";
import { MassShares } from "./MassShares";
import { MassUnits } from "./MassUnits";
import type { Playbook } from "./types";
import { useSaid } from "./words";

/** The page. */
export function MassNew() {
  const { t } = useTranslation("handoffs");
  const playbooks = api.useQuery("get", "/api/v1/playbooks");
  return (
    <Page title={t("mass.new")} lead={t("mass.new.lead")} above={<Back />}>
      <ProblemAlert error={playbooks.error} onRetry={() => void playbooks.refetch()} />
      {playbooks.data === undefined ? <Skeleton height={220} radius={12} /> : <Whole today={playbooks.data.today} playbooks={playbooks.data.playbooks as unknown as Playbook[]} />}
    </Page>
  );
}

function Back() {
  const { t } = useTranslation("handoffs");
  return (
    <Link to="/handoffs/mass" className={classes.back}>
      <ChevronLeft size={15} aria-hidden />
      {t("page.mass")}
    </Link>
  );
}

function Whole({ today, playbooks }: { today: string; playbooks: readonly Playbook[] }) {
  const [draft, setDraft] = useState<Draft>({ seller: null, gone: later(today), role: "account_manager", playbook: "small", opportunities: "decide", receivers: {}, leave_out: [] });
  const wanted = wantedOf(draft);
  const found = api.useQuery("post", "/api/v1/handoffs/mass/preview", { body: { wanted: wanted ?? ({} as never) } }, { enabled: wanted !== undefined, placeholderData: keepPreviousData, staleTime: 0 });
  const preview = wanted === undefined ? undefined : (found.data as unknown as Preview | undefined);
  return (
    <>
      <Form draft={draft} playbooks={playbooks} onChange={setDraft} />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {wanted === undefined ? <Nobody /> : preview === undefined ? found.isError ? null : <Skeleton height={420} radius={12} /> : preview.units.length === 0 ? <Nothing /> : (
        <div className={classes.previewed} data-looking={found.isFetching || undefined} aria-busy={found.isFetching}>
          <MassFigures preview={preview} />
          <MassLoads loads={preview.loads} />
          <MassUnits key={draft.seller} preview={preview} draft={draft} onChange={setDraft} />
          <MassRecords preview={preview} />
          <MassShares shares={preview.shares} />
          <Start preview={preview} draft={draft} isLooking={found.isFetching} />
        </div>
      )}
    </>
  );
}

function Nobody() {
  const { t } = useTranslation("handoffs");
  return <Panel><EmptyState icon={UserRoundMinus} title={t("mass.nobody")} text={t("mass.nobody.text")} /></Panel>;
}

function Nothing() {
  const { t } = useTranslation("handoffs");
  return <Panel><EmptyState icon={UserRoundMinus} title={t("mass.nothing")} text={t("mass.nothing.text")} act={{ label: t("work.none.customers"), to: "/customers" }} /></Panel>;
}

/** A month from now: people are told before somebody leaves. */
function later(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 30);
  return day.toISOString().slice(0, 10);
}

interface FormProps {
  draft: Draft;
  playbooks: readonly Playbook[];
  onChange: (draft: Draft) => void;
}

function Form({ draft, playbooks, onChange }: FormProps) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const sellers = api.useQuery("get", "/api/v1/sellers");
  const people = (sellers.data?.items ?? []).filter((one) => one.role !== "manager");
  const anew = { receivers: {}, leave_out: [] };
  return (
    <Panel title={t("mass.who")} lead={t("mass.who.lead")}>
      <ProblemAlert error={sellers.error} onRetry={() => void sellers.refetch()} />
      <div className={classes.massForm}>
        <Select
          label={t("mass.seller")} placeholder={t("mass.seller.choose")} value={draft.seller} searchable nothingFoundMessage={t("all.person.none")}
          data={people.map(({ id, name }) => ({ value: id, label: name }))} onChange={(seller) => onChange({ ...draft, ...anew, seller })}
        />
        <TextInput type="date" label={t("mass.gone")} value={draft.gone} required withAsterisk={false} onChange={(event) => onChange({ ...draft, gone: event.currentTarget.value })} />
        <Select
          label={t("propose.role")} value={draft.role} allowDeselect={false} data={RECEIVING.map((one) => ({ value: one, label: t(`role.${one}`) }))}
          onChange={(role) => onChange({ ...draft, receivers: {}, role: (role ?? draft.role) as Receiving })}
        />
        <Select
          label={t("playbook")} value={draft.playbook} allowDeselect={false} data={playbooks.map(({ name, title, steps }) => ({ value: name, label: t("playbook.one", { title: said(title), count: steps }) }))}
          onChange={(playbook) => onChange({ ...draft, playbook: playbook ?? draft.playbook })}
        />
      </div>
      <Group mt="sm" gap="sm">
        <Text size="sm" id="mass-opportunities">{t("mass.opportunities")}</Text>
        <SegmentedControl
          size="xs" aria-labelledby="mass-opportunities" value={draft.opportunities} data={[{ value: "decide", label: t("mass.opportunities.decide") }, { value: "move", label: t("mass.opportunities.move") }]}
          onChange={(opportunities) => onChange({ ...draft, opportunities: opportunities as Draft["opportunities"] })}
        />
      </Group>
    </Panel>
  );
}

function Start({ preview, draft, isLooking }: { preview: Preview; draft: Draft; isLooking: boolean }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const said = useSaid();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const start = api.useMutation("post", "/api/v1/handoffs/mass", {
    onSuccess: async ({ id }) => {
      toastDone(t("mass.started"));
      await navigate({ to: "/handoffs/mass/$id", params: { id } });
      await queries.invalidateQueries();
    },
  });
  const begin = () => {
    const wanted = wantedOf(draft, reason.trim() === "" ? said(preview.reason) : reason);
    if (wanted !== undefined) start.mutate({ body: { wanted, seen: preview.seen } });
  };
  const { planned, refused, left_out: out } = preview.totals;
  return (
    <Panel title={t("mass.start")} lead={t("mass.start.lead", { count: planned, number: number(planned) })}>
      <Stack gap="sm">
        {refused + out === 0 ? null : <Alert color="gray" variant="light">{t("mass.start.left", { count: refused + out, number: number(refused + out) })}</Alert>}
        <Textarea label={t("reason")} placeholder={said(preview.reason)} description={t("mass.reason.help")} value={reason} autosize minRows={2} maxLength={1000} inputWrapperOrder={["label", "input", "description", "error"]} onChange={(event) => setReason(event.currentTarget.value)} />
        <ProblemAlert error={start.error} />
        <Group justify="flex-end">
          <Button disabled={planned === 0 || isLooking} loading={start.isPending} onClick={begin}>
            {t("mass.start.act", { count: planned, number: number(planned) })}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
