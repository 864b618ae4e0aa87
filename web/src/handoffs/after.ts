// What the API calls objects of what comes after a transfer, spelled out.
export type Due = "day_30" | "day_60" | "day_90";
export type OutcomeAt = "day_90" | "day_180" | "day_365";

export type Outcome =
  | { is: "not_yet"; on: string }
  | { is: "not_known" }
  | { is: "lost" }
  | { is: "kept"; change_bp: number }
  | { is: "grown"; change_bp: number };

/** What the receiver says at a check. */
export interface Check {
  at: Due;
  on: string;
  proactive: boolean;
  met: boolean;
  commitments_kept: boolean;
  worries: string | null;
}

/** How the receiver rates the brief. */
export interface Rated {
  ratings: Record<string, number>;
  judgements: Record<string, string>;
  repeated: "never" | "once" | "often" | null;
}

/** Everything after the transfer. */
export interface After {
  transferred?: string | null;
  made: { check: Check; by: string; at: string }[];
  checks: { due: [Due, string][]; to_come: [Due, string][] };
  verdict: Rated | null;
  verdict_version: number;
  loss: { brief_bp: number; whole_bp: number; fields: number } | null;
  outcomes: { at: OutcomeAt; outcome: Outcome }[];
}
