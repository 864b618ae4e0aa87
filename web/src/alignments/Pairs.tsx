// Hunters and the one account manager each works with: decide a pair, or leave it to the proposal.
import { Badge, Button, Select, Text, TextInput } from "@mantine/core";
import ArrowRight from "lucide-react/icons/arrow-right";
import Lock from "lucide-react/icons/lock";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./alignments.module.css";
import { useWork } from "./Chosen";
import type { NamedPart, Proposal } from "./types";

/** The panel. */
export function Pairs({ id, of }: { id: string; of: Proposal }) {
  const { t } = useTranslation("alignments");
  const hunters = of.people.filter(({ part }) => part === "hunter");
  const [edited, setEdited] = useState<string | null>(null);
  if (hunters.length === 0) return null;
  return (
    <Panel title={t("pairs")} lead={t("pairs.lead")}>
      <ul className={classes.list}>
        {hunters.map((hunter) => (
          <Row key={hunter.id} id={id} of={of} hunter={hunter} open={edited === hunter.id} onOpen={() => setEdited(edited === hunter.id ? null : hunter.id)} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ id, of, hunter, open, onOpen }: { id: string; of: Proposal; hunter: NamedPart; open: boolean; onOpen: () => void }) {
  const { t } = useTranslation("alignments");
  const { work, isPending, error } = useWork(id, of, onOpen);
  const [manager, setManager] = useState<string | null>(hunter.paired ?? null);
  const [reason, setReason] = useState("");
  const paired = of.people.find((person) => person.id === hunter.paired);
  const field = of.people.filter(({ part }) => part === "field").map(({ id: value, name }) => ({ value, label: name }));
  return (
    <li className={classes.row} style={{ flexWrap: "wrap" }}>
      <Text size="sm" className={classes.grow}>
        {hunter.name} <ArrowRight size={13} aria-label={t("pairs.to")} /> <b>{paired?.name ?? t("nobody")}</b>
      </Text>
      {hunter.pair_locked ? <Badge size="sm" variant="light" color="gray" leftSection={<Lock size={9} aria-hidden />}>{t("held.lock")}</Badge> : null}
      {!of.may_change ? null : hunter.pair_locked ? (
        <Button size="compact-xs" variant="default" loading={isPending} aria-label={t("pairs.free.name", { name: hunter.name })} onClick={() => work([{ act: "unpair", hunter: hunter.id }])}>{t("chosen.free")}</Button>
      ) : (
        <Button size="compact-xs" variant="default" aria-expanded={open} aria-label={t("pairs.decide.name", { name: hunter.name })} onClick={onOpen}>{t("pairs.decide")}</Button>
      )}
      {open ? (
        <div className={classes.chosen} style={{ flexBasis: "100%" }}>
          <Select size="xs" label={t("chosen.to")} data={field} value={manager} onChange={setManager} allowDeselect={false} />
          <TextInput size="xs" label={t("reason")} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button size="xs" loading={isPending} disabled={reason.trim() === "" || manager === null} onClick={() => work([{ act: "pair", hunter: hunter.id, manager: manager ?? "", reason }])}>{t("pairs.do")}</Button>
          <ProblemAlert error={error} />
        </div>
      ) : null}
    </li>
  );
}
