// Writing a promise down: what, to whom, until when, how, and where it stands.
import { Button, Group, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { Form, Handoff, Promised } from "./types";

const FORMS: readonly Form[] = ["contract", "written", "verbal"];

/** The form. */
export function PromiseNew({ handoff, onDone }: { handoff: Handoff; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Omit<Promised, "due"> & { due: string }>({ what: "", to: "", due: "", form: "written", place: "" });
  const write = api.useMutation("post", "/api/v1/units/{id}/commitments", {
    onSuccess: async () => {
      toastDone(t("promises.done"));
      onDone();
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const promise: Promised = { ...draft, due: draft.due === "" ? null : draft.due };
    write.mutate({ params: { path: { id: handoff.unit.id } }, body: { promise: promise as unknown as Record<string, never> } });
  };
  const text = (key: "what" | "to" | "place") => (
    <TextInput label={t(`promise.${key}`)} value={draft[key]} maxLength={500} required withAsterisk={false} onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })} />
  );
  return (
    <form onSubmit={submit} aria-label={t("promises.new")}>
      <Stack gap="sm">
        <ProblemAlert error={write.error} />
        {text("what")}
        {text("to")}
        <TextInput type="date" label={t("promise.due")} value={draft.due} onChange={(event) => setDraft({ ...draft, due: event.currentTarget.value })} />
        <SegmentedControl aria-label={t("form")} value={draft.form} data={FORMS.map((form) => ({ value: form, label: t(`form.${form}`) }))} onChange={(form) => setDraft({ ...draft, form: form as Form })} />
        {text("place")}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={write.isPending}>
            {t("evidence.act")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
