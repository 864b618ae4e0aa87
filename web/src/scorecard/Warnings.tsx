// What needs somebody now, by kind, each with a way to the place where it is done.
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSay } from "../interventions/words";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./scorecard.module.css";
import type { Scorecard, Warning } from "./types";

const KINDS = ["prepare_renewal", "rebalance", "finish_handoff", "call_customer", "tell_hunter"] as const;
const SHOWN = 4;

/** All warnings. */
export function Warnings({ card }: { card: Scorecard }) {
  const { t } = useTranslation("scorecard");
  const { number } = useFormats();
  const kinds = KINDS.filter((kind) => card.warnings.some(({ act }) => act === kind));
  return (
    <Panel title={t("warnings")} lead={t(kinds.length === 0 ? "warnings.none" : card.scope === "team" ? "warnings.team" : "warnings.lead")}>
      {kinds.length === 0 ? null : (
        <div className={classes.warnings}>
          {kinds.map((kind) => {
            const own = card.warnings.filter(({ act }) => act === kind);
            const count = card.warning_counts.find(({ act }) => act === kind)?.count ?? own.length;
            return (
              <section key={kind} aria-label={t(`act.${kind}`)} className={classes.kind}>
                <div className={classes.kindHead}>
                  <span className={classes.count}>{number(count)}</span>
                  <Text size="sm" fw={600}>{t(`act.${kind}`)}</Text>
                </div>
                <ul className={classes.list}>{own.slice(0, SHOWN).map((one, at) => <One key={`${one.told.text} ${at}`} one={one} />)}</ul>
                {count > SHOWN ? <More kind={kind} own={own} count={count} /> : null}
              </section>
            );
          })}
        </div>
      )}
    </Panel>
  );
}

function More({ kind, own, count }: { kind: (typeof KINDS)[number]; own: readonly Warning[]; count: number }) {
  const { t } = useTranslation("scorecard");
  const { number } = useFormats();
  const rest = own.slice(SHOWN);
  const beyond = count - own.length;
  return (
    <details className={classes.more}>
      <summary>{t("more", { number: number(count - SHOWN) })}</summary>
      <ul className={classes.list} aria-label={t(`act.${kind}`)}>{rest.map((one, at) => <One key={`${one.told.text} ${at}`} one={one} />)}</ul>
      {beyond > 0 ? <Text size="xs" c="dimmed">{t("beyond", { number: number(beyond) })}</Text> : null}
    </details>
  );
}

function One({ one }: { one: Warning }) {
  const { t } = useTranslation("scorecard");
  const say = useSay();
  const to = placeOf(one);
  return (
    <li>
      <span>{say(one.told)}</span>{" "}
      <Text span size="xs" c="dimmed">{one.seller.name}</Text>{" "}
      {to === undefined ? null : <Anchor component={Link} underline="always" to={to} size="sm">{t(`go.${one.act}` as "go.rebalance")}</Anchor>}
    </li>
  );
}

/** Where something is done about it. */
function placeOf(one: Warning): string | undefined {
  const known = (id: string | null | undefined): id is string => id !== null && id !== undefined;
  if (one.act === "rebalance") return "/handoffs/all";
  if (one.act === "finish_handoff" && known(one.handoff_id)) return `/handoffs/${one.handoff_id}`;
  if (one.act === "tell_hunter") return `/incentives/people/${one.seller.id}`;
  return known(one.customer_id) ? `/customers/${one.customer_id}` : undefined;
}
