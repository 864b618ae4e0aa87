// Deciding about a unit: hand off or keep, why, and until when; then it is looked at again.
import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { daysLater, today } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { Answer } from "./types";

const DAYS = 90;

interface Props {
  unit: string;
  /** The rule whose question it answers; without one it stands against the rules. */
  question: string | undefined;
  answer: Answer;
  onDone: () => void;
  onCancel: () => void;
}

/** The form. */
export function Decide({ unit, question, answer, onDone, onCancel }: Props) {
  const { t } = useTranslation("rules");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ answer: answer === "ask" ? "hand_off" : answer, reason: "", until: daysLater(today(), DAYS) });
  const decide = api.useMutation("post", "/api/v1/units/{id}/exceptions", {
    onSuccess: async () => {
      toastDone(t("decide.done"));
      onDone();
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate({ params: { path: { id: unit } }, body: { ...draft, ...(question === undefined ? {} : { question }) } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ProblemAlert error={decide.error} />
        <SegmentedControl
          size="sm" aria-label={t("answer")} value={draft.answer} onChange={(next) => setDraft({ ...draft, answer: next as "keep" })}
          data={[{ value: "hand_off", label: t("answer.hand_off") }, { value: "keep", label: t("answer.keep") }]}
        />
        <Textarea
          label={t("decide.reason")} description={t("decide.reason.help")} value={draft.reason} autosize minRows={2} maxRows={6} maxLength={1000} required withAsterisk={false}
          inputWrapperOrder={["label", "input", "description", "error"]} onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        <TextInput
          type="date" label={t("decide.until")} description={t("decide.until.help")} value={draft.until} required withAsterisk={false} maw={240}
          inputWrapperOrder={["label", "input", "description", "error"]} onChange={(event) => setDraft({ ...draft, until: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={decide.isPending}>
            {t("decide.act")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
