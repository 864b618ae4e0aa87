// The history of a handoff as one line of events, the latest first.
import type { Act, ActRecord, BriefAct, Handoff, Party, Said, Step, StepAct } from "./types";

interface Common {
  at: string;
  user: string | null;
  party: Party | undefined;
  reason: string | undefined;
  /** The reason in both languages, where no person said it. */
  said?: Said | undefined;
  record?: ActRecord;
}

/** Something that somebody did. */
export type Happened = Common &
  ({ of: "proposal" } | { of: "handoff"; act: Act } | { of: "step"; act: StepAct; step: Step } | { of: "brief"; act: BriefAct });

/** Everything that was done. Acts of the handoff keep the order of their versions, whatever clocks said. */
export function happenedIn({ handoff, steps, brief }: Pick<Handoff, "handoff" | "steps" | "brief">): Happened[] {
  const { proposal } = handoff;
  const acts: Happened[] = [
    { of: "proposal", at: proposal.at, user: proposal.by.user, party: proposal.by.party, reason: proposal.reason, said: proposal.said ?? undefined },
    ...handoff.history.map((record): Happened => ({ of: "handoff", act: record.act, at: record.at, user: record.by.user, party: record.by.party, reason: record.act.reason, record })),
  ];
  const others: Happened[] = [
    ...steps.flatMap((step) => step.history.map((record): Happened => ({ of: "step", step, act: record.act, at: record.at, user: record.by.user, party: undefined, reason: record.act.reason }))),
    ...brief.history.map((record): Happened => ({ of: "brief", act: record.act, at: record.at, user: record.by, party: undefined, reason: record.act.reason })),
  ];
  return [...acts.toReversed(), ...others].sort((one, other) => other.at.localeCompare(one.at));
}
