// When something is due, seen from a day: late, today, this week, later, or on no day yet.
import type { MyStep } from "./types";

export const WHENS = ["late", "today", "week", "later", "undated"] as const;
export type When = (typeof WHENS)[number];

/** Days from one day to another. */
export function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The group that a day falls into. A week is the seven days that begin today. */
export function whenOf(due: string | null | undefined, today: string): When {
  if (due === null || due === undefined) return "undated";
  const days = daysApart(today, due);
  return days < 0 ? "late" : days === 0 ? "today" : days < 7 ? "week" : "later";
}

/** Steps by when they are due, in the order in which one looks at them; groups without any are left out. */
export function grouped(steps: readonly MyStep[], today: string): { when: When; steps: MyStep[] }[] {
  const all = WHENS.map((when) => ({ when, steps: steps.filter((step) => whenOf(step.due, today) === when) }));
  return all.filter((group) => group.steps.length > 0);
}
