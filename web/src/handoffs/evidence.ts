// What can be said for a gate, and where the rest of it is put right.
import type { Evidence, Gate } from "./types";

export type EvidenceKind = "session" | "introduction" | "invoice" | "no_invoices" | "no_commitments";

/** By gate: the part of the handoff that puts it right, and what can be said for it. */
export const REMEDIES: Record<Gate, { part?: "steps" | "brief" | "promises" | "moves" | "people"; says: readonly EvidenceKind[] }> = {
  contacts: { part: "people", says: [] },
  implementation: { says: ["session"] },
  brief: { part: "brief", says: [] },
  commitments: { part: "promises", says: ["no_commitments"] },
  opportunities: { part: "moves", says: [] },
  invoices: { says: ["invoice", "no_invoices"] },
  introduction: { says: ["introduction"] },
  receiver_ready: { says: [] },
  receiver_load: { says: [] },
  steps: { part: "steps", says: [] },
};

/** What is in the fields. */
export interface EvidenceDraft {
  on: string;
  what: "kickoff" | "working" | "training" | "review";
  live: boolean;
  text: string;
  paid: boolean;
  explained: string;
}

/** What is sent. */
export function evidenceOf(kind: EvidenceKind, draft: EvidenceDraft): Evidence {
  switch (kind) {
    case "session":
      return { kind, on: draft.on, what: draft.what, attended: true };
    case "introduction":
      return { kind, on: draft.on, live: draft.live };
    case "invoice":
      return { kind, number: draft.text, due: draft.on, paid: draft.paid, explained: draft.explained.trim() === "" ? null : draft.explained };
    case "no_invoices":
      return { kind: "nothing", of: "invoices" };
    case "no_commitments":
      return { kind: "nothing", of: "commitments" };
  }
}
