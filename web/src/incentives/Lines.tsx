// The lines of a statement: what happened, what it pays, with whom it is shared, and on demand the rule in words and a question about it.
import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Amount, DateText } from "../shared/values";
import { Ask } from "./Ask";
import classes from "./incentives.module.css";
import type { Line, Statement } from "./types";
import { useWords } from "./types";

/** All lines, each with its reasons below. */
export function Lines({ statement }: { statement: Statement }) {
  const { t } = useTranslation("incentives");
  return (
    <ul className={classes.lines} aria-label={t("lines")}>
      {statement.lines.map((line) => (
        <OneLine key={`${line.event}/${line.number}`} line={line} mayAsk={statement.may_ask} asked={statement.questions.some(({ event, number }) => event === line.event && number === line.number)} />
      ))}
    </ul>
  );
}

function OneLine({ line, mayAsk, asked }: { line: Line; mayAsk: boolean; asked: boolean }) {
  const { t } = useTranslation("incentives");
  const words = useWords();
  const [asks, setAsks] = useState(false);
  const customer = line.customer_id;
  return (
    <li className={classes.line}>
      <div className={classes.lineHead}>
        <div className={classes.lineWhat}>
          <Text fw={550} size="sm" component="span">
            {customer === null || customer === undefined || line.unit === null || line.unit === undefined ? (
              (line.unit ?? words(line.what))
            ) : (
              <Anchor component={Link} to="/customers/$id" params={{ id: customer } as never} inherit>
                {line.unit}
              </Anchor>
            )}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            <DateText value={line.date} /> · {line.component} · {t(`kind.${line.kind}` as "kind.earned", { defaultValue: line.kind })}
          </Text>
          <Group gap={6} mt={4}>
            {line.shared ? <Badge variant="outline" tt="none" size="sm" className={classes.mark}>{t("mark.shared")}</Badge> : null}
            {line.late ? <Badge variant="outline" tt="none" size="sm" className={classes.mark}>{t("mark.late")}</Badge> : null}
            {line.of === null || line.of === undefined ? null : <Badge variant="outline" tt="none" size="sm" className={classes.mark}>{t("mark.linked")}</Badge>}
          </Group>
        </div>
        <LineAmount line={line} />
      </div>
      <ol className={classes.because} aria-label={t("why")}>
        {line.because.map((because, at) => (
          <li key={at}>{words(because)}</li>
        ))}
      </ol>
      {line.others.length === 0 ? null : <Others line={line} />}
      <Group gap="sm" className={classes.noPrint}>
        <Text size="xs" c="dimmed">
          {t("by_plan", { plan: line.plan })}
        </Text>
        {asked ? <Text size="xs">{t("asked")}</Text> : null}
        {!mayAsk || asked ? null : (
          <Button size="compact-xs" variant="subtle" onClick={() => setAsks(true)} aria-label={t("ask.about", { what: words(line.what) })}>
            {t("ask")}
          </Button>
        )}
      </Group>
      {asks ? <Ask line={line} onClose={() => setAsks(false)} /> : null}
    </li>
  );
}

function LineAmount({ line }: { line: Line }) {
  const { t } = useTranslation("incentives");
  const { amount } = useFormats();
  // What only moves between accounts adds up to nothing: what becomes payable by it is what people look for.
  const payable = line.accounts.find(({ account }) => account === "payable");
  const shown = Number(line.amount) === 0 && payable !== undefined ? payable.amount : line.amount;
  const other = line.accounts.filter(({ account }) => account !== "payable");
  const base = line.base === null || line.base === undefined || line.rate === null || line.rate === undefined ? undefined : t("base", { rate: line.rate, base: amount({ amount: line.base, currency: line.currency }, "exact") });
  return (
    <div className={classes.lineAmount}>
      <Text fw={620} component="div" data-negative={shown.startsWith("-") || undefined} className={classes.amount}>
        <Amount value={{ amount: shown, currency: line.currency }} detail="exact" />
      </Text>
      {base === undefined ? null : (
        <Text size="xs" c="dimmed" component="div">
          {base}
        </Text>
      )}
      {other.map(({ account, amount: part }) => (
        <Text key={account} size="xs" c="dimmed" component="div">
          {t(`account.${account}` as "account.held", { amount: amount({ amount: part, currency: line.currency }, "exact") })}
        </Text>
      ))}
    </div>
  );
}

/** Who else has a part in it: both people of a handoff see both parts. */
function Others({ line }: { line: Line }) {
  const { t } = useTranslation("incentives");
  return (
    <ul className={classes.others}>
      {line.others.map(({ person, amount }) => (
        <li key={person.id}>
          {t("others", { name: person.name })} <Amount value={{ amount, currency: line.currency }} detail="exact" />
        </li>
      ))}
    </ul>
  );
}
