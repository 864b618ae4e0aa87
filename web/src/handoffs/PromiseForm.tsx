// Doing something with a promise: gone through with its next owner, kept, or released by the customer.
import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./handoffs.module.css";
import type { Commitment, Handoff, PromiseAct } from "./types";

/** The form. */
export function PromiseForm({ kind, one, handoff, onDone }: { kind: PromiseAct["act"]; one: Commitment; handoff: Handoff; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ to: handoff.receiver?.id ?? handoff.giver.id, on: handoff.today, by: "", text: "" });
  const act = api.useMutation("post", "/api/v1/commitments/{id}/acts", {
    onSuccess: async () => {
      toastDone(t("promises.done"));
      onDone();
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { to, on, by, text } = draft;
    const wish: PromiseAct = kind === "walk" ? { act: kind, handoff: handoff.id, to } : kind === "keep" ? { act: kind, on, evidence: text } : { act: kind, by, on, place: text };
    act.mutate({ params: { path: { id: one.id } }, body: { act: wish as unknown as Record<string, never>, version: one.commitment.version } });
  };
  const people = [handoff.giver, ...(handoff.receiver ? [handoff.receiver] : [])].map(({ id, name }) => ({ value: id, label: name }));
  const text = (label: string, key: "by" | "text") => (
    <TextInput label={label} value={draft[key]} maxLength={500} required withAsterisk={false} onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })} />
  );
  return (
    <form onSubmit={submit} className={classes.inset} aria-label={t(`promise.act.${kind}`)}>
      <Stack gap="sm">
        <ProblemAlert error={act.error} />
        {kind === "walk" ? (
          <Select label={t("promise.walk.to")} value={draft.to} allowDeselect={false} data={people} onChange={(to) => setDraft({ ...draft, to: to ?? draft.to })} />
        ) : (
          <>
            {kind === "release" ? text(t("promise.release.by"), "by") : null}
            <TextInput
              type="date" label={t(`promise.${kind}.on`)} value={draft.on} max={handoff.today} required withAsterisk={false} maw={220}
              onChange={(event) => setDraft({ ...draft, on: event.currentTarget.value })}
            />
            {text(t(kind === "keep" ? "promise.keep.evidence" : "promise.release.place"), "text")}
          </>
        )}
        <Group gap="xs">
          <Button size="xs" type="submit" loading={act.isPending}>
            {t(`promise.act.${kind}`)}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
