// The form of a rule or a hold: its name, its condition as rows or as text, what is then done, and why.
import { Autocomplete, Button, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { ANSWERS } from "./AnswerBadge";
import { formRow } from "./conditions";
import { ConditionRows } from "./ConditionRows";
import type { Card, Gap } from "./draft";
import { ROLES } from "./facts";
import classes from "./rules.module.css";
import type { Answer, Checked, Facts } from "./types";
import { useFactWords, capital } from "./words";
import { scalar, whenText } from "./yaml";

interface Props {
  card: Card;
  hold: boolean;
  facts: Facts;
  gaps: readonly Gap[];
  onChange: (card: Card) => void;
}

/** The fields. */
export function CardFields({ card, hold, facts, gaps, onChange }: Props) {
  const { t } = useTranslation("rules");
  const change = (some: Partial<Card>) => onChange({ ...card, ...some });
  return (
    <Stack gap="sm" className={classes.fields}>
      <TextInput
        size="xs" label={t("id")} description={t("id.help")} value={card.id} inputWrapperOrder={["label", "input", "description", "error"]} maw={320}
        onChange={(event) => change({ id: event.currentTarget.value })}
      />
      <fieldset className={classes.fieldset}>
        <legend>{t(hold ? "when.hold" : "when")}</legend>
        <When card={card} facts={facts} gaps={gaps} onChange={onChange} />
      </fieldset>
      {hold ? null : (
        <fieldset className={classes.fieldset}>
          <legend>{t("then")}</legend>
          <ThenFields card={card} change={change} />
        </fieldset>
      )}
      <Textarea size="xs" label={t("because")} description={t("because.help")} value={card.because} autosize minRows={1} maxRows={6} inputWrapperOrder={["label", "input", "description"]} onChange={(event) => change({ because: event.currentTarget.value })} />
    </Stack>
  );
}

function ThenFields({ card, change }: { card: Card; change: (some: Partial<Card>) => void }) {
  const { t } = useTranslation("rules");
  const { role } = useFactWords();
  const roles = [...ROLES, ...(card.to === "" || ROLES.some((known) => known === card.to) ? [] : [card.to])];
  return (
    <>
      <SegmentedControl
        size="xs" aria-label={t("then")} value={card.then} className={classes.thenChoice}
        data={ANSWERS.map((answer) => ({ value: answer, label: t(`answer.${answer}`) }))} onChange={(then) => change({ then: then as Answer })}
      />
      {card.then === "keep" ? null : (
        <div className={classes.twoFields}>
          <Select
            size="xs" label={t("to.field")} value={card.to} allowDeselect={false} data={[{ value: "", label: t("to.none") }, ...roles.map((value) => ({ value, label: capital(role(value)) }))]}
            onChange={(to) => change({ to: to ?? "" })}
          />
          <Autocomplete size="xs" label={t("playbook")} value={card.playbook} data={["standard", "small"]} onChange={(playbook) => change({ playbook })} />
        </div>
      )}
    </>
  );
}

function When({ card, facts, gaps, onChange }: Omit<Props, "hold">) {
  const { t } = useTranslation("rules");
  const [beyond, setBeyond] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(null);
  const { when } = card;
  if (!("text" in when)) {
    return (
      <ConditionRows
        rows={when} facts={facts} gaps={gaps} onChange={(rows) => onChange({ ...card, when: rows })}
        beside={<Switch label={t("when.as_text")} onClick={() => onChange({ ...card, when: { text: whenText(card, facts) } })} />}
      />
    );
  }
  const asRows = async () => {
    try {
      const rows = await rowsOf(when.text);
      if (typeof rows === "string") setBeyond(rows === "" ? t("when.beyond") : rows);
      else onChange({ ...card, when: rows });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      <Textarea
        size="xs" aria-label={t("when.text")} value={when.text} autosize minRows={2} maxRows={10} classNames={{ input: classes.mono }} spellCheck={false} autoCapitalize="off"
        onChange={(event) => {
          setBeyond(undefined);
          onChange({ ...card, when: { text: event.currentTarget.value } });
        }}
      />
      <Text size="xs" c="dimmed">
        {t("when.text.help")}
      </Text>
      {beyond === undefined ? null : <Text size="xs" role="status" className={classes.reason}>{beyond}</Text>}
      <ProblemAlert error={error} />
      <Switch label={t("when.as_rows")} onClick={() => void asRows()} />
    </>
  );
}

function Switch({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="subtle" color="gray" w="fit-content" onClick={onClick}>
      {label}
    </Button>
  );
}

/** The rows of a condition; text where there are none: what is wrong with it, or nothing where it is only too much for rows. */
async function rowsOf(text: string) {
  const document = `name: x\nversion: "1"\neffective: 2000-01-01\nrules:\n  - id: x\n    when: ${scalar(text)}\n    then: keep\n`;
  const { data } = await client.POST("/api/v1/rules/check", { body: { document } });
  const checked = data as unknown as Checked | undefined;
  const rows = checked?.document?.rules[0]?.rows;
  if (rows === null || rows === undefined) return (checked?.faults ?? []).map(({ reason }) => reason).join("\n");
  return { join: rows.join, rows: rows.rows.map(formRow) };
}
