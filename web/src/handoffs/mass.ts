// Many handoffs at once: the wire types by short names, and what a person asks for.
import type { Wire } from "../api/client";
import type { Said, State } from "./types";

export type Fate = Omit<Wire["MassFate"], "warnings" | "tier"> & { tier: "paired" | "settled" | "new"; warnings: Said[] };
export type MassUnit = Omit<Wire["MassUnitView"], "would" | "refused"> & { would: Fate | null; refused: Said | null };
export type Load = Wire["MassLoad"];
export type Kind = Omit<Wire["KindCount"], "title"> & { title: Said };
export type SharesOf = Omit<Wire["SharesOf"], "curve"> & { curve: Said };
export type StepsOf = Omit<Wire["StepsOf"], "title"> & { title: Said };
type Spelled = "units" | "moved" | "kept" | "to_decide" | "steps" | "reason" | "shares";
export type Preview = Omit<Wire["MassPreview"], Spelled> & { reason: Said; units: MassUnit[]; moved: Kind[]; kept: Kind[]; to_decide: Kind[]; steps: StepsOf[]; shares: SharesOf[] };
export type RunUnit = Omit<Wire["MassUnitRun"], "said" | "state"> & { said?: Said | null; state?: State | null };
export type RunState = "running" | "done" | "cancelled" | "failed" | "undoing" | "undone";
export type Run = Omit<Wire["MassRun"], "units" | "said" | "state"> & { state: RunState; said?: Said | null; units: RunUnit[] };

export const RECEIVING = ["account_manager", "inside_account_manager", "generalist", "hunter"] as const;
export type Receiving = (typeof RECEIVING)[number];

/** What a person asks for. */
export interface Draft {
  seller: string | null;
  gone: string;
  role: Receiving;
  playbook: string;
  opportunities: "decide" | "move";
  receivers: Record<string, string>;
  leave_out: string[];
}

/** What is sent; none before a seller is chosen. */
export function wantedOf(draft: Draft, reason?: string): Record<string, never> | undefined {
  const { seller, gone, ...rest } = draft;
  if (seller === null || gone === "") return undefined;
  const given = reason === undefined || reason.trim() === "" ? {} : { reason: reason.trim() };
  return { cause: { kind: "leaver", seller, gone }, ...rest, ...given } as unknown as Record<string, never>;
}

export const SHOWS = ["all", "problems", "think", "changed"] as const;
export type Shows = (typeof SHOWS)[number];

/** Whether a unit is among those that are looked at. */
export function isShown(unit: MassUnit, shows: Shows): boolean {
  const isOut = unit.would === null && unit.refused === null;
  if (shows === "problems") return unit.refused !== null;
  if (shows === "think") return unit.would !== null && unit.would.warnings.length + unit.would.opportunities + unit.would.commitments > 0;
  return shows === "all" || unit.would?.named === true || isOut;
}

/** Whether somebody can still come back to the run. */
export function isOver(run: Pick<Run, "state">): boolean {
  return run.state !== "running" && run.state !== "undoing";
}
