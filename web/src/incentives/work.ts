// The draft at work: kept in the browser over reloads, until it is saved or thrown away.
import { useSyncExternalStore } from "react";
import type { Tree } from "./types";

/** A draft; `id` where it is one that the server keeps. */
export interface Work {
  tree: Tree;
  id?: string;
}

const KEY = "tandem.incentives.draft";
const listeners = new Set<() => void>();
let kept: Work | undefined = read();

function read(): Work | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as Work);
  } catch {
    return undefined;
  }
}

/** Keeps a draft, or none. */
export function keep(work: Work | undefined): void {
  kept = work;
  try {
    if (work === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(work));
  } catch {
    // Without a store of its own the browser keeps it until the page is left.
  }
  for (const listener of listeners) listener();
}

/** Begins with a copy of a plan; with `id` it is that draft itself. A new version begins next month under a name of its own. */
export function begin(tree: Tree, id?: string): void {
  if (id !== undefined) {
    keep({ tree, id });
    return;
  }
  const first = nextMonth(new Date());
  keep({ tree: { ...tree, version: first.slice(0, 7), effective: first } });
}

/** The first day of the next month. */
export function nextMonth(now: Date): string {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1)).toISOString().slice(0, 10);
}

/** What a company can begin with. */
export function usual(currency: string, now: Date): Tree {
  const first = nextMonth(now);
  return {
    name: "Incentives", version: first.slice(0, 7), effective: first, currency,
    components: [
      { id: "new-business", name: "New business", roles: ["hunter", "generalist"], on: ["new", "reactivation"], rate: "8 %", claw_back: { within_months: 12, part: "remaining" }, contract_months: 36 },
      { id: "expansion", name: "Expansion", roles: ["account_manager", "inside_account_manager", "generalist"], on: ["expansion"], rate: "6 %" },
      { id: "renewal", name: "Renewal", roles: ["account_manager", "inside_account_manager", "generalist"], on: ["renewal"], rate: "2 %" },
    ],
    transition: {
      from: ["hunter", "generalist"], to: ["account_manager", "inside_account_manager"], components: ["expansion", "renewal"], shares: ["100 %", "75 %", "50 %", "25 %", "0 %"],
      held: { part: "50 %", brief_accepted: true, retained_days: 90 },
    },
  };
}

/** A plan for some of the people, beside those that are in force; it has a name of its own. */
export function beside(currency: string, now: Date, name: string): Tree {
  return { ...usual(currency, now), name, for: { roles: ["inside_account_manager"] } };
}

/** The draft at work. */
export function useWork(): Work | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
}
