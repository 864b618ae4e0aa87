// What hangs on the unit: what passes on, what stays and why, what is still to be decided. Nothing is left out: the sum is said.
import { Badge, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { daysLater, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./handoffs.module.css";
import { useEvidence } from "./sends";
import type { Handoff, OpenRecord } from "./types";
import { useSaid } from "./words";

/** The part. */
export function Moves({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const said = useSaid();
  const { open, staying, count } = handoff.moves;
  const isPast = handoff.handoff.transferred_on !== null;
  const undecided = open.filter(({ fate }) => fate === "undecided").length;
  return (
    <>
      <Panel title={t("moves.open")} lead={isPast ? t("moves.past") : undecided === 0 ? t("moves.decided") : t("moves.undecided", { count: undecided, number: number(undecided) })} flush>
        {open.length === 0 ? (
          <Text size="sm" c="dimmed" className={classes.pad}>
            {t("moves.none")}
          </Text>
        ) : (
          <ul className={classes.lines}>
            {open.map((record) => (
              <Open key={`${record.kind} ${record.id}`} record={record} handoff={handoff} mayDecide={!isPast && record.kind === "opportunity" && handoff.parties.length > 0} />
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t("moves.staying")} lead={t("moves.sum", { count, number: number(count), open: number(open.length) })} flush>
        {staying.length === 0 ? null : (
          <ul className={classes.lines}>
            {staying.map((one) => (
              <li key={`${one.kind} ${one.why}`} className={classes.line}>
                <Text size="sm" className={classes.capital}>{t("moves.kind", { kind: said(one.kind_title), number: number(one.count) })}</Text>
                <Text size="sm" c="dimmed">
                  {t(`stays.${one.why as "history"}`)}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function Open({ record, handoff, mayDecide }: { record: OpenRecord; handoff: Handoff; mayDecide: boolean }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const said = useSaid();
  const [isKeeping, setKeeping] = useState(false);
  const { send, isPending, error } = useEvidence(handoff, () => setKeeping(false));
  const name = record.name === "" ? said(record.kind_title) : record.name;
  const fate =
    record.fate === "moves"
      ? t("fate.moves.to", { name: record.then ?? t("party.receiver") })
      : record.fate === "stays"
        ? t("fate.stays.until", { name: record.owner ?? "", day: record.until ? date(record.until) : "–", reason: record.said ? said(record.said) : "" })
        : t("fate.undecided.text", { name: record.owner ?? t("moves.nobody") });
  const move = () => send({ kind: "opportunity", id: record.id, keep_until: null, reason: null }, t("moves.kept"));
  return (
    <li className={classes.line} aria-label={name}>
      <div className={classes.lineMain}>
        <Group gap="xs">
          <Text size="sm" fw={550}>
            {name}
          </Text>
          <Badge variant="outline" size="sm" className={classes.badge} data-tone={record.fate === "undecided" ? "caution" : undefined}>
            {t(`fate.${record.fate}`)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {[record.name === "" ? "" : said(record.kind_title), fate].filter(Boolean).join(" · ")}
        </Text>
        <ProblemAlert error={isKeeping ? null : error} />
        {isKeeping ? <Keep handoff={handoff} record={record} onDone={() => setKeeping(false)} /> : null}
      </div>
      {mayDecide && !isKeeping ? (
        <Group gap={6} className={classes.lineAside}>
          {record.fate === "moves" ? null : (
            <Button size="compact-sm" variant="default" loading={isPending} aria-label={t("moves.move.of", { name })} onClick={move}>
              {t("moves.move")}
            </Button>
          )}
          <Button size="compact-sm" variant="default" aria-label={t("moves.keep.of", { name })} onClick={() => setKeeping(true)}>
            {t("moves.keep")}
          </Button>
        </Group>
      ) : null}
    </li>
  );
}

const KEPT_DAYS = 60;

function Keep({ handoff, record, onDone }: { handoff: Handoff; record: OpenRecord; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const [draft, setDraft] = useState({ until: daysLater(handoff.today, KEPT_DAYS), reason: "" });
  const { send, isPending, error } = useEvidence(handoff, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ kind: "opportunity", id: record.id, keep_until: draft.until, reason: draft.reason }, t("moves.kept"));
  };
  return (
    <form onSubmit={submit} className={classes.inset} aria-label={t("moves.keep")}>
      <Stack gap="sm">
        <ProblemAlert error={error} />
        <TextInput
          type="date" label={t("moves.until")} value={draft.until} min={daysLater(handoff.today, 1)} required withAsterisk={false} maw={220}
          onChange={(event) => setDraft({ ...draft, until: event.currentTarget.value })}
        />
        <Textarea
          label={t("reason")} value={draft.reason} autosize minRows={1} maxRows={4} maxLength={500} required withAsterisk={false} autoFocus
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={isPending}>
            {t("moves.keep")}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
