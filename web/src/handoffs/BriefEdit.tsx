// Writing a field of the brief: what only people know, one line each, or why it does not apply.
import { Button, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../shared/ProblemAlert";
import { linesIn, writtenLines } from "./briefs";
import classes from "./handoffs.module.css";
import { useBriefAct } from "./sends";
import type { Entry, FieldSpec, Handoff } from "./types";
import { useSaid } from "./words";

/** The form. */
export function BriefEdit({ spec, entry, handoff, onDone, onCancel }: { spec: FieldSpec; entry: Entry | undefined; handoff: Handoff; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const said = useSaid();
  const [isWaived, setWaived] = useState(entry?.is === "not_applicable");
  const [text, setText] = useState(writtenLines(entry).map((line) => said(line.text)).join("\n"));
  const [reason, setReason] = useState(entry?.is === "not_applicable" ? entry.reason : "");
  const { send, isPending, error } = useBriefAct(handoff, onDone);
  const { field } = spec;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(isWaived ? { act: "waive", field, reason } : { act: "say", field, lines: linesIn(text) }, t("brief.kept"));
  };
  const keepsRecord = entry?.is === "known" && entry.lines.some((line) => line.by === null);
  return (
    <form onSubmit={submit} className={classes.inset} aria-label={t("brief.write.of", { field: said(spec.title) })}>
      <Stack gap="sm">
        <ProblemAlert error={error} />
        {isWaived ? (
          <Textarea
            label={t("brief.waive.reason")} description={t("brief.waive.help")} value={reason} autosize minRows={2} maxRows={6} maxLength={2000} required withAsterisk={false} autoFocus
            inputWrapperOrder={["label", "input", "description", "error"]} onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : (
          <Textarea
            label={t("brief.text")} description={t("brief.text.help")} value={text} autosize minRows={2} maxRows={12} autoFocus
            inputWrapperOrder={["label", "input", "description", "error"]} onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {keepsRecord && !isWaived ? (
          <Text size="xs" c="dimmed">
            {t("brief.record_stays")}
          </Text>
        ) : null}
        <Checkbox size="sm" label={t("brief.waive")} checked={isWaived} onChange={(event) => setWaived(event.currentTarget.checked)} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={isPending}>
            {shared("save")}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {shared("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
