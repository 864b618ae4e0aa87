// Where a handoff is on its way, also where it left it.
import { expect, test } from "vitest";
import { newSince } from "./race";
import { reached } from "./stations";
import type { ActRecord, Document, State } from "./types";

const record = (version: number, to: State) => ({ version, to }) as ActRecord;
const at = (state: State, history: ActRecord[] = [], postponed: [string, State] | null = null) => reached({ state, history, postponed });

test("on the way it is where its state is", () => {
  expect([at("proposed"), at("preparing"), at("settled")]).toEqual([0, 2, 6]);
});

test("aside it is where it goes on, or as far as it came", () => {
  expect(at("returned", [record(2, "accepted"), record(3, "preparing"), record(4, "returned")])).toBe(1);
  expect(at("postponed", [], ["2026-07-01", "accepted"])).toBe(1);
  expect(at("cancelled", [record(2, "accepted"), record(3, "preparing"), record(4, "cancelled")])).toBe(2);
  expect(at("declined", [record(2, "declined")])).toBe(0);
});

test("whoever lost a race is told of everything since the version that was seen", () => {
  const now = { history: [record(2, "accepted"), record(3, "preparing"), record(4, "introducing")] } as Document;
  expect(newSince(now, 2).map(({ version }) => version)).toEqual([3, 4]);
  expect(newSince(now, 4)).toEqual([]);
});
