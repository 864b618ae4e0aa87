// The value that a fact is compared with or stated as: a field that fits the fact's kind, its unit and the values it can have.
import { Autocomplete, MultiSelect, NumberInput, Select, TagsInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useMe } from "../shell/useMe";
import { plain, wants } from "./conditions";
import { CONTACT_ROLES, ROLES, unitOf } from "./facts";
import type { Fact, Relation } from "./types";
import { shownIn, typedIn } from "./units";
import { useFactWords } from "./words";

interface Props {
  label: string;
  fact: Fact;
  values: string[];
  error?: string | undefined;
  onChange: (values: string[]) => void;
}

/** The field; none where the relation wants no value. */
export function ValueInput({ relation, ...props }: Props & { relation: Relation }) {
  const many = wants(relation);
  if (many === "none") return null;
  if (many === "several") return <Several {...props} />;
  return props.fact.kind === "number" || props.fact.kind === "whole" ? <Quantity {...props} /> : <Word {...props} />;
}

/** A number with its unit. */
export function Quantity({ label, fact, values: [text = ""], error, onChange }: Props) {
  const { t } = useTranslation("rules");
  const { currency } = useMe().company;
  const [typed, setTyped] = useState(shownIn(fact.name, text));
  // What is typed stays as it is, "12." too, as long as it means the value.
  const shown = typedIn(fact.name, typed) === text ? typed : shownIn(fact.name, text);
  const unit = unitOf(fact.name);
  const suffix = unit === "share" ? " %" : unit === "amount" ? ` ${currency}` : unit === undefined ? "" : ` ${t(`suffix.${unit}`)}`;
  return (
    <NumberInput
      size="xs" aria-label={label} value={shown} suffix={suffix} hideControls allowDecimal={fact.kind === "number"} error={error}
      {...(unit === "amount" ? { thousandSeparator: "," } : {})}
      onChange={(next) => {
        const plainText = typeof next === "number" ? plain(next) : String(next);
        setTyped(plainText);
        onChange([typedIn(fact.name, plainText)]);
      }}
    />
  );
}

/** Values that are often meant: those of a closed list, roles, and what the record holds. */
function useSuggestions(fact: Fact): { value: string; label: string }[] {
  const { word } = useFactWords();
  const wanted = { segment: "segments", country: "countries", industry: "industries" }[fact.name] as "segments" | "countries" | "industries" | undefined;
  const facets = api.useQuery("get", "/api/v1/customers/facets", {}, { enabled: wanted !== undefined });
  if (wanted !== undefined) return (facets.data?.[wanted] ?? []).map(({ value }) => ({ value, label: word(fact.name, value) }));
  const known = fact.values.length > 0 ? fact.values : fact.name === "owner_role" ? ROLES : fact.kind === "texts" ? CONTACT_ROLES : [];
  return known.map((value) => ({ value, label: word(fact.name, value) }));
}

/** What is given already is among the choices, whatever it is. */
function withGiven(known: { value: string; label: string }[], given: string[]) {
  return [...known, ...given.filter((text) => text !== "" && known.every(({ value }) => value !== text)).map((value) => ({ value, label: value }))];
}

function isClosed(fact: Fact): boolean {
  return fact.values.length > 0 || fact.name === "owner_role";
}

function Word({ label, fact, values: [text = ""], error, onChange }: Props) {
  const known = useSuggestions(fact);
  const name = (value: string) => known.find((each) => each.value === value)?.label ?? value;
  if (isClosed(fact)) {
    return (
      <Select
        size="xs" aria-label={label} value={text === "" ? null : text} data={withGiven(known, [text])} allowDeselect={false} error={error}
        onChange={(value) => onChange([value ?? ""])}
      />
    );
  }
  return (
    <Autocomplete
      size="xs" aria-label={label} value={text} data={known.map(({ value }) => value)} renderOption={({ option }) => name(option.value)} error={error}
      onChange={(value) => onChange([value])}
    />
  );
}

function Several({ label, fact, values, error, onChange }: Props) {
  const known = useSuggestions(fact);
  const given = values.filter((value) => value !== "");
  if (isClosed(fact)) {
    return <MultiSelect size="xs" aria-label={label} value={given} data={withGiven(known, given)} error={error} onChange={onChange} />;
  }
  return <TagsInput size="xs" aria-label={label} value={given} data={known.map(({ value }) => value)} error={error} onChange={onChange} />;
}
