// What the forms of acts begin with and what is sent in the end.
import { daysLater } from "../shared/format";
import type { Act, ActKind, Gate, Handoff } from "./types";

type Need = "playbook" | "dates" | "day" | "reason";

/** What an act needs to be said with. */
export const NEEDS: Record<ActKind, readonly Need[]> = {
  accept: [],
  decline: ["reason"],
  postpone: ["day", "reason"],
  resume: [],
  change_receiver: ["reason"],
  prepare: ["playbook", "dates"],
  reschedule: ["dates", "reason"],
  introduce: [],
  overlap: [],
  override: ["reason"],
  transfer: ["day"],
  return: ["reason"],
  take_back: ["day", "reason"],
  cancel: ["reason"],
  settle: [],
};

/** What is in the fields. */
export interface ActDraft {
  reason: string;
  day: string;
  playbook: string;
  introduction: string;
  transfer: string;
  receiver: string | null;
}

const POSTPONED_DAYS = 30;

/** What the fields hold at first. */
export function draftOf(kind: ActKind, handoff: Handoff): ActDraft {
  const { handoff: document, today } = handoff;
  const wish = document.proposal.wish ?? undefined;
  const transfer = document.dates?.transfer ?? today;
  const days: Partial<Record<ActKind, string>> = {
    postpone: daysLater(today, POSTPONED_DAYS),
    transfer: transfer < today ? today : transfer,
    take_back: document.transferred_on ?? today,
  };
  const draft = { reason: "", day: days[kind] ?? today, playbook: "standard", introduction: today, transfer: today, receiver: null };
  if (kind === "reschedule" && document.dates !== null) return { ...draft, ...document.dates };
  const planned = withPlaybook(draft, document.playbook?.[0] ?? wish?.playbook ?? "standard", handoff);
  return wish?.transfer && wish.transfer >= planned.introduction ? { ...planned, transfer: wish.transfer } : planned;
}

/** Another playbook comes with its usual days. */
export function withPlaybook(draft: ActDraft, name: string, { playbooks, today }: Pick<Handoff, "playbooks" | "today">): ActDraft {
  const playbook = playbooks.find((one) => one.name === name) ?? playbooks[0];
  return { ...draft, playbook: playbook?.name ?? name, introduction: playbook?.introduction ?? today, transfer: playbook?.transfer ?? today };
}

/** The act as it is sent. */
export function actOf(kind: ActKind, draft: ActDraft, { playbooks }: Pick<Handoff, "playbooks">, gate?: Gate): Act {
  const { reason, day, receiver, introduction, transfer } = draft;
  const dates = { introduction, transfer };
  switch (kind) {
    case "accept":
      return { act: kind, receiver };
    case "change_receiver":
      return { act: kind, receiver, reason };
    case "postpone":
      return { act: kind, until: day, reason };
    case "prepare":
      return { act: kind, playbook: draft.playbook, version: playbooks.find(({ name }) => name === draft.playbook)?.version ?? "1", dates };
    case "reschedule":
      return { act: kind, dates, reason };
    case "override":
      return { act: kind, ...(gate === undefined ? {} : { gate }), reason };
    case "transfer":
      return { act: kind, on: day };
    case "take_back":
      return { act: kind, on: day, reason };
    case "decline":
    case "return":
    case "cancel":
      return { act: kind, reason };
    default:
      return { act: kind };
  }
}
