// One intervention: what came of it in a sentence, the picture, why, who, and what to do next.
import { Anchor, Button, Group, Skeleton, Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Acts } from "./Acts";
import { Checks } from "./Checks";
import { Interval } from "./Interval";
import classes from "./interventions.module.css";
import { People } from "./People";
import { Picture } from "./Picture";
import type { Intervention } from "./types";
import { VerdictBadge } from "./VerdictBadge";
import { useAmounts, useSay } from "./words";

/** The page. */
export function One() {
  const { t } = useTranslation("interventions");
  const { id } = useParams({ strict: false }) as { id: string };
  const found = api.useQuery("get", "/api/v1/interventions/{id}", { params: { path: { id } } });
  const choices = api.useQuery("get", "/api/v1/interventions/choices");
  const one = found.data;
  return (
    <Page
      title={one?.name ?? t("title")} above={<Anchor component={Link} to="/redirect" size="sm">{t("back")}</Anchor>}
      act={one === undefined ? undefined : <VerdictBadge of={one} size="lg" />}
      {...(one === undefined ? {} : { lead: <Lead one={one} /> })}
    >
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? (
        <>
          <Text c="dimmed" role="status">{t("waiting")}</Text>
          <Skeleton height={160} radius={12} />
          <Skeleton height={320} radius={12} />
        </>
      ) : null}
      {one === undefined ? null : <Shown one={one} currency={choices.data?.currency} />}
    </Page>
  );
}

function Lead({ one }: { one: Intervention }) {
  const { t } = useTranslation("interventions");
  const { date } = useFormats();
  return (
    <>
      {t(`kind.${one.kind}` as "kind.training")} · {t(`aim.${one.aim}` as "aim.crowd_out")} · {t("span", { from: date(one.start), to: date(one.end) })}
      {one.because === null || one.because === undefined ? null : <Text size="sm" mt={4}>{one.because}</Text>}
    </>
  );
}

function Shown({ one, currency }: { one: Intervention; currency: string | undefined }) {
  const { t } = useTranslation("interventions");
  const { effect } = one;
  return (
    <>
      <Answer one={one} currency={currency} />
      {one.steps.length === 0 ? null : <Acts one={one} />}
      {effect === null || effect === undefined || effect.picture.length === 0 ? null : <Picture effect={effect} currency={currency} />}
      {effect === null || effect === undefined ? null : <Checks effect={effect} currency={currency} />}
      <People one={one} currency={currency} />
      {one.doubts.length === 0 || one.state === "judged" ? null : (
        <Panel title={t("doubts")} lead={t("doubts.lead")}>
          <ul className={classes.reasons}>
            {one.doubts.map((code) => <li key={code}>{t(`doubt.${code}` as "doubt.chosen")}</li>)}
          </ul>
        </Panel>
      )}
    </>
  );
}

/** The sentence that answers, with the bar, and what to do next. */
function Answer({ one, currency }: { one: Intervention; currency: string | undefined }) {
  const { t } = useTranslation("interventions");
  const { date, instant, number } = useFormats();
  const { signed } = useAmounts(one.unit, currency);
  const say = useSay();
  const { effect } = one;
  const [first] = effect?.because ?? [];
  const terms = t("terms", { outcome: t(`outcome.${one.outcome}` as "outcome.won"), expected: signed(one.expected) });
  const sentence = () => {
    if (one.state === "draft") return t("answer.draft", { day: date(one.start) });
    if (one.state === "cancelled") return t("answer.cancelled");
    if (effect?.not_yet === true) return t("answer.not_yet", { day: date(one.end) });
    return first === undefined ? "" : say(first);
  };
  return (
    <Panel>
      <div className={classes.answer}>
        <div>
          <p className={classes.verdict} data-tone={effect?.verdict}>{sentence()}</p>
          {effect?.not_yet === true && first !== undefined ? <Text size="sm" mt={6}>{say(first)}</Text> : null}
          {one.reason === null || one.reason === undefined ? null : <Text size="sm" mt={6}>{t("cancelled.because", { reason: one.reason })}</Text>}
          <Text size="sm" c="dimmed" mt={6}>
            {terms} {one.locked === null || one.locked === undefined ? t("not_locked") : t("locked", { day: date(one.locked) })}{" "}
            {one.seed === null || one.seed === undefined ? null : t("seed", { seed: String(one.seed) })}
          </Text>
        </div>
        {effect === null || effect === undefined || effect.not_yet ? (
          effect?.not_yet === true ? <Over counted={effect.months_counted} all={effect.months_all} /> : null
        ) : (
          <div className={classes.answerBar}>
            <Interval unit={one.unit} currency={currency} expected={effect.expected} estimate={effect.estimate} low={effect.low} high={effect.high} />
            <Text size="xs" c="dimmed">{t("bar")}</Text>
          </div>
        )}
      </div>
      {effect === null || effect === undefined || effect.next.length === 0 ? null : (
        <div className={classes.next}>
          <Text size="sm" fw={600}>{t("next")}</Text>
          <ul className={classes.reasons}>{effect.next.map((each) => <li key={each.code}>{say(each)}</li>)}</ul>
        </div>
      )}
      {one.splitting_at === null || one.splitting_at === undefined ? null : (
        <Group gap="xs" mt="sm">
          <Text size="sm">{t("opened", { by: one.splitting_by ?? "", at: instant(one.splitting_at) })}</Text>
          <Button size="compact-sm" variant="light" component={Link} to="/decide">{t("opened.go")}</Button>
        </Group>
      )}
      <Text size="xs" c="dimmed" mt="xs">{t("changed", { by: one.by, at: instant(one.at), version: number(one.version) })}</Text>
    </Panel>
  );
}

/** How many of the months that count are over. */
function Over({ counted, all }: { counted: number; all: number }) {
  const { t } = useTranslation("interventions");
  const { number } = useFormats();
  return (
    <div className={classes.answerBar} role="img" aria-label={t("months.over", { counted: number(counted), all: number(all) })}>
      <div className={classes.months} aria-hidden>
        {Array.from({ length: all }, (_, at) => <span key={at} data-over={at < counted || undefined} />)}
      </div>
      <Text size="xs" c="dimmed" mt={4}>{t("months.over", { counted: number(counted), all: number(all) })}</Text>
    </div>
  );
}
