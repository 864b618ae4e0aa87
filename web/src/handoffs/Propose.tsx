// Proposing a handoff: why, who receives, how and when. What the rules of engagement say stands at hand.
import { Button, Group, Select, Skeleton, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import ChevronLeft from "lucide-react/icons/chevron-left";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { Decision } from "../rules/types";
import classes from "./handoffs.module.css";
import { ReceiverChoice } from "./ReceiverChoice";
import type { Playbook, Receivers } from "./types";
import { unitOf, useSaid } from "./words";

/** The page. */
export function Propose() {
  const { t } = useTranslation("handoffs");
  const { unit } = useParams({ strict: false }) as { unit: string };
  const path = { params: { path: { id: unit } } };
  const decision = api.useQuery("get", "/api/v1/units/{id}/decision", path);
  const playbooks = api.useQuery("get", "/api/v1/playbooks");
  const found = decision.data as unknown as Decision | undefined;
  const title = found === undefined ? t("propose") : t("propose.title", { customer: [found.customer.name, unitOf(found)].filter(Boolean).join(", ") });
  return (
    <Page title={title} lead={t("propose.lead")} width="text" above={found === undefined ? null : <Back decision={found} />}>
      <ProblemAlert error={decision.error ?? playbooks.error} onRetry={() => void Promise.all([decision.refetch(), playbooks.refetch()])} />
      {found !== undefined && playbooks.data !== undefined ? <Form key={unit} decision={found} today={playbooks.data.today} playbooks={playbooks.data.playbooks as unknown as Playbook[]} /> : decision.isError || playbooks.isError ? null : <Skeleton height={420} radius={12} />}
    </Page>
  );
}

function Back({ decision }: { decision: Decision }) {
  return (
    <Link to={`/customers/${decision.customer.id}`} className={classes.back}>
      <ChevronLeft size={15} aria-hidden />
      {decision.customer.name}
    </Link>
  );
}

interface Draft {
  reason: string;
  /** None for later; undefined while the first of the ranking counts. */
  receiver: string | null | undefined;
  playbook: string;
  transfer: string;
}

const ROLES = ["account_manager", "inside_account_manager", "generalist", "hunter"] as const;
type Role = (typeof ROLES)[number];

function Form({ decision, today, playbooks }: { decision: Decision; today: string; playbooks: readonly Playbook[] }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const day = (name: string) => playbooks.find((one) => one.name === name)?.transfer ?? today;
  const [draft, setDraft] = useState<Draft>(() => begun(decision, playbooks, day));
  const [role, setRole] = useState<Role>(ROLES.find((one) => one === decision.to) ?? "account_manager");
  const found = api.useQuery("get", "/api/v1/units/{id}/receivers", { params: { path: { id: decision.unit.id }, query: { role } } });
  const receivers = found.data as unknown as Receivers | undefined;
  const named = receivers?.ranked.find(({ seller }) => seller.id === decision.receiver?.id) ?? receivers?.ranked[0];
  const receiver = draft.receiver === undefined ? (named?.seller.id ?? null) : draft.receiver;
  const propose = api.useMutation("post", "/api/v1/units/{id}/handoffs", {
    onSuccess: async ({ id }) => {
      toastDone(t("propose.done"));
      await queries.invalidateQueries();
      await navigate({ to: `/handoffs/${id}` });
    },
  });
  const choose = (next: string | null) => {
    setRole((next ?? role) as Role);
    setDraft({ ...draft, receiver: undefined });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wish = { playbook: draft.playbook, transfer: draft.transfer } as unknown as Record<string, never>;
    propose.mutate({ params: { path: { id: decision.unit.id } }, body: { receiver, reason: draft.reason, wish } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <RulesSay decision={decision} />
        <Panel
          title={t("propose.who")} lead={t("propose.who.lead")}
          act={<Select size="xs" aria-label={t("propose.role")} value={role} allowDeselect={false} w={190} data={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))} onChange={choose} />}
        >
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
          {receivers === undefined ? found.isError ? null : <Skeleton height={180} /> : <ReceiverChoice receivers={receivers} value={receiver} onChange={(next) => setDraft({ ...draft, receiver: next })} />}
        </Panel>
        <Panel title={t("propose.how")}>
          <Stack gap="sm">
            <Group grow align="flex-start">
              <Select
                label={t("playbook")} value={draft.playbook} allowDeselect={false} data={playbooks.map(({ name, title, steps }) => ({ value: name, label: t("playbook.one", { title: said(title), count: steps }) }))}
                onChange={(name) => (name === null ? undefined : setDraft({ ...draft, playbook: name, transfer: day(name) }))}
              />
              <TextInput
                type="date" label={t("transfer")} value={draft.transfer} min={today} required withAsterisk={false} onChange={(event) => setDraft({ ...draft, transfer: event.currentTarget.value })}
              />
            </Group>
            <Text size="xs" c="dimmed">
              {t("propose.wish")}
            </Text>
            <Textarea
              label={t("propose.reason")} description={t("propose.reason.help")} value={draft.reason} autosize minRows={2} maxRows={6} maxLength={1000} required withAsterisk={false}
              inputWrapperOrder={["label", "input", "description", "error"]} onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
            />
            <ProblemAlert error={propose.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={propose.isPending}>
                {t("propose")}
              </Button>
            </Group>
          </Stack>
        </Panel>
      </Stack>
    </form>
  );
}

/** Begins with what the rules say. */
function begun(decision: Decision, playbooks: readonly Playbook[], day: (name: string) => string): Draft {
  const playbook = playbooks.some(({ name }) => name === decision.playbook) ? (decision.playbook ?? "standard") : "standard";
  const rule = decision.answer === "hand_off" ? decision.reasons.find((reason) => !reason.hold && reason.id === decision.rule) : undefined;
  return { reason: rule?.because ?? "", receiver: undefined, playbook, transfer: day(playbook) };
}

function RulesSay({ decision }: { decision: Decision }) {
  const { t } = useTranslation("handoffs");
  const { answer, rule } = decision;
  if (answer === null || answer === undefined) return null;
  return (
    <Text size="sm" className={classes.note} data-tone={answer === "hand_off" ? "plain" : undefined}>
      {t(`propose.rules.${answer}`)} {rule === null || rule === undefined ? "" : t("propose.rule", { rule })}
    </Text>
  );
}
