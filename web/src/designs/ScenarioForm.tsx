// A scenario as text: checked while it is written, kept under a name, deleted.
import { Alert, Button, Group, Modal, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./designs.module.css";
import type { Scenario } from "./types";

const QUIET_MS = 400;

/** What a new scenario begins with. */
export interface Beginning {
  name: string;
  document: string;
  from_book: boolean;
}

type Edited = Scenario | Beginning | "new" | undefined;

/** The form in a window of its own. */
export function ScenarioForm({ scenario, onClose }: { scenario: Edited; onClose: () => void }) {
  const { t } = useTranslation("designs");
  const shared = useTranslation().t;
  const isKept = typeof scenario === "object" && "version" in scenario;
  return (
    <Modal opened={scenario !== undefined} onClose={onClose} size="lg" centered title={isKept ? t("scenario.change.name", { name: scenario.name }) : t("scenario.add")} closeButtonProps={{ "aria-label": shared("close") }}>
      {scenario === undefined ? null : <Form scenario={scenario} onDone={onClose} />}
    </Modal>
  );
}

function Form({ scenario, onDone }: { scenario: Exclude<Edited, undefined>; onDone: () => void }) {
  const { t } = useTranslation("designs");
  const shared = useTranslation().t;
  const start: Beginning = scenario === "new" ? { name: "", document: "", from_book: true } : scenario;
  const kept = typeof scenario === "object" && "version" in scenario ? scenario : undefined;
  const [draft, setDraft] = useState({ name: start.name, document: start.document, from_book: start.from_book });
  const [asked] = useDebouncedValue(draft.document, QUIET_MS);
  const check = api.useQuery("post", "/api/v1/designs/check", { body: { document: asked } });
  const queries = useQueryClient();
  const done = (said: string) => ({
    onSuccess: async () => {
      toastDone(said);
      onDone();
      await queries.invalidateQueries();
    },
  });
  const create = api.useMutation("post", "/api/v1/designs/scenarios", done(t("scenario.kept")));
  const change = api.useMutation("put", "/api/v1/designs/scenarios/{id}", done(t("scenario.kept")));
  const remove = api.useMutation("delete", "/api/v1/designs/scenarios/{id}", done(t("scenario.deleted")));
  const problems = check.data?.problems ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kept === undefined) create.mutate({ body: draft });
    else change.mutate({ params: { path: { id: kept.id } }, body: { ...draft, version: kept.version } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ProblemAlert error={create.error ?? change.error ?? remove.error} />
        <TextInput label={t("scenario.name")} value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} required withAsterisk={false} data-autofocus />
        <Textarea className={classes.document ?? ""} label={t("scenario.document")} description={t("scenario.document.help")} autosize minRows={6} maxRows={16} value={draft.document} onChange={(event) => setDraft({ ...draft, document: event.currentTarget.value })} spellCheck={false} />
        {problems.length === 0 ? null : (
          <Alert color="red" variant="light" p="xs" role="alert">
            {problems.map((problem) => <div key={problem}>{problem}</div>)}
          </Alert>
        )}
        <Switch label={t("scenario.from_book")} description={t("scenario.from_book.help")} checked={draft.from_book} onChange={(event) => setDraft({ ...draft, from_book: event.currentTarget.checked })} />
        <Group justify="space-between">
          {kept === undefined ? <span /> : (
            <Button variant="default" color="red" loading={remove.isPending} onClick={() => remove.mutate({ params: { path: { id: kept.id } } })}>{t("scenario.delete")}</Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>{shared("cancel")}</Button>
            <Button type="submit" loading={create.isPending || change.isPending} disabled={problems.length > 0}>{shared("save")}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
