// The rules in the reader's words: facts, values with their units, comparisons and whole conditions as sentences.
import { useTranslation } from "react-i18next";
import { useWords } from "../customers/words";
import { useFormats } from "../shared/format";
import { useMe } from "../shell/useMe";
import type { Row } from "./conditions";
import type { When } from "./draft";
import { unitOf } from "./facts";
import type { en } from "./en";
import type { Change, Fact, Facts, HoldView, Relation, Value } from "./types";
import { formRow, rowOf } from "./conditions";

type Known<Prefix extends string> = Extract<keyof typeof en, `${Prefix}.${string}`>;

const PLACES = 2;

/** A word that the page knows as it stands within a sentence; what somebody else wrote stays as it is. */
function within(shown: string, word: string): string {
  return shown === word ? word : shown.toLowerCase();
}

const CHINESE = "[\\u3000-\\u9fff\\uff00-\\uffef]";
const GAP = new RegExp(`(?<=${CHINESE}) +(?=${CHINESE})`, "g");

/** Without the blanks between Chinese letters that are there for values in other letters. */
export function tight(text: string): string {
  return text.replace(GAP, "");
}

/** A text with its first letter large, for labels. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What facts and their values are called. */
export function useFactWords() {
  const { t, i18n } = useTranslation("rules");
  const { number, share, amount, list } = useFormats();
  const { ownerRole, contactRole, country } = useWords();
  const { currency } = useMe().company;
  const has = (key: string) => i18n.exists(`rules:${key}`);
  const fact = (name: string) => (has(`fact.${name}`) ? t(`fact.${name}` as Known<"fact">) : name);
  const quantity = (name: string, value: number) => {
    const unit = unitOf(name);
    if (unit === "share") return share(value, PLACES);
    if (unit === "amount") return amount({ amount: String(value), currency }, Number.isInteger(value) ? "whole" : "exact");
    return unit === undefined ? number(value, PLACES) : t(`unit.${unit}`, { count: value, number: number(value, PLACES) });
  };
  const word = (name: string, text: string) => {
    if (name === "owner_role") return within(ownerRole(text), text);
    if (/contact_roles$/.test(name)) return within(contactRole(text), text);
    if (name === "country") return country(text);
    return /health$/.test(name) && has(`health.${text}`) ? t(`health.${text}` as Known<"health">) : text;
  };
  const value = (name: string, given: Value): string => {
    if (typeof given === "number") return quantity(name, given);
    if (typeof given === "boolean") return given ? t("truth.yes") : t("truth.no");
    if (Array.isArray(given)) return given.length === 0 ? t("texts.none") : list(given.map((text) => word(name, text)));
    return word(name, given);
  };
  return {
    fact,
    meaning: (known: Fact) => (has(`fact.${known.name}.meaning`) ? t(`fact.${known.name}.meaning` as Known<"fact">) : known.meaning),
    value,
    word,
    role: (name: string) => within(ownerRole(name), name),
    /** A truth as a sentence. */
    truth: (name: string, is: boolean) => {
      const key = `fact.${name}.${is ? "yes" : "no"}`;
      return has(key) ? t(key as Known<"fact">) : t(is ? "row.is_true" : "row.is_false", { fact: fact(name) });
    },
  };
}

/** A comparison as a sentence, and all of a condition. */
export function useConditionWords() {
  const { t } = useTranslation("rules");
  const { either } = useFormats();
  const { fact, value, word, truth } = useFactWords();
  const one = (name: string, text: string, kind: Fact["kind"] | undefined) => {
    const isQuantity = kind === "number" || kind === "whole";
    return isQuantity && text.trim() !== "" && Number.isFinite(Number(text)) ? value(name, Number(text)) : text === "" ? "…" : word(name, text);
  };
  const row = (given: Row, facts: Facts): string => {
    if (given.relation === "is_true" || given.relation === "is_false") return truth(given.fact, given.relation === "is_true");
    const kind = facts.get(given.fact)?.kind;
    const values = given.values.map((text) => one(given.fact, text, kind));
    return tight(t(`row.${given.relation}` as "row.is", { fact: fact(given.fact), value: values.length === 0 ? "…" : given.relation === "is_one_of" ? either(values) : (values[0] ?? "") }));
  };
  const rows = ({ join, rows: given }: { join: "all" | "any"; rows: Row[] }, facts: Facts) => {
    const parts = given.map((each) => row(each, facts));
    return parts.length === 0 ? t("always") : parts.join(t(join === "all" ? "join.and" : "join.or"));
  };
  return {
    row,
    /** Nothing where only its text can say it. */
    when: (when: When, facts: Facts): string | undefined => ("text" in when ? undefined : rows(when, facts)),
    /** The same of what the server gives. */
    view: ({ rows: given }: Pick<HoldView, "rows">, facts: Facts): string | undefined =>
      given === null || given === undefined ? undefined : rows({ join: given.join, rows: given.rows.map(formRow) }, facts),
    /** A piece of a condition; nothing where it is more than one comparison. */
    piece: (text: string, facts: Facts): string | undefined => {
      const read = rowOf(text, facts);
      return read === undefined ? undefined : row(read, facts);
    },
  };
}

/** The name of a way to compare. */
export function useRelationName(): (relation: Relation) => string {
  const { t } = useTranslation("rules");
  return (relation) => t(`relation.${relation}`);
}

/** What would change a decision, as a sentence. */
export function useChangeWords(): (change: Change) => string {
  const { t } = useTranslation("rules");
  const { date } = useFormats();
  const { fact, value, truth, role } = useFactWords();
  return ({ fact: name, bound, value: at, answer, to, on }) => {
    const if_ = typeof at === "boolean" ? truth(name, at) : tight(t(`change.${bound}`, { fact: fact(name), value: value(name, at) }));
    const then = answer === "hand_off" && to !== null ? t("change.hand_off.to", { role: role(to) }) : t(`change.${answer}`);
    return on === null ? t("change.line", { if: if_, then }) : t("change.line.on", { if: if_, then, day: date(on) });
  };
}
