// Chooses a fact out of all, by group and by any word of its name or of what it says.
import { type ComboboxItem, type ComboboxParsedItem, Select, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { groupOf, GROUPS } from "./facts";
import type { Fact, Facts } from "./types";
import { capital, useFactWords } from "./words";

/** The choice; `only` leaves others out. */
export function FactSelect(props: { label: string; facts: Facts; value: string; only?: (fact: Fact) => boolean; error?: string | undefined; onChange: (fact: Fact) => void }) {
  const { t, i18n } = useTranslation("rules");
  const { fact: name, meaning } = useFactWords();
  const { facts, only } = props;
  const data = useMemo(() => {
    const shown = [...facts.values()].filter((fact) => only?.(fact) ?? true);
    const groups = GROUPS.map((group) => ({
      group: t(`group.${group}`),
      items: shown.filter((fact) => groupOf(fact.name) === group).map((fact) => ({ value: fact.name, label: capital(name(fact.name)) })),
    }));
    return groups.filter(({ items }) => items.length > 0);
    // Names depend on the language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [facts, only, i18n.language]);
  const fits = (item: ComboboxItem, search: string) => {
    const known = facts.get(item.value);
    return [item.label, item.value, known === undefined ? "" : meaning(known)].some((text) => text.toLowerCase().includes(search));
  };
  const filter = ({ options, search }: { options: ComboboxParsedItem[]; search: string }) => {
    const wanted = search.trim().toLowerCase();
    return options
      .map((option) => ("group" in option ? { ...option, items: option.items.filter((item) => typeof item !== "string" && fits(item as ComboboxItem, wanted)) } : option))
      .filter((option) => !("group" in option) || option.items.length > 0);
  };
  return (
    <Select
      size="xs" aria-label={props.label} data={data} value={props.value} searchable allowDeselect={false} filter={filter} error={props.error} maxDropdownHeight={340}
      comboboxProps={{ width: 340, position: "bottom-start" }} nothingFoundMessage={t("fact.nothing")}
      renderOption={({ option }) => <Option label={option.label} text={facts.get(option.value)} />}
      onChange={(value) => {
        const chosen = facts.get(value ?? "");
        if (chosen !== undefined) props.onChange(chosen);
      }}
    />
  );
}

function Option({ label, text }: { label: string; text: Fact | undefined }) {
  const { meaning } = useFactWords();
  return (
    <div>
      <Text size="xs" fw={550}>
        {label}
      </Text>
      {text === undefined ? null : (
        <Text size="xs" c="dimmed">
          {meaning(text)}
        </Text>
      )}
    </div>
  );
}
