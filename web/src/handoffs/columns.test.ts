// The board has every handoff that is under way once, and arrow keys find the card beside.
import { expect, test } from "vitest";
import { columnsOf, neighbour } from "./columns";
import type { Item, State } from "./types";

const item = (id: string, state: State, transfer: string | null = null) => ({ id, state, transfer }) as Item;
const columns = columnsOf([
  item("late", "preparing", "2026-07-01"), item("soon", "preparing", "2026-06-01"), item("back", "returned"), item("new", "proposed"), item("later", "postponed"),
  item("both", "overlapping", "2026-06-20"), item("gone", "cancelled"), item("done", "settled"),
]);

test("what leads aside stands where it goes on, the next transfer first", () => {
  const found = Object.fromEntries(columns.map(({ name, items }) => [name, items.map(({ id }) => id)]));
  expect(found).toEqual({ proposed: ["new", "later"], accepted: [], preparing: ["soon", "late", "back"], introducing: [], overlapping: ["both"], transferred: ["done"] });
});

test.each([
  ["new", "ArrowDown", "later"],
  ["new", "ArrowUp", undefined],
  ["later", "ArrowRight", "late"],
  ["back", "ArrowRight", "both"],
  ["both", "ArrowLeft", "soon"],
  ["done", "ArrowRight", undefined],
  ["new", "Enter", undefined],
  ["unknown", "ArrowDown", undefined],
] as const)("from %s by %s to %s", (id, key, expected) => expect(neighbour(columns, id, key)).toBe(expected));
