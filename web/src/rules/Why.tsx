// Why a decision is as it is: the rules and holds that were looked at, their parts, the facts with values and days; and what would change it.
import { Code, Text, Title } from "@mantine/core";
import Check from "lucide-react/icons/check";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import X from "lucide-react/icons/x";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./rules.module.css";
import { Because } from "./Sentences";
import type { Decision, Facts, Reason } from "./types";
import { useChangeWords, useConditionWords, useFactWords } from "./words";

/** The reasons, and what would change the decision. */
export function Why({ decision, facts }: { decision: Decision; facts: Facts }) {
  const { t } = useTranslation("rules");
  const change = useChangeWords();
  return (
    <div className={classes.why}>
      <div>
        <Title order={3} className={classes.small}>
          {t("why")}
        </Title>
        {decision.rule === null || decision.rule === undefined ? <Text size="sm">{t("why.no_rule")}</Text> : null}
        <ul className={classes.reasons}>
          {decision.reasons.map((reason) => (
            <OneReason key={`${reason.hold} ${reason.id}`} reason={reason} facts={facts} />
          ))}
        </ul>
      </div>
      <div>
        <Title order={3} className={classes.small}>
          {t("changes")}
        </Title>
        {decision.changes.length === 0 ? <Text size="sm">{t("changes.none")}</Text> : null}
        <ul className={classes.bullets}>
          {decision.changes.map((each, index) => (
            <li key={index}>{change(each)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function outcome(is: boolean | null): "yes" | "no" | "unknown" {
  return is === null ? "unknown" : is ? "yes" : "no";
}

function OneReason({ reason, facts }: { reason: Reason; facts: Facts }) {
  const { t } = useTranslation("rules");
  const said = t(`reason.${reason.hold ? "hold" : "rule"}.${outcome(reason.applies)}`);
  return (
    <li>
      <Text size="sm" component="div">
        {said} <span className={classes.id}>{reason.id}</span>
      </Text>
      <Because text={reason.because} />
      <ul className={classes.parts}>
        {reason.parts.map((part) => (
          <li key={part.condition}>
            <Sign is={part.holds} />
            <PartText part={part} facts={facts} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Sign({ is }: { is: boolean | null }) {
  const { t } = useTranslation("rules");
  const Icon = is === null ? CircleHelp : is ? Check : X;
  return <Icon size={14} aria-label={t(`part.${outcome(is)}`)} role="img" className={classes.sign} data-is={outcome(is)} />;
}

function PartText({ part, facts }: { part: Reason["parts"][number]; facts: Facts }) {
  const { t } = useTranslation("rules");
  const { date } = useFormats();
  const { piece } = useConditionWords();
  const { fact, value } = useFactWords();
  const said = piece(part.condition, facts);
  const known = part.facts.map(({ name, value: given, date: day }) => {
    if (given === null) return t("known.missing", { fact: fact(name) });
    const told = { fact: fact(name), value: value(name, given) };
    return day === null ? t("known", told) : t("known.since", { ...told, day: date(day) });
  });
  return (
    <Text size="sm" span>
      {said ?? <Code className={classes.code}>{part.condition}</Code>}
      {known.length === 0 ? null : (
        <Text span size="sm" c="dimmed">
          {" "}
          ({known.join(t("join.comma"))})
        </Text>
      )}
    </Text>
  );
}
