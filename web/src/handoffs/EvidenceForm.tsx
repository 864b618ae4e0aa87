// Saying something that a gate looks at: a meeting that took place, an introduction, an invoice, or that there is none.
import { Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../shared/ProblemAlert";
import { type EvidenceDraft, type EvidenceKind, evidenceOf } from "./evidence";
import { useEvidence } from "./sends";
import type { Handoff } from "./types";

const MEETINGS = ["kickoff", "working", "training", "review"] as const;

/** The form. */
export function EvidenceForm({ kind, handoff, onDone, onCancel }: { kind: EvidenceKind; handoff: Handoff; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const [draft, setDraft] = useState<EvidenceDraft>({ on: handoff.today, what: "working", live: true, text: "", paid: false, explained: "" });
  const { send, isPending, error } = useEvidence(handoff, onDone);
  const change = (some: Partial<EvidenceDraft>) => setDraft({ ...draft, ...some });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(evidenceOf(kind, draft), t("evidence.done"));
  };
  return (
    <form onSubmit={submit} aria-label={t(`evidence.${kind}`)}>
      <Stack gap="sm">
        <ProblemAlert error={error} />
        <Text size="sm" c="dimmed">
          {t(`evidence.${kind}.help`)}
        </Text>
        <Fields kind={kind} draft={draft} change={change} today={handoff.today} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={isPending}>
            {t("evidence.act")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Fields({ kind, draft, change, today }: { kind: EvidenceKind; draft: EvidenceDraft; change: (some: Partial<EvidenceDraft>) => void; today: string }) {
  const { t } = useTranslation("handoffs");
  const day = (label: string, max?: string) => (
    <TextInput type="date" label={label} value={draft.on} max={max} required withAsterisk={false} onChange={(event) => change({ on: event.currentTarget.value })} />
  );
  const text = (label: string) => (
    <TextInput label={label} value={draft.text} maxLength={500} required withAsterisk={false} data-autofocus onChange={(event) => change({ text: event.currentTarget.value })} />
  );
  if (kind === "session") {
    return (
      <>
        <Select
          label={t("meeting")} value={draft.what} allowDeselect={false} data={MEETINGS.map((what) => ({ value: what, label: t(`meeting.${what}`) }))}
          onChange={(what) => change({ what: (what ?? "working") as "working" })}
        />
        {day(t("meeting.on"), today)}
      </>
    );
  }
  if (kind === "introduction") {
    return (
      <>
        {day(t("meeting.on"), today)}
        <Checkbox label={t("meeting.live")} checked={draft.live} onChange={(event) => change({ live: event.currentTarget.checked })} />
      </>
    );
  }
  if (kind === "invoice") {
    return (
      <>
        {text(t("invoice.number"))}
        {day(t("invoice.due"))}
        <Checkbox label={t("invoice.paid")} checked={draft.paid} onChange={(event) => change({ paid: event.currentTarget.checked })} />
        {draft.paid ? null : <Textarea label={t("invoice.explained")} value={draft.explained} autosize minRows={2} maxLength={500} onChange={(event) => change({ explained: event.currentTarget.value })} />}
      </>
    );
  }
  return null;
}
