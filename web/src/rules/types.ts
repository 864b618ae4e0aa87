// The wire types of the rules by short names; rows, reasons and changes are spelled out here, because the document calls them objects.
import type { Wire } from "../api/client";

export type Answer = "hand_off" | "keep" | "ask";
export type Kind = "number" | "whole" | "text" | "truth" | "texts";
export type Fact = Omit<Wire["Fact"], "kind"> & { kind: Kind };
/** The facts by name. */
export type Facts = ReadonlyMap<string, Fact>;
/** What a fact can be. */
export type Value = number | string | boolean | string[];

export type Relation = "is_true" | "is_false" | "is" | "is_not" | "less" | "at_most" | "more" | "at_least" | "is_one_of" | "has" | "has_not";
export type Join = "all" | "any";

/** One comparison, as the server gives it. */
export interface WireRow {
  fact: string;
  relation: Relation;
  values: (number | string)[];
}

type WhenOf<View> = Omit<View, "rows"> & { rows?: { join: Join; rows: WireRow[] } | null };
export type RuleView = WhenOf<Omit<Wire["RuleView"], "then">> & { then: Answer };
export type HoldView = WhenOf<Wire["HoldView"]>;
export type RulesDocument = Omit<Wire["RulesDocument"], "rules" | "holds"> & { rules: RuleView[]; holds: HoldView[] };
export type Fault = Wire["Fault"];

export interface Warning {
  id: string | null;
  kind: "never_reached" | "contradicts" | "never_true" | "always_held" | "dumping" | "no_receiver" | "no_handoff" | "no_reason";
  other: string | null;
  text: string;
}

/** What a check came to. */
export interface Checked {
  faults: Fault[];
  warnings: Warning[];
  document: RulesDocument | null;
}

export type Version = Wire["RulesVersion"];
export type Rules = Wire["Rules"];
export type TryOut = Wire["RulesTryOut"];
export type Answers = Wire["Answers"];
export type History = Wire["RulesHistory"];
export type Month = Wire["RulesMonth"];
export type GrayCase = Wire["GrayCase"];
export type Exception = Wire["Exception"];
export type KnownFact = Omit<Wire["KnownFact"], "kind" | "value"> & { kind: Kind; value?: Value | null };

/** One rule or hold and how it came out. */
export interface Reason {
  id: string;
  hold: boolean;
  applies: boolean | null;
  because: string | null;
  parts: { condition: string; holds: boolean | null; facts: { name: string; value: Value | null; date: string | null }[] }[];
}

/** A value at which the decision would be another one. */
export interface Change {
  fact: string;
  from: Value | null;
  bound: "exactly" | "at_least" | "more_than" | "at_most" | "less_than" | "with" | "without";
  value: Value;
  answer: Answer;
  to: string | null;
  rule: string | null;
  on: string | null;
}

export type Decision = Omit<Wire["UnitDecision"], "answer" | "rules_say" | "reasons" | "changes" | "facts"> & {
  answer?: Answer | null;
  rules_say?: Answer | null;
  reasons: Reason[];
  changes: Change[];
  facts: KnownFact[];
};
