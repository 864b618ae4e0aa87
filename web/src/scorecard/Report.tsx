// The report for the head of sales, on one page of paper: only the printer sees it.
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import paper from "../designs/paper.module.css";
import { useSay } from "../interventions/words";
import { useFormats } from "../shared/format";
import { useMe } from "../shell/useMe";
import type { Scorecard } from "./types";
import { useMeasures } from "./words";

const WARNINGS = 8;

/** The paper. */
export function Report({ card }: { card: Scorecard }) {
  const { t } = useTranslation("scorecard");
  const { date, number, share } = useFormats();
  const write = useMeasures(card.currency);
  const say = useSay();
  const { company } = useMe();
  const concerns = card.pairs?.pairs.filter((pair) => pair.concerns.length > 0) ?? [];
  const percent = (value: number | null | undefined) => (value === null || value === undefined ? "–" : share(value));
  return createPortal(
    <article className={paper.paper} data-paper aria-hidden>
      <header className={paper.head}>
        <p className={paper.kind}>{t("report.kind", { company: company.name, day: date(card.as_of) })}</p>
        <p className={paper.title}>{t("report.title", { months: t("months", { count: card.months, number: number(card.months) }) })}</p>
        <p className={paper.small}>{t("report.plan", { scenario: card.promise?.scenario ?? "", day: date(card.promise?.split ?? "") })}</p>
      </header>
      <table className={paper.table}>
        <thead>
          <tr>{(["measure", "actual", "promised.band", "before", "standing"] as const).map((key) => <th key={key}>{t(key)}</th>)}</tr>
        </thead>
        <tbody>
          {card.lines.map((line) => (
            <tr key={line.measure}>
              <td>{t(`measure.${line.measure}` as "measure.cost")}</td>
              <td>{write(line.measure, line.actual)}</td>
              <td>{t("report.band", { low: write(line.measure, line.low), high: write(line.measure, line.high) })}</td>
              <td>{write(line.measure, line.before)}</td>
              <td>{t(`standing.${line.standing}` as "standing.ahead")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {card.handed_over.length === 0 ? null : (
        <section className={paper.section}>
          <p className={paper.heading}>{t("alike")}</p>
          {card.handed_over.slice(-1).map((one) => <p key={one.months}>{say(one.told)}</p>)}
        </section>
      )}
      {card.pairs === null || card.pairs === undefined || card.pairs.handoffs === 0 ? null : (
        <section className={paper.section}>
          <p className={paper.heading}>{t("pairs")}</p>
          <p>{t("report.pairs", { handoffs: number(card.pairs.handoffs), to: percent(card.pairs.to_paired), met: percent(card.pairs.met) })}</p>
          {concerns.slice(0, 3).map((pair) => <p key={pair.hunter.id}>{pair.hunter.name}: {pair.concerns.map(say).join(" ")}</p>)}
        </section>
      )}
      {card.inside === null || card.inside === undefined ? null : (
        <section className={paper.section}>
          <p className={paper.heading}>{t("inside")}</p>
          {card.inside.told.map((each) => <p key={each.code}>{say(each)}</p>)}
        </section>
      )}
      <section className={paper.section}>
        <p className={paper.heading}>{t("warnings")}</p>
        {card.warnings.length === 0 ? <p>{t("warnings.none")}</p> : null}
        {card.warnings.slice(0, WARNINGS).map((one, at) => <p key={`${one.told.text} ${at}`}>{say(one.told)} ({one.seller.name})</p>)}
        {card.warning_counts.length === 0 ? null : <p className={paper.small}>{card.warning_counts.map(({ act, count }) => `${t(`act.${act}` as "act.rebalance")}: ${number(count)}`).join(" · ")}</p>}
      </section>
      <p className={paper.small}>{t("lines.how")}</p>
    </article>,
    document.body,
  );
}
