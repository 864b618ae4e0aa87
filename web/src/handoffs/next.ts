// Which acts are put first. What may be done says the server; this is only their order.
import type { ActKind, Handoff, State } from "./types";

/** The acts that carry a handoff on, by state; the others are behind "More". */
const FIRST: Record<State, readonly ActKind[]> = {
  proposed: ["accept", "decline"],
  accepted: ["prepare"],
  preparing: ["introduce"],
  introducing: ["overlap", "transfer"],
  overlapping: ["transfer"],
  transferred: ["settle"],
  settled: [],
  declined: [],
  postponed: ["resume", "accept"],
  returned: ["prepare"],
  cancelled: [],
};

/** Acts at hand, acts behind them, and those at hand that are closed. Gates are overridden where they stand. */
export function nextActs({ handoff, acts, closed }: Pick<Handoff, "handoff" | "acts" | "closed">) {
  const wanted = FIRST[handoff.state];
  const first = wanted.filter((act) => acts.includes(act));
  const more = acts.filter((act) => !wanted.includes(act) && act !== "override");
  return { first, more, closed: closed.filter(({ act }) => wanted.includes(act) && first.length === 0 || (act === "transfer" && wanted.includes(act))) };
}
