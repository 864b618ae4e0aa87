// What became of the customers at 90, 180 and 365 days, and what the handoffs changed, beside like customers that were not handed over.
import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { canTell, type Difference, type Effect, type OutcomeAt, type Report } from "./report";
import classes from "./report.module.css";

const KINDS = ["grown", "kept", "lost"] as const;

/** The panel. */
export function ReportOutcomes({ report }: { report: Report }) {
  const { t } = useTranslation("handoffs");
  return (
    <Panel title={t("report.outcomes")} lead={t("report.outcomes.lead")}>
      <p className={classes.key}>
        {KINDS.map((kind) => <span key={kind}><i data-kind={kind} aria-hidden />{t(`after.is.${kind}`)}</span>)}
      </p>
      <div className={classes.times}>
        {report.outcomes.map((outcome) => (
          <Time key={outcome.at} outcome={outcome} effect={report.effects.find(({ at }) => at === outcome.at)?.effect} />
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="md">{t("report.alike")}</Text>
    </Panel>
  );
}

function Time({ outcome, effect }: { outcome: Report["outcomes"][number]; effect: Effect | undefined }) {
  const { t } = useTranslation("handoffs");
  const { number, percent } = useFormats();
  const { tally, still_there: there } = outcome;
  const known = tally.kept + tally.grown + tally.lost;
  return (
    <section className={classes.time}>
      <Title order={3} size="h5">{t(`after.at.${outcome.at as OutcomeAt}`)}</Title>
      {known === 0 ? null : (
        <span className={classes.stack} role="img" aria-label={KINDS.map((kind) => `${t(`after.is.${kind}`)} ${number(tally[kind])}`).join(", ")}>
          {KINDS.map((kind) => (tally[kind] === 0 ? null : <span key={kind} data-kind={kind} style={{ flexGrow: tally[kind] }}>{number(tally[kind])}</span>))}
        </span>
      )}
      <Text size="sm">
        {there === null ? t("report.few", { number: number(known) }) : t("report.there", { share: percent(there.bp / 100), low: percent(there.low_bp / 100), high: percent(there.high_bp / 100), number: number(known) })}
      </Text>
      {tally.open === 0 ? null : <Text size="xs" c="dimmed">{t("report.open", { count: tally.open, number: number(tally.open) })}</Text>}
      {effect === undefined ? null : <Against effect={effect} />}
    </section>
  );
}

function Against({ effect }: { effect: Effect }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  if (effect.is === "not_enough_data") {
    return <Text size="sm" c="dimmed" className={classes.few}>{t("report.effect.few", { units: number(effect.units), compared: number(effect.compared) })}</Text>;
  }
  return (
    <div className={classes.effect}>
      <Text size="xs" c="dimmed">{t("report.effect.of", { units: number(effect.units), compared: number(effect.compared) })}</Text>
      <Line name={t("report.effect.revenue")} difference={effect.revenue} />
      <Line name={t("report.effect.there")} difference={effect.still_there} />
    </div>
  );
}

/** An estimate with its interval on a line with zero in the middle. */
function Line({ name, difference }: { name: string; difference: Difference }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const points = (bp: number) => `${bp > 0 ? "+" : ""}${number(bp / 100, 1)}`;
  const most = Math.max(500, Math.abs(difference.low_bp), Math.abs(difference.high_bp));
  const at = (bp: number) => `${50 + (bp / most) * 50}%`;
  const tells = canTell(difference);
  return (
    <div className={classes.line}>
      <span className={classes.lineName}>{name}</span>
      <span className={classes.axis} aria-hidden>
        <i className={classes.zero} />
        <i className={classes.span} data-tells={tells} style={{ left: at(difference.low_bp), right: `${100 - (50 + (difference.high_bp / most) * 50)}%` }} />
        <i className={classes.dot} data-tells={tells} style={{ left: at(difference.bp) }} />
      </span>
      <span className={classes.lineSaid}>
        {t("report.effect.said", { change: points(difference.bp), low: points(difference.low_bp), high: points(difference.high_bp) })} <Text span inherit c="dimmed">{t(`report.effect.${tells}`)}</Text>
      </span>
    </div>
  );
}
