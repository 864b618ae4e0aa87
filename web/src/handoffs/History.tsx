// Everything that was done with the handoff, its steps and its brief, the latest first. Nobody can change it.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./handoffs.module.css";
import { type Happened, happenedIn } from "./past";
import type { Act, ActRecord, Handoff } from "./types";
import { useSaid } from "./words";

/** The part. */
export function History({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { instant } = useFormats();
  const said = useSaid();
  const names = new Map(handoff.people.map(({ id, name }) => [id, name]));
  return (
    <Panel title={t("part.history")} lead={t("history.lead")} flush>
      <ol className={classes.lines}>
        {happenedIn(handoff).map((one, index) => (
          <li key={index} className={classes.line}>
            <div className={classes.lineMain}>
              <Text size="sm">
                <What one={one} handoff={handoff} name={one.user === null ? t("party.system") : (names.get(one.user) ?? t("history.somebody"))} />
              </Text>
              {one.reason === undefined || one.reason === "" ? null : (
                <Text size="sm" c="dimmed" className={classes.quote}>
                  {one.said === undefined ? one.reason : said(one.said)}
                </Text>
              )}
              {one.record === undefined ? null : <GatesThen record={one.record} />}
            </div>
            <time dateTime={one.at} className={classes.when}>
              {instant(one.at)}
            </time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function What({ one, handoff, name }: { one: Happened; handoff: Handoff; name: string }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const about = useAbout(handoff);
  const who = <Text span inherit fw={550}>{one.party === undefined ? name : t("history.as", { name, party: t(`party.${one.party}`) })}</Text>;
  switch (one.of) {
    case "proposal":
      return <>{who} {t("did.propose")}</>;
    case "handoff":
      return <>{who} {t(`did.${one.act.act}`)}{about(one.act)}</>;
    case "step":
      return <>{who} {t(`step.did.of.${one.act.act}`, { title: said(one.step.title) })}</>;
    case "brief": {
      const title = handoff.fields.find(({ field }) => field === one.act.field)?.title;
      return <>{who} {t(`brief.did.${one.act.act}`, { field: title === undefined ? "" : said(title) })}</>;
    }
  }
}

/** What an act was about: a day, a receiver, a gate. */
function useAbout(handoff: Handoff): (act: Act) => string {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  return (act) => {
    if (act.gate !== undefined) return t("about.gate", { gate: t(`gate.${act.gate}`) });
    if (act.on !== undefined) return t("about.day", { day: date(act.on) });
    if (act.until !== undefined) return t("about.until", { day: date(act.until) });
    if (act.dates !== undefined) return t("about.dates", { introduction: date(act.dates.introduction), transfer: date(act.dates.transfer) });
    return act.receiver === handoff.receiver?.id && act.receiver !== undefined ? t("about.receiver", { name: handoff.receiver?.name ?? "" }) : "";
  };
}

/** How gates stood that were overridden when the unit passed on. */
function GatesThen({ record }: { record: ActRecord }) {
  const { t } = useTranslation("handoffs");
  const { list, number } = useFormats();
  const overridden = record.gates.filter((gate) => gate.overridden !== null).map(({ gate }) => t(`gate.${gate}`));
  if (record.gates.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {overridden.length === 0 ? t("history.gates") : t("history.gates.overridden", { count: overridden.length, number: number(overridden.length), gates: list(overridden) })}
    </Text>
  );
}
