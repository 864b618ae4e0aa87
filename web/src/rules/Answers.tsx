// What a document comes to: units and revenue to hand off, to keep, to ask about, as bars or as a table.
import { Box, Group, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice, type View } from "../shared/chart/Chart";
import { Swatch, usePalette } from "../shared/chart/Legend";
import { Parts } from "../shared/chart/Parts";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { ANSWERS, COLORS } from "./AnswerBadge";
import classes from "./rules.module.css";
import type { Answer, TryOut } from "./types";

/** The bars and their numbers. */
export function Answers({ tried, name, title }: { tried: TryOut; name: string; title: ReactNode }) {
  const { t } = useTranslation("rules");
  const { number } = useFormats();
  const [view, setView] = useState<View>("picture");
  return (
    <Box>
      <Group justify="space-between" mb={6} gap="xs">
        {title}
        <Choice name={name} view={view} onChange={setView} />
      </Group>
      {view === "picture" ? <Picture tried={tried} /> : <Table tried={tried} name={name} />}
      <Text size="xs" c="dimmed" mt={8}>
        {t("answers.moved", { count: tried.customers_moved, number: number(tried.customers_moved) })}{" "}
        {tried.exceptions === 0 ? null : t("answers.exceptions", { count: tried.exceptions, number: number(tried.exceptions) })}
      </Text>
    </Box>
  );
}

function Picture({ tried }: { tried: TryOut }) {
  const { t } = useTranslation("rules");
  const palette = usePalette();
  const { number, amount } = useFormats();
  const money = (value: number) => amount({ amount: String(value), currency: tried.currency }, "short");
  const parts = (of: "units" | "arr") => ANSWERS.map((answer) => ({ name: t(`answer.${answer}`), color: COLORS[answer], value: tried.answers[answer][of] }));
  const said = (write: (answer: Answer) => string) => ANSWERS.map((answer) => `${t(`answer.${answer}`)} ${write(answer)}`).join(", ");
  const whole = (of: "units" | "arr") => ANSWERS.reduce((sum, answer) => sum + tried.answers[answer][of], 0);
  return (
    <div className={classes.answers}>
      <Text size="xs" c="dimmed">{t("units")}</Text>
      <Parts name={`${t("units")}: ${said((answer) => number(tried.answers[answer].units))}`} whole={whole("units")} parts={parts("units")} height={16} />
      <Text size="xs" c="dimmed">{t("arr")}</Text>
      <Parts name={`${t("arr")}: ${said((answer) => money(tried.answers[answer].arr))}`} whole={whole("arr")} parts={parts("arr")} height={16} />
      <ul className={classes.answerKeys}>
        {ANSWERS.map((answer) => (
          <li key={answer}>
            <span className={classes.answerKey}>
              <Swatch color={COLORS[answer](palette)} />
              {t(`answer.${answer}`)}
            </span>
            <span className={classes.answerNumber}>{number(tried.answers[answer].units)}</span>
            <span className={classes.answerMoney}>{money(tried.answers[answer].arr)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Table({ tried, name }: { tried: TryOut; name: string }) {
  const { t } = useTranslation("rules");
  const { number, amount } = useFormats();
  const rows = ANSWERS.map((answer) => ({ answer, ...tried.answers[answer] }));
  const columns: Column<(typeof rows)[number]>[] = [
    { id: "answer", header: t("answer"), cell: ({ answer }) => t(`answer.${answer}`) },
    { id: "units", header: t("units"), align: "end", cell: ({ units }) => number(units) },
    { id: "arr", header: t("arr"), align: "end", cell: ({ arr }) => amount({ amount: String(arr), currency: tried.currency }) },
  ];
  return (
    <div className={classes.flush}>
      <DataTable label={name} rows={rows} columns={columns} rowKey={({ answer }) => answer} phone="scroll" />
    </div>
  );
}

/** What one rule or hold comes to, in a few words; of no rule for an empty name. */
export function RuleCount({ tried, id, hold }: { tried: TryOut; id: string; hold: boolean }) {
  const { t } = useTranslation("rules");
  const { number } = useFormats();
  const words: string[] = [];
  if (hold) {
    const units = tried.holds.find(({ name }) => name === id)?.units;
    if (units !== undefined) words.push(t("count.held", { count: units, number: number(units) }));
  } else {
    const answers = tried.rules.find(({ rule }) => (rule ?? "") === id)?.answers;
    if (answers === undefined) return null;
    for (const answer of ANSWERS) {
      const { units } = answers[answer];
      if (units > 0) words.push(t(`count.${answer}`, { number: number(units) }));
    }
    if (words.length === 0) words.push(t("count.none"));
  }
  return <span className={classes.ruleCount}>{words.join(" · ")}</span>;
}
