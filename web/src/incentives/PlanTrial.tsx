// What a plan would have paid over the last two years beside the plan in force: cost, mix, who gets more and who less, as pictures with numbers.
import { Skeleton, Text, Title } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./incentives.module.css";
import type { Trial } from "./types";
import { useWords } from "./types";

/** The panel; without a document that can be used it says so. */
export function PlanTrial({ document, isOld }: { document: string | undefined; isOld: boolean }) {
  const { t } = useTranslation("incentives");
  const { month } = useFormats();
  const found = api.useQuery("post", "/api/v1/incentives/plans/try", { body: { document: document ?? "" } }, { enabled: document !== undefined, placeholderData: keepPreviousData });
  const trial = found.data as unknown as Trial | undefined;
  const old = isOld || found.isPlaceholderData || document === undefined;
  const lead = document === undefined ? t("trial.not_yet") : trial === undefined || old ? t("trial.going") : t(trial.against === null || trial.against === undefined ? "trial.lead.alone" : "trial.lead", { from: month(trial.from), to: month(trial.to), against: trial.against ?? "" });
  return (
    <Panel title={t("trial")} lead={<span role="status">{lead}</span>}>
      <ProblemAlert error={document === undefined ? null : found.error} onRetry={() => void found.refetch()} />
      {trial === undefined ? document !== undefined && found.isPending ? <Skeleton height={260} /> : null : (
        <div className={classes.trial} data-old={old || undefined}>
          <Told trial={trial} />
        </div>
      )}
    </Panel>
  );
}

function Told({ trial }: { trial: Trial }) {
  const { t } = useTranslation("incentives");
  const { number } = useFormats();
  const words = useWords();
  const pairs = trial.against === null || trial.against === undefined ? undefined : trial.against;
  return (
    <>
      <Pair title={t("trial.cost")} rows={[{ name: t("trial.all"), before: trial.cost.before, after: trial.cost.after, change: trial.cost.change }]} currency={trial.currency} hasBefore={pairs !== undefined} />
      <Pair title={t("trial.mix")} rows={trial.mix} currency={trial.currency} hasBefore={pairs !== undefined} />
      {pairs === undefined ? (
        <Pair title={t("trial.people.alone")} rows={trial.people.map(({ person, ...amounts }) => ({ name: person.name, ...amounts })).reverse()} currency={trial.currency} hasBefore={false} />
      ) : (
        <section aria-label={t("trial.people")}>
          <Title order={3}>{t("trial.people")}</Title>
          <Text size="sm" c="dimmed">
            {t("trial.people.lead", { winners: number(trial.winners), losers: number(trial.losers), same: number(trial.same) })}
          </Text>
          <People trial={trial} />
        </section>
      )}
      <section aria-label={t("trial.shares")}>
        <Title order={3}>{t("trial.shares")}</Title>
        <Text size="sm" c="dimmed">
          {trial.shares.length === 0 ? t("trial.shares.none", { count: trial.handoffs, number: number(trial.handoffs) }) : t("trial.shares.lead", { count: trial.handoffs, number: number(trial.handoffs) })}
        </Text>
        <Pair rows={trial.shares} currency={trial.currency} hasBefore={pairs !== undefined} />
        <Budgets trial={trial} />
      </section>
      {trial.nothing_paid.length === 0 ? null : (
        <section aria-label={t("trial.nothing")}>
          <Title order={3}>{t("trial.nothing")}</Title>
          <ul className={classes.plain}>
            {trial.nothing_paid.map((one) => (
              <li key={words(one.words)}>
                <Text size="sm">{t("run.nothing_paid", { count: one.times, number: number(one.times), why: words(one.words), event: one.event })}</Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface Row {
  name: string;
  before: string;
  after: string;
  change: string;
}

/** Two bars for each row: under the plan in force and under this one. */
function Pair({ title, rows, currency, hasBefore }: { title?: string; rows: readonly Row[]; currency: string; hasBefore: boolean }) {
  const { t } = useTranslation("incentives");
  const { amount, change } = useFormats();
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [Math.abs(Number(before)), Math.abs(Number(after))]));
  const bar = (value: string, kind: "before" | "after") => (
    <span className={classes.barRow}>
      <span className={classes.bar} data-kind={kind} style={{ width: `${(70 * Math.abs(Number(value))) / most}%` }} aria-hidden />
      <span className={classes.barText}>
        <span className={classes.hidden}>{t(kind === "before" ? "trial.before" : "trial.after")}: </span>
        {amount({ amount: value, currency })}
      </span>
    </span>
  );
  if (rows.length === 0) return null;
  return (
    <div>
      {title === undefined ? null : <Title order={3}>{title}</Title>}
      <ul className={classes.bars}>
        {rows.map((row) => (
          <li key={row.name}>
            <span className={classes.barName}>
              <span>{row.name}</span>
              {hasBefore ? <span className={classes.barChange} data-tone={tone(row.change)}>{change({ amount: row.change, currency }, "whole")}</span> : null}
            </span>
            {hasBefore ? bar(row.before, "before") : null}
            {bar(row.after, "after")}
          </li>
        ))}
      </ul>
      {hasBefore && title !== undefined ? (
        <Text size="xs" c="dimmed" className={classes.keys} component="div">
          <span><span className={classes.key} data-kind="before" aria-hidden /> {t("trial.before")}</span>
          <span><span className={classes.key} data-kind="after" aria-hidden /> {t("trial.after")}</span>
        </Text>
      ) : null}
    </div>
  );
}

function tone(change: string): "gain" | "loss" | undefined {
  const value = Number(change);
  return value > 0 ? "gain" : value < 0 ? "loss" : undefined;
}

/** Everybody on one axis: to the left who gets less, to the right who gets more. */
function People({ trial }: { trial: Trial }) {
  const { t } = useTranslation("incentives");
  const { change } = useFormats();
  const rows = trial.people.filter((row) => Number(row.change) !== 0);
  const most = Math.max(1, ...rows.map((row) => Math.abs(Number(row.change))));
  if (rows.length === 0) return <Text size="sm">{t("trial.people.same")}</Text>;
  return (
    <ul className={classes.diverging} tabIndex={0} aria-label={t("trial.people")}>
      {rows.map((row) => {
        const value = Number(row.change);
        const width = `${(50 * Math.abs(value)) / most}%`;
        return (
          <li key={row.person.id}>
            <span className={classes.divergingName}>{row.person.name}</span>
            <span className={classes.axis} aria-hidden>
              <span className={classes.divergingBar} data-tone={tone(row.change)} style={value < 0 ? { right: "50%", width } : { left: "50%", width }} />
            </span>
            <span className={classes.barChange} data-tone={tone(row.change)}>
              {change({ amount: row.change, currency: trial.currency }, "whole")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Budgets({ trial }: { trial: Trial }) {
  const { t } = useTranslation("incentives");
  const { amount } = useFormats();
  return trial.budget.length === 0 ? null : (
    <ul className={classes.plain}>
      {trial.budget.map(({ span, spent, budget }) => (
        <li key={span}>
          <Text size="sm">{t("trial.budget", { span, spent: amount({ amount: spent, currency: trial.currency }), budget: amount({ amount: budget, currency: trial.currency }) })}</Text>
        </li>
      ))}
    </ul>
  );
}
