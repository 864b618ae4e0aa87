// Conditions as rows and as text: what each kind of fact can be compared by, and how a comparison is written and read.
import type { Fact, Facts, Join, Kind, Relation, WireRow } from "./types";

/** One comparison as a form holds it: numbers are decimal text, and a value may still be empty. */
export interface Row {
  fact: string;
  relation: Relation;
  values: string[];
}

/** All or any of some comparisons. */
export interface Rows {
  join: Join;
  rows: Row[];
}

/** How a fact of each kind can be compared, the usual way first. */
export const RELATIONS: Record<Kind, readonly Relation[]> = {
  number: ["at_least", "more", "at_most", "less", "is", "is_not", "is_one_of"],
  whole: ["at_least", "more", "at_most", "less", "is", "is_not", "is_one_of"],
  text: ["is", "is_not", "is_one_of"],
  truth: ["is_true", "is_false"],
  texts: ["has", "has_not"],
};

const SIGNS: Partial<Record<Relation, string>> = { is: "==", is_not: "!=", less: "<", at_most: "<=", more: ">", at_least: ">=" };

/** How many values a relation wants. */
export function wants(relation: Relation): "none" | "one" | "several" {
  if (relation === "is_true" || relation === "is_false") return "none";
  return relation === "is_one_of" ? "several" : "one";
}

/** A number as plain decimal text, never with an exponent. */
export function plain(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : "";
}

const WHOLE = /^-?\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whether text is a value of this kind. */
export function isValue(text: string, kind: Kind): boolean {
  if (kind === "number") return DECIMAL.test(text);
  return kind === "whole" ? WHOLE.test(text) : text.trim() !== "";
}

function literal(text: string, kind: Kind): string {
  if (kind === "number") return WHOLE.test(text) ? `${text}.0` : text;
  return kind === "whole" ? text : JSON.stringify(text);
}

/** A comparison as text. */
export function rowText({ fact, relation, values }: Row, kind: Kind): string {
  const [first = ""] = values;
  switch (relation) {
    case "is_true":
      return fact;
    case "is_false":
      return `!${fact}`;
    case "is_one_of":
      return `${fact} in [${values.map((value) => literal(value, kind)).join(", ")}]`;
    case "has":
      return `${literal(first, "text")} in ${fact}`;
    case "has_not":
      return `!(${literal(first, "text")} in ${fact})`;
    default:
      return `${fact} ${SIGNS[relation]} ${literal(first, kind)}`;
  }
}

/** Comparisons as text; none at all is always true. */
export function rowsText({ join, rows }: Rows, facts: Facts): string {
  if (rows.length === 0) return "true";
  return rows.map((row) => rowText(row, facts.get(row.fact)?.kind ?? "text")).join(join === "all" ? " && " : " || ");
}

/** Rows of the server as a form holds them. */
export function formRow({ fact, relation, values }: WireRow): Row {
  return { fact, relation, values: values.map((value) => (typeof value === "number" ? plain(value) : value)) };
}

const COMPARED = /^(\w+)\s*(==|!=|<=|>=|<|>)\s*(.+)$/;
const LISTED = /^(\w+)\s+in\s+\[(.*)\]$/;
const MEMBER = /^(.+)\s+in\s+(\w+)$/;
const BRACKETS = /^!\s*\((.*)\)$/;

/** Reads one comparison; what is more than that is none. */
export function rowOf(text: string, facts: Facts): Row | undefined {
  const source = text.trim();
  const fact = facts.get(source.replace(/^!\s*/, ""));
  if (fact?.kind === "truth") return { fact: fact.name, relation: source.startsWith("!") ? "is_false" : "is_true", values: [] };
  const inner = BRACKETS.exec(source)?.[1];
  if (inner !== undefined) {
    const row = member(inner.trim(), facts);
    return row === undefined ? undefined : { ...row, relation: "has_not" };
  }
  return compared(source, facts) ?? listed(source, facts) ?? member(source, facts);
}

function compared(source: string, facts: Facts): Row | undefined {
  const [, name = "", sign, rest = ""] = COMPARED.exec(source) ?? [];
  const relation = (Object.keys(SIGNS) as Relation[]).find((each) => SIGNS[each] === sign);
  const value = valueOf(rest, facts.get(name));
  return relation === undefined || value === undefined ? undefined : { fact: name, relation, values: [value] };
}

function listed(source: string, facts: Facts): Row | undefined {
  const [, name = "", list = ""] = LISTED.exec(source) ?? [];
  const parts = list.match(/"(?:[^"\\]|\\.)*"|[^,\s]+/g) ?? [];
  const values = parts.map((part) => valueOf(part, facts.get(name)));
  return values.length === 0 || values.includes(undefined) ? undefined : { fact: name, relation: "is_one_of", values: values as string[] };
}

function member(source: string, facts: Facts): Row | undefined {
  const [, part = "", name = ""] = MEMBER.exec(source) ?? [];
  const value = facts.get(name)?.kind === "texts" ? quoted(part) : undefined;
  return value === undefined ? undefined : { fact: name, relation: "has", values: [value] };
}

function valueOf(source: string, fact: Fact | undefined): string | undefined {
  if (fact?.kind === "text") return quoted(source);
  if (fact?.kind !== "number" && fact?.kind !== "whole") return undefined;
  const text = source.trim();
  return DECIMAL.test(text) ? text.replace(/\.0+$/, "") : undefined;
}

function quoted(source: string): string | undefined {
  try {
    const value: unknown = JSON.parse(source.trim());
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
