// The wire types of handoffs by short names; documents of the business, which the API calls objects, are spelled out here.
import type { Wire } from "../api/client";

/** The same thing in both languages. */
export interface Said {
  en: string;
  "zh-Hant": string;
}

export const WAY = ["proposed", "accepted", "preparing", "introducing", "overlapping", "transferred", "settled"] as const;
export type State = (typeof WAY)[number] | "declined" | "postponed" | "returned" | "cancelled";

export type Party = "giver" | "receiver" | "giving_manager" | "receiving_manager" | "operations" | "system";
export type ActKind =
  | "accept" | "decline" | "postpone" | "resume" | "change_receiver" | "prepare" | "reschedule" | "introduce" | "overlap" | "override" | "transfer"
  | "return" | "take_back" | "cancel" | "settle";

export const GATES = [
  "contacts", "implementation", "brief", "commitments", "opportunities", "invoices", "introduction", "receiver_ready", "receiver_load", "steps",
] as const;
export type Gate = (typeof GATES)[number];
export type Standing = "met" | "not_met" | "not_known";

export interface Dates {
  introduction: string;
  transfer: string;
}

/** An act, as it is sent and as it is kept. */
export interface Act {
  act: ActKind;
  reason?: string;
  receiver?: string | null;
  until?: string;
  playbook?: string;
  version?: string;
  dates?: Dates;
  gate?: Gate;
  on?: string;
}

interface By {
  user: string | null;
  party: Party;
}

/** An act that was done. */
export interface ActRecord {
  version: number;
  act: Act;
  by: By;
  at: string;
  day: string;
  from: State;
  to: State;
  gates: { gate: Gate; standing: Standing; overridden: string | null }[];
}

/** A handoff as core has it. */
export interface Document {
  proposal: { unit: string; giver: string; receiver: string | null; reason: string; said?: Said | null; by: By; at: string; day: string; wish?: { playbook: string; transfer: string | null } | null };
  receiver: string | null;
  state: State;
  version: number;
  postponed: [string, State] | null;
  playbook: [string, string] | null;
  dates: Dates | null;
  overrides: Partial<Record<Gate, string>>;
  transferred_on: string | null;
  history: ActRecord[];
}

export type ProofKind = "document" | "meeting" | "field" | "confirmation";
export type Proof =
  | { proof: "document"; place: string }
  | { proof: "meeting"; on: string; with: string[] }
  | { proof: "field"; name: string; value: string }
  | { proof: "confirmation" };

export interface StepAct {
  act: "finish" | "skip" | "block" | "reopen" | "assign" | "move";
  proof?: Proof;
  reason?: string;
  person?: string;
  country?: string | null;
  due?: string;
}

export const PHASES = ["decide", "involve", "prepare", "hand_over", "tell", "switch", "follow_up"] as const;
export type Phase = (typeof PHASES)[number];

export interface Step {
  id: string;
  title: Said;
  owner: string;
  owner_title: Said;
  gate: boolean;
  proof: ProofKind;
  person: string | null;
  due: string | null;
  state: "open" | "done" | "not_needed" | "blocked";
  version: number;
  history: { version: number; act: StepAct; by: By; at: string; state: string }[];
  phase: Phase | null;
  phase_title: Said | null;
  why: Said | null;
  helpers: string[];
  late: number;
  may_do: boolean;
  may_skip: boolean;
}

export type Mark = "data" | "stated" | "to_confirm";
export interface Line {
  text: Said;
  mark: Mark;
  by: string | null;
  on: string;
}
export type Entry = { is: "known"; lines: Line[] } | { is: "not_applicable"; reason: string; by: string; on: string };
export type ReturnCode = "missing" | "wrong" | "unclear" | "outdated";
export interface BriefAct {
  act: "say" | "confirm" | "waive" | "submit" | "accept" | "return";
  field?: string;
  lines?: string[];
  reason?: string;
  code?: ReturnCode;
  fields?: string[];
}
export interface Brief {
  entries: Partial<Record<string, Entry>>;
  state: "draft" | "submitted" | "accepted" | "returned";
  version: number;
  submitted_count: number;
  history: { version: number; act: BriefAct; by: string; at: string; state: string }[];
}
export interface SectionComplete {
  section: string;
  complete_bp: number;
  open_musts: string[];
  open: string[];
}
export interface FieldSpec {
  field: string;
  section: string;
  section_title: Said;
  title: Said;
  weight: number;
}

