// Saying what somebody can do: the levels as others can observe them, and why one thinks so.
import { Button, Group, Modal, Radio, Stack, TextInput, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { today } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { type Competency, type Person, type Standing, useWords } from "./types";

/** The dialogue. */
export function AssessForm({ person, standing, onClose }: { person: Person; standing: Standing; onClose: () => void }) {
  const { t } = useTranslation("staffing");
  const shared = useTranslation().t;
  const words = useWords();
  const queries = useQueryClient();
  const model = api.useQuery("get", "/api/v1/staffing/competencies");
  const known = ((model.data?.items ?? []) as unknown as Competency[]).find(({ id }) => id === standing.competency);
  const [draft, setDraft] = useState({ level: "", source: person.own ? "self" : "manager", on: today(), because: "" });
  const assess = api.useMutation("post", "/api/v1/staffing/people/{id}/assessments", {
    onSuccess: async () => {
      toastDone(t("assess.saved"));
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("assess.title", { name: words(standing.title) })} closeButtonProps={{ "aria-label": shared("close") }} centered size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          assess.mutate({ params: { path: { id: person.seller.id } }, body: { ...draft, competency: standing.competency, level: Number(draft.level) } });
        }}
      >
        <Stack gap="sm">
          <ProblemAlert error={model.error} onRetry={() => void model.refetch()} />
          <Radio.Group label={t("assess.level")} value={draft.level} onChange={(level) => setDraft({ ...draft, level })} withAsterisk>
            <Stack gap={6} mt={4}>
              <Radio value="0" label={t("assess.level.0")} />
              {(known?.levels ?? []).map((level, at) => (
                <Radio key={at} value={String(at + 1)} label={`${at + 1} · ${words(level)}`} />
              ))}
            </Stack>
          </Radio.Group>
          {person.own ? null : (
            <Radio.Group label={t("assess.source")} value={draft.source} onChange={(source) => setDraft({ ...draft, source })}>
              <Group gap="md" mt={4}>
                <Radio value="manager" label={t("assess.source.manager")} />
                <Radio value="evidence" label={t("assess.source.evidence")} />
              </Group>
            </Radio.Group>
          )}
          <TextInput type="date" label={t("assess.on")} max={today()} required value={draft.on} onChange={(event) => setDraft({ ...draft, on: event.currentTarget.value })} />
          <Textarea label={t("assess.because")} description={t("assess.because.note")} autosize minRows={2} maxLength={500} required value={draft.because} onChange={(event) => setDraft({ ...draft, because: event.currentTarget.value })} />
          <ProblemAlert error={assess.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shared("cancel")}
            </Button>
            <Button type="submit" loading={assess.isPending} disabled={draft.level === "" || draft.because.trim() === ""}>
              {t("assess.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
