// How far a handoff came on its way.
import { type Document, type State, WAY } from "./types";

function place(state: State): number {
  return (WAY as readonly string[]).indexOf(state);
}

/** The place on the way: where it is, where it goes on, or the last one it reached before it ended. */
export function reached({ state, postponed, history }: Pick<Document, "state" | "postponed" | "history">): number {
  if (place(state) >= 0) return place(state);
  // What was given back is prepared again.
  if (state === "returned") return place("accepted");
  if (postponed !== null) return Math.max(0, place(postponed[1]));
  return Math.max(0, ...history.map((record) => place(record.to)));
}