export interface GateResult {
  gate: Gate;
  standing: Standing;
  said: Said;
  advice: Said | null;
}

export type Evidence =
  | { kind: "session"; on: string; what: "kickoff" | "working" | "training" | "review"; attended: boolean }
  | { kind: "introduction"; on: string; live: boolean }
  | { kind: "opportunity"; id: string; keep_until: string | null; reason: string | null }
  | { kind: "invoice"; number: string; due: string; paid: boolean; explained: string | null }
  | { kind: "nothing"; of: "invoices" | "commitments" };

type Spelled =
  | "handoff" | "steps" | "brief" | "completeness" | "fields" | "gates" | "evidence" | "acts" | "closed" | "parties" | "moves" | "playbooks" | "brief_acts";

export type OpenRecord = Omit<Wire["OpenRecord"], "said" | "kind_title" | "fate"> & { said?: Said | null; kind_title: Said; fate: "moves" | "stays" | "undecided" };
export type Staying = Omit<Wire["StayingRecords"], "kind_title"> & { kind_title: Said };
export type Playbook = Omit<Wire["PlaybookView"], "title"> & { title: Said };

/** One handoff, whole. */
export type Handoff = Omit<Wire["Handoff"], Spelled> & {
  handoff: Document;
  steps: Step[];
  brief: Brief;
  completeness: { complete_bp: number; sections: SectionComplete[]; waived: { field: string; reason: string; repeated: boolean }[] };
  fields: FieldSpec[];
  gates: GateResult[];
  evidence: { said: Evidence; by: string }[];
  acts: ActKind[];
  closed: { act: ActKind; said: Said }[];
  parties: Party[];
  moves: { count: number; open: OpenRecord[]; staying: Staying[] };
  playbooks: Playbook[];
  brief_acts: ("write" | "submit" | "accept" | "return")[];
};

export type Item = Omit<Wire["HandoffItem"], "state"> & { state: State };
export type MyStep = Omit<Wire["MyStep"], "title" | "proof"> & { title: Said; proof: ProofKind };
export type Waiting = Omit<Wire["Waiting"], "what" | "said"> & { what: WaitingFor; said?: Said | null };
export type WaitingFor = "answer" | "ask_again" | "prepare" | "mend" | "read_brief" | "mend_brief" | "introduce" | "transfer" | "settle";
export type Receiver = Omit<Wire["Receiver"], "parts" | "tier"> & {
  tier: "paired" | "settled" | "new";
  parts: { aspect: string; likeness_bp: number | null; weight: number; said: Said }[];
};
export type Barred = Omit<Wire["Barred"], "reasons"> & { reasons: Said[] };
/** Who of a role could receive. */
export interface Receivers {
  role: string;
  ranked: Receiver[];
  barred: Barred[];
}

export type Form = "contract" | "written" | "verbal";
export interface Promised {
  what: string;
  to: string;
  due: string | null;
  form: Form;
  place: string;
}
/** What can be done with a promise. */
export type PromiseAct =
  | { act: "keep"; on: string; evidence: string }
  | { act: "release"; by: string; on: string; place: string }
  | { act: "walk"; handoff: string; to: string };
/** Something promised to the unit. */
export type Commitment = Omit<Wire["Commitment"], "commitment"> & {
  commitment: { promise: Promised; state: "open" | "kept" | "changed" | "released"; walked_in: string[]; version: number };
};
