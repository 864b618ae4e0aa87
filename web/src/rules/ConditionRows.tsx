// A condition as rows of "fact, relation, value", all or any of which must be true.
import { ActionIcon, Button, Group, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Row, type Rows, RELATIONS, wants } from "./conditions";
import type { Gap } from "./draft";
import { FactSelect } from "./FactSelect";
import classes from "./rules.module.css";
import type { Fact, Facts, Relation } from "./types";
import { ValueInput } from "./ValueInput";
import { useFactWords, useRelationName } from "./words";

interface Props {
  rows: Rows;
  facts: Facts;
  gaps: readonly Gap[];
  onChange: (rows: Rows) => void;
  /** Beside the button that adds a row. */
  beside?: ReactNode;
}

/** The rows. */
export function ConditionRows({ rows: { join, rows }, facts, gaps, onChange, beside }: Props) {
  const { t } = useTranslation("rules");
  const put = (next: Row[]) => onChange({ join, rows: next });
  const add = () => {
    const fact = facts.get("penetration") ?? [...facts.values()][0];
    if (fact !== undefined) put([...rows, newRow(fact)]);
  };
  return (
    <Stack gap="xs">
      {rows.length === 0 ? <Text size="sm" c="dimmed">{t("rows.none")}</Text> : null}
      {rows.length < 2 ? null : (
        <SegmentedControl
          size="xs" w="fit-content" aria-label={t("join")} value={join} onChange={(next) => onChange({ join: next === "any" ? "any" : "all", rows })}
          data={[{ value: "all", label: t("join.all") }, { value: "any", label: t("join.any") }]}
        />
      )}
      {rows.map((row, index) => (
        <OneRow
          // Rows have no name of their own; their place is what they are known by.
          key={index} row={row} place={index + 1} facts={facts} gap={gaps.find((gap) => gap.row === index)}
          onChange={(next) => put(rows.map((other, at) => (at === index ? next : other)))}
          onRemove={() => put(rows.filter((_, at) => at !== index))}
        />
      ))}
      <Group justify="space-between" gap="xs">
        <Button size="compact-xs" variant="subtle" leftSection={<Plus size={13} aria-hidden />} onClick={add}>
          {t("row.add")}
        </Button>
        {beside}
      </Group>
    </Stack>
  );
}

function newRow(fact: Fact): Row {
  const [relation = "is"] = RELATIONS[fact.kind];
  return { fact: fact.name, relation, values: wants(relation) === "none" ? [] : [""] };
}

interface RowProps {
  row: Row;
  place: number;
  facts: Facts;
  gap: Gap | undefined;
  onChange: (row: Row) => void;
  onRemove: () => void;
}

function OneRow({ row, place, facts, gap, onChange, onRemove }: RowProps) {
  const { t } = useTranslation("rules");
  const { meaning } = useFactWords();
  const name = useRelationName();
  const fact = facts.get(row.fact);
  // Numbers with decimals are hardly ever one of several.
  const relations = fact === undefined ? [] : RELATIONS[fact.kind].filter((relation) => relation === row.relation || relation !== "is_one_of" || fact.kind !== "number");
  return (
    <div role="group" aria-label={t("row.place", { place })} className={classes.row}>
      <FactSelect label={t("row.fact", { place })} facts={facts} value={row.fact} onChange={(next) => onChange(next.name === row.fact ? row : newRow(next))} />
      <Select
        size="xs" aria-label={t("row.relation", { place })} value={row.relation} allowDeselect={false}
        data={relations.map((relation) => ({ value: relation, label: name(relation) }))}
        onChange={(value) => onChange({ ...row, relation: (value ?? row.relation) as Relation })}
      />
      <div className={classes.value}>
        {fact === undefined ? null : (
          <ValueInput
            key={row.fact} label={t("row.value", { place })} fact={fact} relation={row.relation} values={row.values} error={gap === undefined ? undefined : t(`gap.${gap.code}`)}
            onChange={(values) => onChange({ ...row, values })}
          />
        )}
      </div>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("row.remove", { place })} onClick={onRemove} className={classes.removeRow}>
        <X size={15} aria-hidden />
      </ActionIcon>
      {fact === undefined ? null : (
        <Text size="xs" c="dimmed" className={classes.meaning}>
          {meaning(fact)}
        </Text>
      )}
    </div>
  );
}
