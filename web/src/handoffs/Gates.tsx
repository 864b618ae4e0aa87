// Gates: what holds the transfer, why, what to do about each, and passing one with a manager's reason.
import { Button, Group, Modal, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import Check from "lucide-react/icons/circle-check";
import Open from "lucide-react/icons/circle-dashed";
import Not from "lucide-react/icons/circle-x";
import Key from "lucide-react/icons/key-round";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ActForm } from "./ActForm";
import { EvidenceForm } from "./EvidenceForm";
import { type EvidenceKind, REMEDIES } from "./evidence";
import classes from "./handoffs.module.css";
import { type Gate, GATES, type GateResult, type Handoff } from "./types";
import { useSaid } from "./words";

type Opened = { gate: Gate; what: "override" | EvidenceKind } | undefined;

/** The panel; after the transfer the gates as they stood are in the history. */
export function Gates({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const { number } = useFormats();
  const [opened, setOpened] = useState<Opened>(undefined);
  const { overrides, state, transferred_on } = handoff.handoff;
  const isOver = ["declined", "cancelled", "settled"].includes(state);
  if (handoff.gates.length === 0 || transferred_on !== null || isOver) return null;
  const isOpen = ({ gate, standing }: GateResult) => standing !== "met" && overrides[gate] === undefined;
  const open = handoff.gates.filter(isOpen);
  const passed = GATES.flatMap((gate) => handoff.gates.filter((one) => one.gate === gate && !isOpen(one)));
  const close = () => setOpened(undefined);
  return (
    <Panel title={t("gates.title")} lead={open.length === 0 ? t("gates.all") : t("gates.open", { count: open.length, number: number(open.length) })} flush>
      <ul className={classes.gates}>
        {open.map((one) => (
          <OpenGate key={one.gate} one={one} handoff={handoff} onOpen={(what) => setOpened({ gate: one.gate, what })} />
        ))}
        {passed.map((one) => (
          <PassedGate key={one.gate} one={one} reason={one.standing === "met" ? undefined : overrides[one.gate]} />
        ))}
      </ul>
      <Modal
        opened={opened !== undefined} onClose={close} closeButtonProps={{ "aria-label": shared("close") }} centered
        title={opened === undefined ? "" : opened.what === "override" ? t("override.title", { gate: t(`gate.${opened.gate}`) }) : t(`evidence.${opened.what}`)}
      >
        {opened === undefined ? null : opened.what === "override" ? (
          <ActForm kind="override" gate={opened.gate} handoff={handoff} onDone={close} onCancel={close} />
        ) : (
          <EvidenceForm kind={opened.what} handoff={handoff} onDone={close} onCancel={close} />
        )}
      </Modal>
    </Panel>
  );
}

function OpenGate({ one, handoff, onOpen }: { one: GateResult; handoff: Handoff; onOpen: (what: "override" | EvidenceKind) => void }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const { part, says } = REMEDIES[one.gate];
  const Icon = one.standing === "not_met" ? Not : Open;
  const name = t(`gate.${one.gate}`);
  const maySay = handoff.parties.length > 0;
  // Before the preparation it is enough to know what will be asked.
  const isEarly = ["proposed", "accepted", "postponed"].includes(handoff.handoff.state);
  return (
    <li className={classes.gate} data-standing={one.standing} aria-label={name}>
      <Icon size={17} aria-hidden className={classes.gateSign} />
      <div className={classes.gateMain}>
        <Text size="sm" fw={550}>
          {name} <span className={classes.standing}>{t(`standing.${one.standing}`)}</span>
        </Text>
        <Text size="sm">{said(one.said)}</Text>
        {one.advice === null || isEarly ? null : (
          <Text size="sm" c="dimmed">
            {said(one.advice)}
          </Text>
        )}
        <Group gap={6} mt={6}>
          {maySay ? says.map((kind) => (
            <Button key={kind} size="compact-xs" variant="default" onClick={() => onOpen(kind)}>
              {t(`evidence.${kind}`)}
            </Button>
          )) : null}
          {part === undefined ? null : (
            <Button size="compact-xs" variant="default" component={Link} to={`/handoffs/${handoff.id}`} search={(part === "steps" ? {} : { part }) as never} resetScroll={false}>
              {t("gate.go", { part: t(`part.${part}`) })}
            </Button>
          )}
          {handoff.acts.includes("override") ? (
            <Button size="compact-xs" variant="subtle" color="gray" className={classes.override} onClick={() => onOpen("override")} aria-label={t("override.title", { gate: name })}>
              {t("override")}
            </Button>
          ) : null}
        </Group>
      </div>
    </li>
  );
}

function PassedGate({ one, reason }: { one: GateResult; reason: string | undefined }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const Icon = reason === undefined ? Check : Key;
  return (
    <li className={classes.gate} data-standing={reason === undefined ? "met" : "overridden"} title={reason === undefined ? said(one.said) : undefined} aria-label={t(`gate.${one.gate}`)}>
      <Icon size={17} aria-hidden className={classes.gateSign} />
      <div className={classes.gateMain}>
        <Text size="sm" fw={550}>
          {t(`gate.${one.gate}`)} <span className={classes.standing}>{t(reason === undefined ? "standing.met" : "standing.overridden")}</span>
        </Text>
        {reason === undefined ? null : (
          <Text size="sm" c="dimmed">
            {t("override.because", { reason })}
          </Text>
        )}
      </div>
    </li>
  );
}
