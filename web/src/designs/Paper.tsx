// The decision on paper, for the head of sales: a document of its own that only the printer sees.
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Legend } from "../shared/chart/Legend";
import { useFormats } from "../shared/format";
import { useMe } from "../shell/useMe";
import { RunnerUp } from "./Comparison";
import { FanPicture } from "./Fans";
import classes from "./paper.module.css";
import { useSentences } from "./Sentence";
import type { Compared, Drivers, Searched, Study, Verdict } from "./types";
import { isOneRole, useDesignWords } from "./words";
import { usePlanNames } from "./Search";
import { fitOf } from "./Timing";

/** The document of a study that has an answer. */
export function Paper({ study }: { study: Study }) {
  const { answer } = study;
  if (answer === null || answer === undefined) return null;
  return answer.kind === "comparison" ? <OfComparison study={study} compared={answer} /> : <OfSearch study={study} searched={answer} />;
}

function OfComparison({ study, compared }: { study: Study; compared: Compared }) {
  const { t } = useTranslation("designs");
  const { number, share } = useFormats();
  const { money, team, timing } = useDesignWords(study.currency);
  const rest = { weeks: compared.weeks, plans: compared.plans };
  const best = compared.plans[compared.verdict?.better ?? 0];
  const lasts = compared.weeks.length > 13;
  const rows = compared.plans.map((plan) => [
    plan.name, team(plan.team), timing(plan.weeks, isOneRole(plan.team)), money(plan.mean.npv), money(plan.mean.npv_operating), money(plan.mean.arr.at(-1)),
    number(plan.mean.logos ?? 0, 0), share(plan.mean.grr.at(-1) ?? 0, 1), money(plan.mean.cost),
  ]);
  return (
    <Sheet study={study} verdict={compared.verdict} drivers={compared.drivers} names={compared.plans.map(({ name }) => name)} weeks={best === undefined || isOneRole(best.team) ? undefined : (best.weeks ?? undefined)}>
      <RunnerUp compared={compared} currency={study.currency} />
      <Table head={["scenario", "side.team", "side.timing", "side.npv", "side.npv_operating", "side.arr_end", "side.logos", "paper.grr", "side.cost"]} rows={rows} />
      <Legend keys={compared.plans.map(({ name }, at) => ({ name, color: (palette) => palette.series[at] ?? palette.accent }))} />
      <p className={classes.small}>{t("fan.how")}</p>
      <p className={classes.heading}>{t("fan.arr")}</p>
      <FanPicture {...rest} measure="arr" title={t("fan.arr")} write={(value) => money(value, "short")} />
      <p className={classes.heading}>{t("fan.hunting")}</p>
      <FanPicture {...rest} measure="hunting" title={t("fan.hunting")} write={(value) => share(value)} />
      {lasts ? (
        <>
          <p className={classes.heading}>{t("fan.retention")}</p>
          <FanPicture {...rest} measure="retention" title={t("fan.retention")} write={(value) => share(value, 1)} isZoomed />
        </>
      ) : null}
    </Sheet>
  );
}

function OfSearch({ study, searched }: { study: Study; searched: Searched }) {
  const { number } = useFormats();
  const { money, team, timing } = useDesignWords(study.currency);
  const names = usePlanNames(searched, study.currency);
  const [preferred] = searched.plans;
  const rows = searched.plans.filter(({ tie }, at) => tie || at < 6).map((plan) => [
    team(plan.team), timing(plan.weeks, isOneRole(plan.team)), money(plan.npv), money(plan.npv_operating), money(plan.arr), number(plan.logos, 0), number(plan.handoffs, 0), money(plan.cost),
  ]);
  return (
    <Sheet study={study} verdict={searched.versus} drivers={searched.drivers} names={names} weeks={preferred === undefined || isOneRole(preferred.team) ? undefined : preferred.weeks}>
      <Table head={["side.team", "side.timing", "side.npv", "side.npv_operating", "side.arr_end", "side.logos", "side.handoffs", "side.cost"]} rows={rows} />
    </Sheet>
  );
}

interface SheetProps {
  study: Study;
  verdict: Verdict | null | undefined;
  drivers: Drivers | null | undefined;
  names: readonly string[];
  /** The timing of the plan that is better; absent for one role. */
  weeks: readonly number[] | undefined;
  children: React.ReactNode;
}

function Sheet({ study, verdict, drivers, names, weeks, children }: SheetProps) {
  const { t } = useTranslation("designs");
  const { instant } = useFormats();
  const { more, parameter, value } = useDesignWords(study.currency);
  const { company } = useMe();
  const rows = (drivers?.items ?? []).map((item) => [
    parameter(item.key), t(item.measured ? "source.measured.short" : "source.assumed.short"), t("tornado.at", { value: value(item.from), difference: more(item.at_low[0]) }),
    t("tornado.at", { value: value(item.to), difference: more(item.at_high[0]) }),
    item.break_even === null || item.break_even === undefined ? t("tornado.never") : value(item.break_even),
  ]);
  // Beside the page and not inside of it, so that the printer can leave the page out.
  return createPortal(
    <article className={classes.paper} data-paper aria-hidden>
      <header className={classes.head}>
        <p className={classes.kind}>{t("paper.kind", { company: company.name })}</p>
        <p className={classes.title}>{study.title}</p>
        <p className={classes.small}>{t("paper.by", { by: study.by, at: instant(study.ended_at ?? study.started_at) })}</p>
      </header>
      {verdict === null || verdict === undefined ? null : <Said verdict={verdict} drivers={drivers} names={names} currency={study.currency} />}
      {children}
      {rows.length === 0 ? null : (
        <>
          <p className={classes.heading}>{t("tornado")}</p>
          <p className={classes.small}>{t("tornado.lead", { first: names[drivers?.first ?? 0] ?? "", second: names[drivers?.second ?? 0] ?? "" })}</p>
          <Table head={["tornado.parameter", "paper.source", "tornado.low", "tornado.high", "tornado.turns"]} rows={rows} />
        </>
      )}
      {weeks === undefined ? null : (
        <section className={classes.section}>
          <p className={classes.heading}>{t("paper.timing")}</p>
          <p>{t(`rules.fit.${fitOf(weeks)}`)}</p>
          <p className={classes.small}>{t("paper.guidelines", { first: t("rules.first"), months: t("rules.months"), share: t("rules.share") })}</p>
        </section>
      )}
      <p className={classes.small}>{t("paper.limits")}</p>
    </article>,
    document.body,
  );
}

function Said(props: { verdict: Verdict; drivers: Drivers | null | undefined; names: readonly string[]; currency: string }) {
  const [first, ...rest] = useSentences(props);
  return (
    <section className={classes.section}>
      <p className={classes.verdict}>{first}</p>
      {rest.map((sentence) => <p key={sentence}>{sentence}</p>)}
    </section>
  );
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  const { t } = useTranslation("designs");
  return (
    <table className={classes.table}>
      <thead><tr>{head.map((key) => <th key={key}>{t(key as "scenario")}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr key={row.join()}>{row.map((cell, at) => <td key={head[at]}>{cell}</td>)}</tr>)}</tbody>
    </table>
  );
}
