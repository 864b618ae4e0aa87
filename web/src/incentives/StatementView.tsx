// A statement: what it comes to, every line with its deal and rule in words, what waits, what is to come, and what was asked.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Amount } from "../shared/values";
import { ExpectedLines } from "./ExpectedLines";
import classes from "./incentives.module.css";
import { Lines } from "./Lines";
import { QuestionCard } from "./QuestionCard";
import type { Statement, Waiting } from "./types";
import { useWords } from "./types";

const isZero = (text: string) => /^-?0*\.?0*$/.test(text);

/** The statement. */
export function StatementView({ statement }: { statement: Statement }) {
  const { t } = useTranslation("incentives");
  const { date, month } = useFormats();
  const { lines, waiting, expected, questions } = statement;
  const through = statement.through === null || statement.through === undefined ? undefined : date(statement.through);
  const lead = statement.state === "closed" ? t("lines.closed", { month: month(statement.period) }) : through === undefined ? t("lines.none_yet") : t("lines.open", { day: through });
  return (
    <>
      <Text fw={620} className={classes.whose}>
        {t("whose", { name: statement.person.name, month: month(statement.period) })}
      </Text>
      {statement.balances.length === 0 ? null : <Balances statement={statement} />}
      <Panel title={t("lines")} lead={lead} flush>
        {lines.length === 0 ? (
          <Text size="sm" c="dimmed" px="1.25rem" pb="1.25rem">
            {t(statement.state === "closed" ? "lines.empty.closed" : "lines.empty.open")}
          </Text>
        ) : (
          <Lines statement={statement} />
        )}
      </Panel>
      {waiting.length === 0 ? null : <WaitingPanel waiting={waiting} />}
      {statement.state === "closed" ? null : (
        <Panel title={t("expected")} lead={t("expected.lead")}>
          {statement.trouble === null || statement.trouble === undefined ? null : <Text size="sm">{t("expected.trouble", { why: statement.trouble })}</Text>}
          {expected.length === 0 ? <Text size="sm" c="dimmed">{t("expected.none")}</Text> : <ExpectedLines expected={expected} />}
        </Panel>
      )}
      {questions.length === 0 ? null : (
        <Panel title={t("questions")}>
          <div className={classes.cards}>
            {questions.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </div>
        </Panel>
      )}
    </>
  );
}

function Balances({ statement }: { statement: Statement }) {
  const { t } = useTranslation("incentives");
  return (
    <>
      {statement.balances.map((balance) => {
        const value = (amount: string) => <Amount value={{ amount, currency: balance.currency }} detail="exact" />;
        return (
          <Figures key={balance.currency}>
            <Figure label={t("figure.payable")} value={value(balance.payable)} period={t("figure.payable.note")} />
            <Figure label={t("figure.closing")} value={value(balance.closing)} period={t("figure.closing.note")} />
            {isZero(balance.awaiting_payment) ? null : <Figure label={t("figure.awaiting")} value={value(balance.awaiting_payment)} period={t("figure.awaiting.note")} />}
            {isZero(balance.held) ? null : <Figure label={t("figure.held")} value={value(balance.held)} period={t("figure.held.note")} />}
            {isZero(balance.draw) ? null : <Figure label={t("figure.draw")} value={value(balance.draw)} period={t("figure.draw.note")} />}
          </Figures>
        );
      })}
    </>
  );
}

function WaitingPanel({ waiting }: { waiting: Waiting[] }) {
  const { t } = useTranslation("incentives");
  const { date } = useFormats();
  const words = useWords();
  return (
    <Panel title={t("waiting")} lead={t("waiting.lead")}>
      <ul className={classes.plain}>
        {waiting.map((one, at) => (
          <li key={at} className={classes.row}>
            <span className={classes.rowText}>
              {words(one.what)}
              <Text size="xs" c="dimmed" component="span" display="block">
                {one.decided === null || one.decided === undefined ? t("waiting.payment") : t(one.goes_well === true ? "waiting.well" : "waiting.lost", { day: date(one.decided) })}
              </Text>
            </span>
            <Amount value={one} detail="exact" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
