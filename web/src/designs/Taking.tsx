// The decision: one of an answer's plans becomes the company's, from a day on and for a reason.
import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { nextQuarter } from "./quarter";

interface Props {
  study: string;
  /** Names of the answer's plans, by their place. */
  names: readonly string[];
  /** The one that the answer puts first. */
  first: number;
}

/** The panel. */
export function Taking({ study, names, first }: Props) {
  const { t } = useTranslation("designs");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ place: first, from: nextQuarter(new Date()), because: "" });
  const take = api.useMutation("post", "/api/v1/designs/plans", {
    onSuccess: async () => {
      toastDone(t("plan.taken"));
      await queries.invalidateQueries();
      void navigate({ to: "/decide" });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate({ body: { study, place: draft.place, name: names[draft.place] ?? "", from: draft.from, because: draft.because } });
  };
  return (
    <Panel title={t("plan.take")} lead={t("plan.take.lead")}>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={620}>
          <ProblemAlert error={take.error} />
          <Select label={t("plan.which")} allowDeselect={false} value={String(draft.place)} onChange={(place) => setDraft({ ...draft, place: Number(place) })} data={names.map((name, at) => ({ value: String(at), label: name }))} />
          <TextInput type="date" label={t("plan.from")} description={t("plan.from.help")} value={draft.from} required withAsterisk={false} maw={220} onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })} />
          <Textarea label={t("plan.because")} autosize minRows={2} maxRows={8} maxLength={2_000} value={draft.because} onChange={(event) => setDraft({ ...draft, because: event.currentTarget.value })} />
          <Group>
            <Button type="submit" loading={take.isPending}>{t("plan.take.act")}</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
