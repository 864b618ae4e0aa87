// The next act comes first, an override never among them, and what is closed is explained where it is the way on.
import { expect, test } from "vitest";
import { nextActs } from "./next";
import type { ActKind, Handoff, State } from "./types";

const at = (state: State, acts: ActKind[], closed: ActKind[] = []) =>
  nextActs({ handoff: { state }, acts, closed: closed.map((act) => ({ act, said: { en: act, "zh-Hant": act } })) } as unknown as Handoff);

test("a manager at a proposal accepts or declines first", () => {
  const found = at("proposed", ["accept", "decline", "postpone", "cancel"]);
  expect([found.first, found.more]).toEqual([["accept", "decline"], ["postpone", "cancel"]]);
});

test("whoever gives is told why not", () => {
  const found = at("proposed", [], ["accept", "decline", "postpone"]);
  expect(found.closed.map(({ act }) => act)).toEqual(["accept", "decline"]);
});

test("an override is no act of its own, and a transfer that waits says so", () => {
  const found = at("introducing", ["overlap", "override", "return"], ["transfer", "cancel"]);
  expect([found.first, found.more, found.closed.map(({ act }) => act)]).toEqual([["overlap"], ["return"], ["transfer"]]);
});
