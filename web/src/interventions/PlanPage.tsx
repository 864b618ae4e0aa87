// Planning an intervention whose people are chosen, and changing a plan that has not begun.
import { Alert, Anchor, Button, Group, NumberInput, Radio, SimpleGrid, Skeleton, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { AimFields, type Aimed, aimedOf, expectedOf, PeopleField, unitOf } from "./fields";
import type { Choices, Intervention, Plan } from "./types";

type Compares = "everybody_else" | "listed" | "nobody";

interface Draft {
  name: string;
  because: string;
  start: string;
  end: string;
  settle: number;
  baseline: number;
  people: string[];
  compares: Compares;
  others: string[];
}

/** A new plan. */
export function PlanPage() {
  const { t } = useTranslation("interventions");
  const choices = api.useQuery("get", "/api/v1/interventions/choices");
  return (
    <Page title={t("new")} lead={t("lead.new")} above={<Anchor component={Link} to="/redirect" size="sm">{t("back")}</Anchor>} width="text">
      <Alert variant="light" p="sm">
        <Text size="sm">{t("new.draw")} <Anchor component={Link} underline="always" to="/redirect/pilot">{t("page.pilot")}</Anchor></Text>
      </Alert>
      <ProblemAlert error={choices.error} />
      {choices.data === undefined ? <Skeleton height={420} radius={12} /> : <Form choices={choices.data} />}
    </Page>
  );
}

/** A plan that has not begun. */
export function ChangePage() {
  const { t } = useTranslation("interventions");
  const { id } = useParams({ strict: false }) as { id: string };
  const choices = api.useQuery("get", "/api/v1/interventions/choices");
  const found = api.useQuery("get", "/api/v1/interventions/{id}", { params: { path: { id } } });
  return (
    <Page title={t("change.title", { name: found.data?.name ?? "" })} above={<Anchor component={Link} to="/redirect/$id" params={{ id } as never} size="sm">{t("back.one")}</Anchor>} width="text">
      <ProblemAlert error={choices.error ?? found.error} />
      {choices.data === undefined || found.data === undefined ? <Skeleton height={420} radius={12} /> : <Form choices={choices.data} kept={found.data} />}
    </Page>
  );
}

function aimedBefore(kept: Intervention, choices: Choices): Aimed {
  const share = unitOf(kept.outcome, choices) === "share";
  return { kind: kept.kind, aim: kept.aim, outcome: kept.outcome, expected: share ? Math.round(kept.expected * 1e6) / 1e4 : kept.expected };
}

function draftOf(kept: Intervention | undefined, choices: Choices): Draft {
  if (kept === undefined) {
    return { name: "", because: "", start: "", end: "", settle: 1, baseline: 12, people: [], compares: choices.everybody ? "everybody_else" : "listed", others: [] };
  }
  return {
    name: kept.name, because: kept.because ?? "", start: kept.start, end: kept.end, settle: kept.settle_months, baseline: kept.baseline_months,
    people: kept.members.map(({ seller }) => seller.id), compares: kept.compares as Compares, others: kept.others.map(({ seller }) => seller.id),
  };
}

function Form({ choices, kept }: { choices: Choices; kept?: Intervention }) {
  const { t } = useTranslation("interventions");
  const shared = useTranslation().t;
  const [aimed, setAimed] = useState<Aimed>(kept === undefined ? aimedOf(choices) : aimedBefore(kept, choices));
  const [draft, setDraft] = useState(draftOf(kept, choices));
  const queries = useQueryClient();
  const go = useNavigate();
  const leave = async (id: string) => {
    toastDone(t("kept"));
    await queries.invalidateQueries();
    await go({ to: "/redirect/$id", params: { id } as never });
  };
  const create = api.useMutation("post", "/api/v1/interventions", { onSuccess: ({ id }) => leave(id) });
  const change = api.useMutation("put", "/api/v1/interventions/{id}", { onSuccess: () => leave(kept?.id ?? "") });
  const set = (some: Partial<Draft>) => setDraft({ ...draft, ...some });
  const starts = new Map(kept?.members.map(({ seller, from }) => [seller.id, from]));
  const plan = (): Plan => ({
    name: draft.name, kind: aimed.kind, aim: aimed.aim, outcome: aimed.outcome, start: draft.start, end: draft.end,
    settle_months: draft.settle, baseline_months: draft.baseline, expected: expectedOf(aimed, choices), because: draft.because,
    people: draft.people.map((seller) => ({ seller, from: starts.get(seller) ?? null })),
    ...(draft.compares === "everybody_else" ? {} : { compared: draft.compares === "nobody" ? [] : draft.others }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kept === undefined) create.mutate({ body: plan() });
    else change.mutate({ params: { path: { id: kept.id } }, body: { version: kept.version, plan: plan() } });
  };
  const unit = unitOf(aimed.outcome, choices);
  const common = { people: choices.people, outcome: aimed.outcome, unit, currency: choices.currency };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <Panel title={t("form.what")}>
          <Stack gap="sm">
            <TextInput label={t("field.name")} required withAsterisk={false} maxLength={100} data-autofocus value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
            <AimFields aimed={aimed} choices={choices} onChange={setAimed} />
            <Textarea label={t("field.because")} autosize minRows={2} maxLength={1000} value={draft.because} onChange={(event) => set({ because: event.currentTarget.value })} />
          </Stack>
        </Panel>
        <Panel title={t("form.when")}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput type="date" label={t("field.start")} required withAsterisk={false} value={draft.start} onChange={(event) => set({ start: event.currentTarget.value })} />
            <TextInput type="date" label={t("field.end")} required withAsterisk={false} value={draft.end} onChange={(event) => set({ end: event.currentTarget.value })} />
            <NumberInput label={t("field.settle")} description={t("field.settle.help")} min={0} max={12} allowDecimal={false} value={draft.settle} onChange={(value) => set({ settle: Number(value) || 0 })} />
            <NumberInput label={t("field.baseline")} description={t("field.baseline.help")} min={3} max={60} allowDecimal={false} value={draft.baseline} onChange={(value) => set({ baseline: Number(value) || 12 })} />
          </SimpleGrid>
        </Panel>
        <Panel title={t("form.who")}>
          <Stack gap="md">
            <PeopleField {...common} label={t("people.members")} chosen={draft.people} onChange={(people) => set({ people, others: draft.others.filter((id) => !people.includes(id)) })} />
            <Radio.Group label={t("people.others")} value={draft.compares} onChange={(compares) => set({ compares: compares as Compares })}>
              <Stack gap={6} mt={6}>
                {choices.everybody ? <Radio value="everybody_else" label={t("compares.everybody_else")} /> : null}
                <Radio value="listed" label={t("compares.listed")} />
                <Radio value="nobody" label={t("compares.nobody")} />
              </Stack>
            </Radio.Group>
            {draft.compares === "listed" ? (
              <PeopleField {...common} label={t("compares.listed")} people={choices.people.filter(({ seller }) => !draft.people.includes(seller.id))} chosen={draft.others} onChange={(others) => set({ others })} />
            ) : null}
          </Stack>
        </Panel>
        <ProblemAlert error={create.error ?? change.error} />
        <Group justify="flex-end" gap="xs">
          <Button type="submit" loading={create.isPending || change.isPending} disabled={aimed.expected === "" || draft.people.length === 0}>{shared("save")}</Button>
        </Group>
      </Stack>
    </form>
  );
}
