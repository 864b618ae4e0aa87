// The form of an act: what it does, what it needs, and what went wrong, in one place.
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ActDraft, actOf, draftOf, NEEDS, withPlaybook } from "./actDraft";
import { Meanwhile } from "./Meanwhile";
import { ReceiverSelect } from "./ReceiverSelect";
import { useAct } from "./sends";
import type { ActKind, Gate, Handoff } from "./types";
import { useSaid } from "./words";

interface Props {
  kind: ActKind;
  handoff: Handoff;
  gate?: Gate;
  onDone: () => void;
  onCancel: () => void;
}

/** The form. */
export function ActForm({ kind, handoff, gate, onDone, onCancel }: Props) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const shared = useTranslation().t;
  const [draft, setDraft] = useState<ActDraft>(() => draftOf(kind, handoff));
  const { send, isPending, error, meanwhile } = useAct(handoff, onDone);
  const needs = NEEDS[kind];
  const change = (some: Partial<ActDraft>) => setDraft({ ...draft, ...some });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(actOf(kind, draft, handoff, gate), t(`done.${kind}`));
  };
  const asksReceiver = kind === "change_receiver" || (kind === "accept" && handoff.receiver === null);
  const isRisky = kind === "decline" || kind === "cancel" || kind === "take_back";
  return (
    <form onSubmit={submit} aria-label={t(`act.${kind}`)}>
      <Stack gap="sm">
        <Meanwhile handoff={handoff} error={error} records={meanwhile} />
        <Text size="sm" c="dimmed">
          {t(`help.${kind}`)}
        </Text>
        {asksReceiver ? <ReceiverSelect handoff={handoff} value={draft.receiver} onChange={(receiver) => change({ receiver })} /> : null}
        {needs.includes("playbook") ? (
          <Select
            label={t("playbook")} value={draft.playbook} allowDeselect={false} onChange={(name) => (name === null ? undefined : setDraft(withPlaybook(draft, name, handoff)))}
            data={handoff.playbooks.map(({ name, title, steps }) => ({ value: name, label: t("playbook.one", { title: said(title), count: steps }) }))}
          />
        ) : null}
        {needs.includes("dates") ? (
          <Group grow align="flex-start">
            <Day label={t("introduction")} value={draft.introduction} min={handoff.today} onChange={(introduction) => change({ introduction })} />
            <Day label={t("transfer")} value={draft.transfer} min={draft.introduction} onChange={(transfer) => change({ transfer })} />
          </Group>
        ) : null}
        {needs.includes("day") ? <Day label={t(`day.${kind as "postpone"}`)} value={draft.day} onChange={(day) => change({ day })} /> : null}
        {needs.includes("reason") ? (
          <Textarea
            label={t("reason")} value={draft.reason} autosize minRows={2} maxRows={6} maxLength={1000} required withAsterisk={false} data-autofocus
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {shared("cancel")}
          </Button>
          <Button type="submit" color={isRisky ? "red.9" : undefined} loading={isPending}>
            {t(`act.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Day({ label, value, min, onChange }: { label: string; value: string; min?: string; onChange: (value: string) => void }) {
  return <TextInput type="date" label={label} value={value} min={min} required withAsterisk={false} onChange={(event) => onChange(event.currentTarget.value)} />;
}
