// What all handoffs came to: the wire types by short names.
import type { Wire } from "../api/client";
import type { Gate, Said, State } from "./types";

export type OutcomeAt = "day_90" | "day_180" | "day_365";
export interface Difference {
  bp: number;
  low_bp: number;
  high_bp: number;
}
export type Effect =
  | { is: "not_enough_data"; units: number; compared: number }
  | { is: "known"; units: number; without: number; compared: number; revenue: Difference; still_there: Difference };
export type Mean = { is: "not_enough_data"; count: number } | { is: "known"; count: number; mean_bp: number };
export interface FieldLoss {
  field: string;
  title: Said;
  loss: Mean;
  judged: number;
  unused: number;
  drop: boolean;
}
export type Loss = Omit<Wire["HandoffLoss"], "loss"> & { loss: { brief_bp: number; whole_bp: number; fields: number } };
export type Report = Omit<Wire["HandoffReport"], "outcomes" | "effects" | "losses" | "givers" | "fields" | "states" | "overrides" | "overridden"> & {
  states: Partial<Record<State, number>>;
  overrides: Partial<Record<Gate, number>>;
  overridden: [number, number];
  outcomes: { at: OutcomeAt; tally: { kept: number; grown: number; lost: number; open: number }; still_there: { bp: number; low_bp: number; high_bp: number } | null }[];
  effects: { at: OutcomeAt; effect: Effect }[];
  losses: Loss[];
  givers: { giver: { id: string; name: string }; loss: Mean }[];
  fields: FieldLoss[];
};

/** Whether an interval leaves zero out: only then something can be told. */
export function canTell({ low_bp: low, high_bp: high }: Difference): "better" | "worse" | "open" {
  return low > 0 ? "better" : high < 0 ? "worse" : "open";
}

/** Fields that somebody judged, those with the most lost first; those too seldom judged come last. */
export function ranked(fields: readonly FieldLoss[]): FieldLoss[] {
  const lost = ({ loss }: FieldLoss) => (loss.is === "known" ? loss.mean_bp : -1);
  return fields.filter(({ judged }) => judged > 0).sort((one, other) => lost(other) - lost(one) || other.judged - one.judged);
}
