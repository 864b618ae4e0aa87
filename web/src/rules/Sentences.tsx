// A document as sentences: each rule with its condition, what is then done and why; each hold with its condition.
import { Code, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AnswerBadge } from "./AnswerBadge";
import classes from "./rules.module.css";
import type { Facts, HoldView, RulesDocument, RuleView } from "./types";
import { useConditionWords, useFactWords } from "./words";

/** What stands beside a rule or hold: what it comes to today. */
export type Beside = (id: string, hold: boolean) => ReactNode;

/** The document. */
export function Sentences({ document, facts, beside }: { document: RulesDocument; facts: Facts; beside?: Beside }) {
  const { t } = useTranslation("rules");
  return (
    <>
      <ol className={classes.sentences}>
        {document.rules.map((rule, index) => (
          <li key={rule.id}>
            <Place text={String(index + 1)} />
            <div className={classes.sentence}>
              <Condition view={rule} facts={facts} />
              <Then {...rule} />
              <Because text={rule.because} />
            </div>
            <Aside id={rule.id}>{beside?.(rule.id, false)}</Aside>
          </li>
        ))}
        <li>
          <Place text="" />
          <div className={classes.sentence}>
            <Text size="sm">{t("otherwise")}</Text>
            <Then then="keep" />
          </div>
          <Aside>{beside?.("", false)}</Aside>
        </li>
      </ol>
      {document.holds.length === 0 ? null : (
        <>
          <Text size="sm" fw={600} mt="lg" mb={4}>
            {t("holds.lead")}
          </Text>
          <ul className={classes.sentences}>
            {document.holds.map((hold) => (
              <li key={hold.id}>
                <Place text="•" />
                <div className={classes.sentence}>
                  <Condition view={hold} facts={facts} />
                  <Because text={hold.because} />
                </div>
                <Aside id={hold.id}>{beside?.(hold.id, true)}</Aside>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Place({ text }: { text: string }) {
  return (
    <span className={classes.place} aria-hidden>
      {text}
    </span>
  );
}

function Aside({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div className={classes.aside}>
      {id === undefined ? null : <span className={classes.id}>{id}</span>}
      {children}
    </div>
  );
}

/** A condition in words, or its text where words are not enough. */
export function Condition({ view, facts }: { view: HoldView; facts: Facts }) {
  const { t } = useTranslation("rules");
  const said = useConditionWords().view(view, facts);
  return (
    <Text size="sm" component="div">
      {said === undefined ? (
        <>
          {t("if.text")} <Code className={classes.code}>{view.when}</Code>
        </>
      ) : (
        t("if", { condition: said })
      )}
    </Text>
  );
}

/** What is then done, with whom and how. */
export function Then({ then, to, playbook }: Pick<RuleView, "then"> & Partial<Pick<RuleView, "to" | "playbook">>) {
  const { t } = useTranslation("rules");
  const { role } = useFactWords();
  const words = [
    to === null || to === undefined || to === "" ? undefined : t("to", { role: role(to) }),
    playbook === null || playbook === undefined || playbook === "" ? undefined : t("with.playbook", { playbook }),
  ].filter((text) => text !== undefined);
  return (
    <div className={classes.then}>
      <AnswerBadge answer={then} />
      {words.length === 0 ? null : <Text size="sm" span>{words.join(" · ")}</Text>}
    </div>
  );
}

/** Why the company wants it so. */
export function Because({ text }: { text: string | null | undefined }) {
  return text === null || text === undefined || text === "" ? null : (
    <Text size="sm" c="dimmed" component="div">
      {text}
    </Text>
  );
}
