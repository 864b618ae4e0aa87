// One gray case: what is asked and why, what is missing with a way to state it, and the answer.
import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Decide } from "./Decide";
import classes from "./rules.module.css";
import { StateFact } from "./StateFact";
import type { Answer, Decision, Facts, GrayCase as Case } from "./types";
import { capital, useFactWords } from "./words";
import { Why } from "./Why";

interface Props {
  found: Case;
  currency: string;
  facts: Facts;
  mayDecide: boolean;
}

/** The case. */
export function GrayCase({ found, currency, facts, mayDecide }: Props) {
  const { t } = useTranslation("rules");
  const { amount } = useFormats();
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const [isExplained, setExplained] = useState(false);
  const name = `${found.customer.name}, ${found.unit.name}`;
  const isOneUnit = found.unit.name === found.customer.name;
  return (
    <li className={classes.case} aria-label={name}>
      <div className={classes.caseHead}>
        <div>
          <Link to={`/customers/${found.customer.id}`} className={classes.caseName}>
            {found.customer.name}
          </Link>
          <Text size="xs" c="dimmed">
            {[...(isOneUnit ? [] : [found.unit.name]), found.owner?.name ?? t("owner.none")].join(" · ")}
          </Text>
        </div>
        <span className={classes.caseArr}>{amount({ amount: String(found.arr), currency })}</span>
      </div>
      <Question found={found} facts={facts} />
      <Group gap="xs" mt="sm">
        {mayDecide ? (
          <>
            <Button size="xs" variant="default" aria-expanded={answer === "hand_off"} aria-label={t("gray.hand_off", { name })} onClick={() => setAnswer("hand_off")}>
              {t("answer.hand_off")}
            </Button>
            <Button size="xs" variant="default" aria-expanded={answer === "keep"} aria-label={t("gray.keep", { name })} onClick={() => setAnswer("keep")}>
              {t("answer.keep")}
            </Button>
          </>
        ) : null}
        <Button size="xs" variant="subtle" aria-expanded={isExplained} aria-label={`${t(isExplained ? "why.close" : "why.open")} ${name}`} onClick={() => setExplained(!isExplained)}>
          {t(isExplained ? "why.close" : "why.open")}
        </Button>
      </Group>
      {answer === undefined ? null : (
        <div className={classes.answerForm}>
          <Decide key={answer} unit={found.unit.id} question={found.rule} answer={answer} onDone={() => setAnswer(undefined)} onCancel={() => setAnswer(undefined)} />
        </div>
      )}
      {isExplained ? <Explained unit={found.unit.id} facts={facts} /> : null}
    </li>
  );
}

function Question({ found, facts }: { found: Case; facts: Facts }) {
  const { t } = useTranslation("rules");
  const { list } = useFormats();
  const { role } = useFactWords();
  const asks = found.missing.length === 0;
  const isHeld = found.open_holds.length > 0;
  const undecided = isHeld ? t("gray.open", { rule: found.rule, holds: list(found.open_holds) }) : t("gray.undecided", { rule: found.rule });
  const to = found.to === null || found.to === undefined ? undefined : role(found.to);
  return (
    <>
      <Text size="sm" mt={6}>
        {asks ? (to === undefined ? t("gray.asks") : t("gray.asks.to", { role: to })) : undecided}{" "}
        {found.because ? <Text span c="dimmed">{found.because}</Text> : null} {asks ? <span className={classes.id}>{found.rule}</span> : null}
      </Text>
      {asks ? null : <Missing unit={found.unit.id} names={found.missing} facts={facts} />}
    </>
  );
}

/** What is missing: what people state can be stated here, what comes from the record is explained. */
export function Missing({ unit, names, facts, mayState = true }: { unit: string; names: readonly string[]; facts: Facts; mayState?: boolean }) {
  const { t } = useTranslation("rules");
  const { fact: nameOf, meaning } = useFactWords();
  return (
    <ul className={classes.missing}>
      {names.map((name) => {
        const fact = facts.get(name);
        return (
          <li key={name}>
            {fact?.stated === true && mayState ? (
              <StateFact unit={unit} fact={fact} />
            ) : (
              <>
                <Text size="sm" fw={550}>
                  {capital(nameOf(name))}
                </Text>
                <Text size="xs" c="dimmed">
                  {fact === undefined ? null : meaning(fact)} {fact?.stated === true ? t("missing.stated") : t("missing.record")}
                </Text>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Explained({ unit, facts }: { unit: string; facts: Facts }) {
  const found = api.useQuery("get", "/api/v1/units/{id}/decision", { params: { path: { id: unit } } });
  return (
    <div className={classes.explained}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data === undefined ? null : <Why decision={found.data as unknown as Decision} facts={facts} />}
    </div>
  );
}
