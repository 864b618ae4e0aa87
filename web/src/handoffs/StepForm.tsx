// Doing something with a step: what proves it, or why it is left out, waits, moves, or goes to somebody else.
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./handoffs.module.css";
import { useStepAct } from "./sends";
import { type StepDraft, stepActOf } from "./stepDraft";
import type { Handoff, Step, StepAct } from "./types";
import { useSaid } from "./words";

interface Props {
  kind: StepAct["act"];
  step: Step;
  handoff: Handoff;
  onDone: () => void;
  onCancel: () => void;
}

/** The form. */
export function StepForm({ kind, step, handoff, onDone, onCancel }: Props) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const said = useSaid();
  const { today } = handoff;
  const due = step.due !== null && step.due >= today ? step.due : today;
  const [draft, setDraft] = useState<StepDraft>({ place: "", on: today, with: "", name: said(step.title), value: "", reason: "", due, person: step.person ?? "" });
  const { send, isPending, error } = useStepAct(handoff, step, onDone);
  const change = (some: Partial<StepDraft>) => setDraft({ ...draft, ...some });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(stepActOf(kind, step.proof, draft), t(`step.did.${kind}`));
  };
  return (
    <form onSubmit={submit} className={classes.inset} aria-label={t(`step.act.${kind}`)}>
      <Stack gap="sm">
        <ProblemAlert error={error} />
        {kind === "finish" ? <Proof step={step} draft={draft} change={change} today={today} /> : null}
        {kind === "move" ? <TextInput type="date" label={t("step.due")} value={draft.due} min={today} required withAsterisk={false} onChange={(event) => change({ due: event.currentTarget.value })} /> : null}
        {kind === "assign" ? <Select label={t("step.person")} value={draft.person === "" ? null : draft.person} required withAsterisk={false} data={castOf(handoff)} onChange={(person) => change({ person: person ?? "" })} /> : null}
        {kind === "finish" ? null : (
          <Textarea
            label={t("reason")} value={draft.reason} autosize minRows={1} maxRows={5} maxLength={1000} required withAsterisk={false} autoFocus
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        )}
        <Group gap="xs">
          <Button size="xs" type="submit" loading={isPending}>
            {t(kind === "finish" ? "step.finish" : `step.act.${kind}`)}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {shared("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Those who take part, each once. */
function castOf({ cast, people }: Handoff): { value: string; label: string }[] {
  const users = new Set(cast.map(({ user }) => user));
  return people.filter(({ id }) => users.has(id)).map(({ id, name }) => ({ value: id, label: name }));
}

function Proof({ step, draft, change, today }: { step: Step; draft: StepDraft; change: (some: Partial<StepDraft>) => void; today: string }) {
  const { t } = useTranslation("handoffs");
  const text = (key: "place" | "with" | "name" | "value", isFirst: boolean) => (
    <TextInput
      label={t(`proof.${key}`)} description={t(`proof.${key}.help`)} value={draft[key]} maxLength={500} required withAsterisk={false} autoFocus={isFirst}
      inputWrapperOrder={["label", "input", "description", "error"]} onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(`proof.${step.proof}`)}
      </Text>
      {step.proof === "document" ? text("place", true) : null}
      {step.proof === "meeting" ? (
        <>
          <TextInput type="date" label={t("meeting.on")} value={draft.on} max={today} required withAsterisk={false} onChange={(event) => change({ on: event.currentTarget.value })} />
          {text("with", true)}
        </>
      ) : null}
      {step.proof === "field" ? (
        <>
          {text("name", false)}
          {text("value", true)}
        </>
      ) : null}
    </>
  );
}
