// Scenarios as text: one parameter a line. What a slider moves is put in, the rest stays.
import type { Changed, Value } from "./types";

/** Parameters as a document. */
export function written(changed: Changed): string {
  return Object.entries(changed)
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}\n`)
    .join("");
}

/** What can be moved. */
export interface Levers {
  /** Seats: generalists, hunters, account managers, inside account managers. */
  team: [number, number, number, number];
  /** Weeks from signing to handoff. */
  weeks: number;
  /** Priority of new business that coaching and incentives protect, in percent. */
  coaching: number;
}

const usual = { team: [12, 0, 0, 0], weeks: 26, coaching: 20 } as const;

function numbers(value: Value | undefined): number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === "number") : [];
}

/** Where the levers of a scenario stand. */
export function leversOf(changed: Changed): Levers {
  const [generalists = 12, hunters = 0, field = 0, inside = 0] = changed["team"] === undefined ? usual.team : numbers(changed["team"]);
  const psi = changed["psi"];
  return {
    team: [generalists, hunters, field, inside],
    weeks: numbers(changed["m_wk"])[1] ?? usual.weeks,
    coaching: typeof psi === "number" ? Math.round(psi * 100) : usual.coaching,
  };
}

/** A scenario with its levers elsewhere. Segments keep their own timing as long as nobody moves it. */
export function moved(changed: Changed, levers: Levers): Changed {
  const before = leversOf(changed);
  const next: Changed = { ...changed, team: [...levers.team] };
  if (levers.weeks !== before.weeks) Object.assign(next, { policy: "months", m_wk: [levers.weeks, levers.weeks, levers.weeks] });
  if (levers.coaching !== before.coaching) next["psi"] = levers.coaching / 100;
  return next;
}

/** A first guess at two roles for so many seats: half hunt, a third keeps customers, the rest does so from inside. */
export function split(seats: number): Levers["team"] {
  if (seats < 3) return [0, Math.max(1, seats - 1), 1, 0];
  const hunters = Math.max(1, Math.round(seats * 0.5));
  const inside = Math.floor(seats / 6);
  return [0, hunters, seats - hunters - inside, inside];
}
