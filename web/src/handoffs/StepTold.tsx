// Why a step is there, what proves it, and what was done with it.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./handoffs.module.css";
import type { Handoff, Proof, Step } from "./types";
import { useSaid } from "./words";

/** What is told of a step. */
export function StepTold({ step, people }: { step: Step; people: Handoff["people"] }) {
  const { t } = useTranslation("handoffs");
  const { instant } = useFormats();
  const said = useSaid();
  const proof = useProof();
  const name = (user: string | null) => people.find(({ id }) => id === user)?.name ?? t("party.system");
  return (
    <div className={classes.told}>
      {step.why === null ? null : <Text size="sm">{said(step.why)}</Text>}
      <Text size="sm" c="dimmed">
        {t(`proof.${step.proof}`)}
      </Text>
      {step.history.map((record) => (
        <Text key={record.version} size="sm" c="dimmed">
          {t("history.line", { name: name(record.by.user), what: t(`step.did.${record.act.act}`), at: instant(record.at) })}{" "}
          {record.act.reason ?? (record.act.proof === undefined ? "" : proof(record.act.proof))}
        </Text>
      ))}
    </div>
  );
}

/** What proved a step, in words. */
export function useProof(): (proof: Proof) => string {
  const { t } = useTranslation("handoffs");
  const { date, list } = useFormats();
  return (proof) => {
    if (proof.proof === "document") return proof.place;
    if (proof.proof === "meeting") return t("proof.meeting.of", { day: date(proof.on), names: list(proof.with) });
    return proof.proof === "field" ? t("proof.field.of", { name: proof.name, value: proof.value }) : "";
  };
}
