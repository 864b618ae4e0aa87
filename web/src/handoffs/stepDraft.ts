// What a step's form holds and what is sent.
import type { Proof, ProofKind, StepAct } from "./types";

/** What is in the fields. */
export interface StepDraft {
  place: string;
  on: string;
  with: string;
  name: string;
  value: string;
  reason: string;
  due: string;
  person: string;
}

/** Names that somebody wrote one behind the other. */
export function namesIn(text: string): string[] {
  return text.split(/[,，、;；\n]/).map((name) => name.trim()).filter((name) => name !== "");
}

function proofOf(kind: ProofKind, draft: StepDraft): Proof {
  switch (kind) {
    case "document":
      return { proof: kind, place: draft.place };
    case "meeting":
      return { proof: kind, on: draft.on, with: namesIn(draft.with) };
    case "field":
      return { proof: kind, name: draft.name, value: draft.value };
    case "confirmation":
      return { proof: kind };
  }
}

/** The act as it is sent. */
export function stepActOf(kind: StepAct["act"], proof: ProofKind, draft: StepDraft): StepAct {
  const { reason } = draft;
  if (kind === "finish") return { act: kind, proof: proofOf(proof, draft) };
  if (kind === "move") return { act: kind, due: draft.due, reason };
  if (kind === "assign") return { act: kind, person: draft.person, country: null, reason };
  return { act: kind, reason };
}
