// Returning a brief: one word, the fields, and a sentence.
import { Button, Group, MultiSelect, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useBriefAct } from "./sends";
import type { Handoff, ReturnCode } from "./types";
import { useSaid } from "./words";

const CODES: readonly ReturnCode[] = ["missing", "wrong", "unclear", "outdated"];

/** The form. */
export function BriefReturn({ handoff, onDone }: { handoff: Handoff; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const said = useSaid();
  const [draft, setDraft] = useState<{ code: ReturnCode; fields: string[]; reason: string }>({ code: "missing", fields: [], reason: "" });
  const { send, isPending, error } = useBriefAct(handoff, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ act: "return", ...draft }, t("brief.was_returned"));
  };
  return (
    <form onSubmit={submit} aria-label={t("brief.return")}>
      <Stack gap="sm">
        <ProblemAlert error={error} />
        <SegmentedControl
          size="sm" aria-label={t("code")} value={draft.code} data={CODES.map((code) => ({ value: code, label: t(`code.${code}`) }))}
          onChange={(code) => setDraft({ ...draft, code: code as ReturnCode })}
        />
        <MultiSelect
          label={t("brief.return.fields")} value={draft.fields} searchable clearable clearButtonProps={{ "aria-label": t("brief.return.clear") }} hidePickedOptions
          data={handoff.fields.map(({ field, title }) => ({ value: field, label: said(title) }))} onChange={(fields) => setDraft({ ...draft, fields })}
        />
        <Textarea
          label={t("brief.return.reason")} value={draft.reason} autosize minRows={2} maxRows={6} maxLength={2000} required withAsterisk={false}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={isPending}>
            {t("brief.return")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
