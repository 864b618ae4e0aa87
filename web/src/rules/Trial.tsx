// Beside the draft: what it would do to the book today, what it is compared with, what is missing, and the way to adopt it.
import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Adopt } from "./Adopt";
import { AnswerBadge } from "./AnswerBadge";
import { Answers } from "./Answers";
import type { Gap } from "./draft";
import classes from "./rules.module.css";
import { WarningLine } from "./RuleCard";
import type { Answer, Rules, TryOut } from "./types";
import type { Trial as State } from "./useTrial";
import { capital, useFactWords } from "./words";

/** The try-out. */
export function Trial({ trial, gaps, rules, text, onAdopted }: { trial: State; gaps: readonly Gap[]; rules: Rules; text: string; onAdopted: () => void }) {
  const { t } = useTranslation("rules");
  const { date } = useFormats();
  const { tried, checked, isOld } = trial;
  const faults = checked?.faults.length ?? 0;
  return (
    <section className={classes.trial} aria-label={t("trial")}>
      <Title order={2}>{t("trial")}</Title>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {gaps.length > 0 ? t("trial.gaps", { count: gaps.length }) : faults > 0 ? t("trial.faults", { count: faults }) : rules.may_try ? t(isOld ? "trial.going" : "trial.lead") : t("trial.may_not")}
      </Text>
      <Stack gap="md">
        <ProblemAlert error={trial.error} onRetry={trial.retry} />
        {!rules.may_try ? null : tried === undefined ? (
          gaps.length > 0 || faults > 0 || trial.error !== null ? null : <Skeleton height={180} />
        ) : (
          <div className={classes.tried} data-old={isOld || undefined}>
            <Answers tried={tried} name={t("trial")} title={<Text size="sm" fw={550}>{date(tried.as_of)}</Text>} />
            <Differences tried={tried} />
            <Missing tried={tried} />
          </div>
        )}
        {checked?.warnings.filter(({ id }) => id === null).map((warning) => <WarningLine key={warning.kind} warning={warning} />)}
        {rules.may_adopt ? (
          <Adopt text={text} document={gaps.length === 0 ? (checked?.document ?? undefined) : undefined} warnings={checked?.warnings.length ?? 0} tried={isOld ? undefined : tried} onAdopted={onAdopted} />
        ) : (
          <Text size="sm" c="dimmed">
            {t("adopt.may_not")}
          </Text>
        )}
      </Stack>
    </section>
  );
}

function Differences({ tried }: { tried: TryOut }) {
  const { t } = useTranslation("rules");
  const { number, list } = useFormats();
  if (tried.differences === null || tried.differences === undefined) return null;
  return (
    <div>
      <Title order={3}>{t("differences")}</Title>
      {tried.differences.length === 0 ? <Text size="sm">{t("differences.none")}</Text> : null}
      <ul className={classes.plainList}>
        {tried.differences.map(({ from, to, units, examples }) => (
          <li key={`${from} ${to}`}>
            <span className={classes.change}>
              <AnswerBadge answer={from as Answer} size="sm" /> → <AnswerBadge answer={to as Answer} size="sm" />
              <strong>{t("units.count", { count: units, number: number(units) })}</strong>
            </span>
            <Text size="xs" c="dimmed">
              {list([...examples.slice(0, EXAMPLES).map(({ name }) => name), ...(units > EXAMPLES ? [t("more.units", { count: units - EXAMPLES, number: number(units - EXAMPLES) })] : [])])}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

const EXAMPLES = 3;

function Missing({ tried }: { tried: TryOut }) {
  const { t } = useTranslation("rules");
  const { number } = useFormats();
  const { fact } = useFactWords();
  if (tried.missing.length === 0) return null;
  return (
    <div>
      <Title order={3}>{t("missing")}</Title>
      <Text size="xs" c="dimmed">
        {t("missing.lead")}
      </Text>
      <ul className={classes.numbers}>
        {tried.missing.map(({ name, units }) => (
          <li key={name}>
            <span>{capital(fact(name))}</span>
            <span className="figures">{number(units)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
