// What stands where on the board, and which card is beside which.
import type { Item, State } from "./types";

export const COLUMNS = ["proposed", "accepted", "preparing", "introducing", "overlapping", "transferred"] as const;
type Column = (typeof COLUMNS)[number];

/** The columns with their cards. */
export type Columns = readonly { name: Column; items: readonly Item[] }[];

// What leads aside stands where it goes on; what is over stands where the unit is, or nowhere.
const ASIDE: Partial<Record<State, Column>> = { returned: "preparing", postponed: "proposed", settled: "transferred" };

/** Every handoff that has a place on the board, the next transfer first. */
export function columnsOf(items: readonly Item[]): Columns {
  const place = (item: Item) => ASIDE[item.state] ?? item.state;
  const day = (item: Item) => item.transfer ?? "9999";
  return COLUMNS.map((name) => ({ name, items: items.filter((item) => place(item) === name).sort((one, other) => day(one).localeCompare(day(other))) }));
}

/** The card that an arrow key leads to; none at the edges and for other keys. */
export function neighbour(columns: Columns, id: string, key: string): string | undefined {
  const filled = columns.filter((column) => column.items.length > 0);
  const x = filled.findIndex((column) => column.items.some((item) => item.id === id));
  const y = filled[x]?.items.findIndex((item) => item.id === id) ?? -1;
  if (y < 0) return undefined;
  if (key === "ArrowDown") return filled[x]?.items[y + 1]?.id;
  if (key === "ArrowUp") return filled[x]?.items[y - 1]?.id;
  const beside = key === "ArrowRight" ? filled[x + 1] : key === "ArrowLeft" ? filled[x - 1] : undefined;
  return beside?.items[Math.min(y, beside.items.length - 1)]?.id;
}
