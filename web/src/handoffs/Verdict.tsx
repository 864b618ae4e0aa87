// The verdict on the brief: a rating of each section by the receiver, and what was lost on the way.
import { Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { After } from "./after";
import { sectionsOf } from "./briefs";
import classes from "./handoffs.module.css";
import type { Handoff } from "./types";
import { useSaid } from "./words";

const MARKS = 5;
/** From not needed to nothing missing. */
const MARKS_SHOWN = ["0", "1", "2", "3", "4", "5"].map((mark) => ({ value: mark, label: mark === "0" ? "–" : mark }));

/** The ratings with one more, or without it. */
function rated(ratings: Record<string, number>, section: string, mark: number): Record<string, number> {
  const others = Object.entries(ratings).filter(([other]) => other !== section);
  return Object.fromEntries(mark === 0 ? others : [...others, [section, mark]]);
}

/** The verdict. */
export function Verdict({ handoff, after, mayRate }: { handoff: Handoff; after: After; mayRate: boolean }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const said = useSaid();
  const { percent } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { verdict, loss } = after;
  const shown = sectionsOf(handoff).filter(({ section }) => verdict?.ratings[section] !== undefined);
  const rate = mayRate ? (
    <Button size="xs" variant="default" onClick={() => setOpen(true)}>
      {t(verdict === null ? "after.verdict.rate" : "after.verdict.again")}
    </Button>
  ) : undefined;
  return (
    <Panel title={t("after.verdict")} lead={loss === null ? undefined : `${t("after.loss")}: ${percent(loss.whole_bp / 100)}. ${t("after.loss.text")}`} act={rate} flush>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes.pad}>
          {t("after.verdict.none")}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {shown.map(({ section, title }) => (
            <li key={section} className={classes.line}>
              <div className={classes.lineMain}>
                <Text size="sm">{said(title)}</Text>
              </div>
              <Text size="sm" fw={550}>
                {`${verdict?.ratings[section] ?? ""} / ${MARKS}`}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("after.verdict.rate")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <RateForm handoff={handoff} after={after} onDone={() => setOpen(false)} />
      </Modal>
    </Panel>
  );
}

function RateForm({ handoff, after, onDone }: { handoff: Handoff; after: After; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const said = useSaid();
  const queries = useQueryClient();
  const [ratings, setRatings] = useState<Record<string, number>>(after.verdict?.ratings ?? {});
  const keep = api.useMutation("put", "/api/v1/handoffs/{id}/verdict", {
    onSuccess: async () => {
      toastDone(t("after.verdict.done"));
      onDone();
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const verdict = { ratings, judgements: after.verdict?.judgements ?? {}, repeated: after.verdict?.repeated ?? null };
    keep.mutate({ params: { path: { id: handoff.id } }, body: { verdict: verdict as unknown as Record<string, never>, version: after.verdict_version } });
  };
  return (
    <form onSubmit={submit} aria-label={t("after.verdict.rate")}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("after.verdict.lead")}
        </Text>
        <ProblemAlert error={keep.error} />
        {sectionsOf(handoff).map(({ section, title }) => (
          <Group key={section} justify="space-between" gap="xs">
            <Text size="sm">{said(title)}</Text>
            <SegmentedControl
              size="xs" aria-label={said(title)} value={String(ratings[section] ?? 0)} data={MARKS_SHOWN}
              onChange={(mark) => setRatings(rated(ratings, section, Number(mark)))}
            />
          </Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={keep.isPending} disabled={Object.keys(ratings).length === 0}>
            {t("evidence.act")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
