// The receiver's checks 30, 60 and 90 days after the transfer: made, due, to come.
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { today, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { After, Due } from "./after";
import classes from "./handoffs.module.css";
import type { Handoff } from "./types";

/** The checks. */
export function Checks({ handoff, after, mayCheck }: { handoff: Handoff; after: After; mayCheck: boolean }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const { date } = useFormats();
  const [at, setAt] = useState<Due>();
  const line = (key: Due, told: string, act?: Due) => (
    <li key={key} className={classes.line}>
      <div className={classes.lineMain}>
        <Text size="sm" fw={550}>
          {t(`after.check.${key}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {told}
        </Text>
      </div>
      {act === undefined || !mayCheck ? null : (
        <Button size="compact-sm" variant="default" onClick={() => setAt(act)}>
          {t("after.check.make")}
        </Button>
      )}
    </li>
  );
  return (
    <Panel title={t("after.checks")} flush>
      <ul className={classes.lines}>
        {after.made.map(({ check, by }) =>
          line(
            check.at,
            [
              date(check.on), by, t(check.proactive ? "after.check.yes.proactive" : "after.check.no.proactive"),
              t(check.met ? "after.check.yes.met" : "after.check.no.met"), t(check.commitments_kept ? "after.check.yes.kept" : "after.check.no.kept"),
              check.worries ?? "",
            ].filter(Boolean).join(" · "),
          ),
        )}
        {after.checks.due.map(([due, day]) => line(due, t("after.check.due", { day: date(day) }), due))}
        {after.checks.to_come.map(([due, day]) => line(due, t("after.check.to_come", { day: date(day) })))}
      </ul>
      <Modal opened={at !== undefined} onClose={() => setAt(undefined)} title={t("after.check.make")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        {at === undefined ? null : <CheckForm handoff={handoff} at={at} onDone={() => setAt(undefined)} />}
      </Modal>
    </Panel>
  );
}

function CheckForm({ handoff, at, onDone }: { handoff: Handoff; at: Due; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ proactive: false, met: false, commitments_kept: false, worries: "" });
  const make = api.useMutation("post", "/api/v1/handoffs/{id}/checks", {
    onSuccess: async () => {
      toastDone(t("after.check.done"));
      onDone();
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const check = { ...draft, at, on: today(), worries: draft.worries.trim() === "" ? null : draft.worries.trim() };
    make.mutate({ params: { path: { id: handoff.id } }, body: { check: check as unknown as Record<string, never> } });
  };
  const box = (key: "proactive" | "met" | "commitments_kept", label: string) => (
    <Checkbox label={label} checked={draft[key]} onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.checked })} />
  );
  return (
    <form onSubmit={submit} aria-label={t("after.check.make")}>
      <Stack gap="sm">
        <ProblemAlert error={make.error} />
        {box("proactive", t("after.check.proactive"))}
        {box("met", t("after.check.met"))}
        {box("commitments_kept", t("after.check.commitments"))}
        <Textarea
          label={t("after.check.worries")} value={draft.worries} autosize minRows={2} maxRows={6} maxLength={1000}
          onChange={(event) => setDraft({ ...draft, worries: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {t("evidence.act")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
