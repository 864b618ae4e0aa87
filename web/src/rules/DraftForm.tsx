// The draft as a form: what it is called and from when it counts, its rules in their order, its holds.
import { Alert, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import Plus from "lucide-react/icons/plus";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RuleCount } from "./Answers";
import { type Card, type Draft, type Gap, newHold, newRule } from "./draft";
import classes from "./rules.module.css";
import { RuleCard } from "./RuleCard";
import type { Facts, Fault, TryOut, Warning } from "./types";
import { cardAt, type Place } from "./yaml";

interface Props {
  draft: Draft;
  facts: Facts;
  gaps: readonly Gap[];
  faults: readonly Fault[];
  warnings: readonly Warning[];
  places: readonly Place[];
  tried: TryOut | undefined;
  onChange: (draft: Draft) => void;
}

/** The form. */
export function DraftForm(props: Props) {
  const { t } = useTranslation("rules");
  const { draft, onChange, faults, places } = props;
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const others = faults.filter(({ line }) => cardAt(places, line) === undefined);
  const cards = { ...props, opened, onOpen: setOpened };
  return (
    <Stack gap="md">
      <Head {...props} />
      {others.map((fault) => (
        <Alert key={fault.reason} color="red" variant="light" p="xs">
          {fault.reason}
        </Alert>
      ))}
      <Cards {...cards} hold={false} title={t("rules")} lead={t("rules.lead")} cards={draft.rules} add={t("rule.add")} onCards={(rules) => onChange({ ...draft, rules })} />
      <Cards {...cards} hold title={t("holds")} lead={t("holds.lead")} cards={draft.holds} add={t("hold.add")} onCards={(holds) => onChange({ ...draft, holds })} />
    </Stack>
  );
}

function Head({ draft, gaps, onChange }: Props) {
  const { t } = useTranslation("rules");
  const error = (code: Gap["code"]) => (gaps.some((gap) => gap.code === code) ? t(`gap.${code}`) : undefined);
  const change = (some: Partial<Draft>) => onChange({ ...draft, ...some });
  return (
    <div className={classes.head}>
      <TextInput size="sm" label={t("name")} value={draft.name} error={error("name")} onChange={(event) => change({ name: event.currentTarget.value })} />
      <TextInput size="sm" label={t("version")} value={draft.version} error={error("version")} onChange={(event) => change({ version: event.currentTarget.value })} />
      <TextInput size="sm" type="date" label={t("effective")} value={draft.effective} error={error("effective")} onChange={(event) => change({ effective: event.currentTarget.value })} />
    </div>
  );
}

interface CardsProps extends Omit<Props, "draft" | "onChange"> {
  hold: boolean;
  title: string;
  lead: string;
  add: string;
  cards: Card[];
  opened: string | undefined;
  onOpen: (key: string | undefined) => void;
  onCards: (cards: Card[]) => void;
}

function Cards({ hold, title, lead, add, cards, opened, onOpen, onCards, facts, gaps, faults, warnings, places, tried }: CardsProps) {
  const { t } = useTranslation("rules");
  const put = () => {
    const card = hold ? newHold() : newRule();
    onCards([...cards, card]);
    onOpen(card.key);
  };
  return (
    <section aria-label={title}>
      <Title order={3}>{title}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {lead}
      </Text>
      {!hold && gaps.some(({ code }) => code === "rules") ? <Text size="sm" className={classes.wrong}>{t("gap.rules")}</Text> : null}
      <ol className={classes.cards}>
        {cards.map((card, index) => (
          <RuleCard
            key={card.key} card={card} hold={hold} place={index + 1} facts={facts} isOpen={opened === card.key}
            gaps={gaps.filter((gap) => gap.card === card.key)}
            faults={faults.filter(({ line }) => cardAt(places, line) === card.key)}
            warnings={gaps.length > 0 ? [] : warnings.filter(({ id }) => id === card.id)}
            count={tried === undefined ? null : <RuleCount tried={tried} id={card.id} hold={hold} />}
            onOpen={() => onOpen(opened === card.key ? undefined : card.key)}
            onChange={(next) => onCards(cards.map((other) => (other.key === card.key ? next : other)))}
            onRemove={() => onCards(cards.filter((other) => other.key !== card.key))}
            onUp={index === 0 ? undefined : () => onCards(swapped(cards, index - 1))}
            onDown={index === cards.length - 1 ? undefined : () => onCards(swapped(cards, index))}
          />
        ))}
      </ol>
      <Group mt="xs">
        <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={put}>
          {add}
        </Button>
      </Group>
    </section>
  );
}

function swapped(cards: Card[], first: number): Card[] {
  return cards.map((card, at) => (at === first ? (cards[first + 1] ?? card) : at === first + 1 ? (cards[first] ?? card) : card));
}
