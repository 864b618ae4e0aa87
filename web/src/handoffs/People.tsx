// Who takes part, the people at the customer, and the meetings with the customer and other things that were said for the gates.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { AtCustomer } from "./AtCustomer";
import classes from "./handoffs.module.css";
import type { Evidence, Handoff } from "./types";

const ROLES = ["giver", "receiver", "giving_manager", "receiving_manager", "operations"] as const;

/** The part. */
export function People({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const named = (role: string) => {
    if (role === "giver") return handoff.giver.name;
    if (role === "receiver") return handoff.receiver?.name ?? t("receiver.none");
    const user = handoff.cast.find((one) => one.role === role)?.user;
    return handoff.people.find(({ id }) => id === user)?.name;
  };
  return (
    <>
      <Panel title={t("people")} lead={t("people.lead")} flush>
        <ul className={classes.lines}>
          {ROLES.map((role) => {
            const name = named(role);
            return name === undefined ? null : (
              <li key={role} className={classes.line}>
                <div className={classes.lineMain}>
                  <Text size="sm" fw={550}>
                    {name}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t(`people.${role}`)}
                  </Text>
                </div>
                <Text size="sm" c="dimmed" className={classes.lineAside}>
                  {t(`party.${role}`)}
                </Text>
              </li>
            );
          })}
        </ul>
      </Panel>
      <AtCustomer handoff={handoff} />
      <Panel title={t("said")} lead={t("said.lead")} flush={handoff.evidence.length > 0}>
        {handoff.evidence.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("said.none")}
          </Text>
        ) : (
          <ul className={classes.lines}>
            {handoff.evidence.map(({ said, by }, index) => (
              <Told key={index} said={said} by={by} moves={handoff.moves} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function Told({ said, by, moves }: { said: Evidence; by: string; moves: Handoff["moves"] }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const text = (): string => {
    switch (said.kind) {
      case "session":
        return t(said.attended ? "said.session" : "said.session.absent", { what: t(`meeting.${said.what}`), day: date(said.on) });
      case "introduction":
        return t(said.live ? "said.introduction.live" : "said.introduction", { day: date(said.on) });
      case "invoice":
        return t(said.paid ? "said.invoice.paid" : "said.invoice", { name: said.number, day: date(said.due), why: said.explained ?? "" });
      case "opportunity": {
        const name = moves.open.find(({ kind, id }) => kind === "opportunity" && id === said.id)?.name ?? t("said.opportunity.some");
        return said.keep_until === null ? t("said.opportunity.moves", { name }) : t("said.opportunity.stays", { name, day: date(said.keep_until), why: said.reason ?? "" });
      }
      case "nothing":
        return t(`said.nothing.${said.of}`);
    }
  };
  return (
    <li className={classes.line}>
      <Text size="sm">{text()}</Text>
      <Text size="sm" c="dimmed" className={classes.lineAside}>
        {by}
      </Text>
    </li>
  );
}
