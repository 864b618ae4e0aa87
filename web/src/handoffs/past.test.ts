// The history is one line, the latest first.
import { expect, test } from "vitest";
import { happenedIn } from "./past";
import type { Handoff } from "./types";

test("acts with handoff, steps and brief stand in one order", () => {
  const by = { user: "7", party: "receiver" };
  const found = happenedIn({
    handoff: { proposal: { at: "2026-06-01T08:00:00Z", by, reason: "Half is sold." }, history: [{ version: 2, at: "2026-06-02T08:00:00Z", by, act: { act: "accept" }, gates: [] }] },
    steps: [{ id: "a", history: [{ version: 2, at: "2026-06-04T08:00:00Z", by, act: { act: "skip", reason: "They know." } }] }],
    brief: { history: [{ version: 2, at: "2026-06-03T08:00:00Z", by: "7", act: { act: "submit" } }] },
  } as unknown as Handoff);
  expect(found.map(({ of, reason }) => [of, reason])).toEqual([["step", "They know."], ["brief", undefined], ["handoff", undefined], ["proposal", "Half is sold."]]);
});
