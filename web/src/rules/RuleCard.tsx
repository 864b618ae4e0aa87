// A rule or a hold in the editor: closed a sentence with what it comes to, opened a form.
import { ActionIcon, Alert, Button, Code, Group, Text } from "@mantine/core";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import CircleAlert from "lucide-react/icons/circle-alert";
import Lightbulb from "lucide-react/icons/lightbulb";
import Trash from "lucide-react/icons/trash-2";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CardFields } from "./CardFields";
import type { Card, Gap } from "./draft";
import classes from "./rules.module.css";
import { Because, Then } from "./Sentences";
import type { Facts, Fault, Warning } from "./types";
import { useConditionWords } from "./words";

/** What a card needs. */
export interface RuleCardProps {
  card: Card;
  hold: boolean;
  place: number;
  facts: Facts;
  gaps: readonly Gap[];
  faults: readonly Fault[];
  warnings: readonly Warning[];
  /** What it comes to today. */
  count: ReactNode;
  isOpen: boolean;
  onOpen: () => void;
  onChange: (card: Card) => void;
  onRemove: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** The card. */
export function RuleCard(props: RuleCardProps) {
  const { t } = useTranslation("rules");
  const { card, hold, place, isOpen } = props;
  const name = card.id.trim() === "" ? t(hold ? "hold.place" : "rule.place", { place }) : card.id;
  return (
    <li className={classes.card} data-wrong={props.faults.length > 0 || props.gaps.length > 0 || undefined}>
      <div className={classes.cardHead}>
        <span className={classes.place} aria-hidden>
          {hold ? "•" : place}
        </span>
        <div className={classes.sentence}>
          <Said {...props} />
        </div>
        <Group gap={2} wrap="nowrap" className={classes.cardActs}>
          <Button size="compact-xs" variant="default" aria-expanded={isOpen} aria-label={t(isOpen ? "card.close.name" : "card.change.name", { name })} onClick={props.onOpen}>
            {t(isOpen ? "card.close" : "card.change")}
          </Button>
          <Act label={t("card.up", { name })} icon={<ArrowUp size={15} aria-hidden />} onClick={props.onUp} />
          <Act label={t("card.down", { name })} icon={<ArrowDown size={15} aria-hidden />} onClick={props.onDown} />
          <Act label={t("card.remove", { name })} icon={<Trash size={15} aria-hidden />} onClick={props.onRemove} />
        </Group>
      </div>
      <Told {...props} />
      {isOpen ? <CardFields card={card} hold={hold} facts={props.facts} gaps={props.gaps} onChange={props.onChange} /> : null}
    </li>
  );
}

/** The card as a sentence. */
function Said({ card, hold, facts, isOpen, count }: RuleCardProps) {
  const { t } = useTranslation("rules");
  const said = useConditionWords().when(card.when, facts);
  return (
    <>
      <Text size="sm" component="div">
        {said === undefined ? (
          <>
            {t("if.text")} <Code className={classes.code}>{"text" in card.when ? card.when.text : ""}</Code>
          </>
        ) : (
          t("if", { condition: said })
        )}
      </Text>
      {hold ? null : <Then then={card.then} {...(card.then === "keep" ? {} : { to: card.to, playbook: card.playbook })} />}
      {isOpen ? null : <Because text={card.because} />}
      <div className={classes.foot}>
        {card.id === "" ? null : <span className={classes.id}>{card.id}</span>}
        {count}
      </div>
    </>
  );
}

/** What is wrong with it, and what is probably not meant. */
function Told({ gaps, faults, warnings }: RuleCardProps) {
  const { t } = useTranslation("rules");
  const open = gaps.filter(({ row }) => row === undefined);
  const wrong = [...open.map(({ code }) => t(`gap.${code}`)), ...faults.map(({ reason }) => reason)];
  const rows = gaps.some(({ row }) => row !== undefined) ? [t("gap.rows")] : [];
  return (
    <>
      {[...wrong, ...rows].map((text) => (
        <Alert key={text} color="red" variant="light" p="xs" mt="xs" icon={<CircleAlert size={16} aria-hidden />}>
          <Text size="sm" className={classes.reason}>
            {text}
          </Text>
        </Alert>
      ))}
      {warnings.map((warning) => (
        <WarningLine key={warning.kind} warning={warning} />
      ))}
    </>
  );
}

/** A warning as a sentence; one that the page does not know keeps the server's own. */
export function WarningLine({ warning }: { warning: Warning }) {
  const { t } = useTranslation("rules");
  return (
    <div className={classes.warning}>
      <Lightbulb size={15} aria-hidden />
      <Text size="sm">{t(`warning.${warning.kind}`, { other: warning.other ?? "", defaultValue: warning.text })}</Text>
    </div>
  );
}

function Act({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: (() => void) | undefined }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick} disabled={onClick === undefined}>
      {icon}
    </ActionIcon>
  );
}
