// Forms begin with what was planned or wished, and send what the server knows, no field more: it refuses unknown ones.
import { expect, test } from "vitest";
import { actOf, draftOf } from "./actDraft";
import type { ActKind, Handoff } from "./types";

const playbooks = [
  { name: "standard", version: "1", introduction: "2026-07-06", transfer: "2026-07-20" },
  { name: "small", version: "3", introduction: "2026-06-22", transfer: "2026-06-29" },
];
function handoff(document: object): Handoff {
  const proposal = { wish: null };
  return { today: "2026-06-15", playbooks, handoff: { proposal, dates: null, playbook: null, transferred_on: null, ...document } } as unknown as Handoff;
}
const sent = (kind: ActKind, document: object) => actOf(kind, draftOf(kind, handoff(document)), handoff(document), "brief");

test("a preparation begins with the wish of the proposal", () => {
  const wish = { playbook: "small", transfer: "2026-07-10" };
  expect(sent("prepare", { proposal: { wish } })).toEqual({ act: "prepare", playbook: "small", version: "3", dates: { introduction: "2026-06-22", transfer: "2026-07-10" } });
  expect(sent("prepare", {})).toEqual({ act: "prepare", playbook: "standard", version: "1", dates: { introduction: "2026-07-06", transfer: "2026-07-20" } });
});

test("a wish before the introduction gives way to the usual day", () => {
  const wish = { playbook: "small", transfer: "2026-06-20" };
  expect(sent("prepare", { proposal: { wish } }).dates?.transfer).toBe("2026-06-29");
});

test("a transfer is today where its day has passed", () => {
  const dates = { introduction: "2026-06-01", transfer: "2026-06-10" };
  expect(sent("transfer", { dates })).toEqual({ act: "transfer", on: "2026-06-15" });
  expect(sent("reschedule", { dates })).toEqual({ act: "reschedule", dates, reason: "" });
});

test("others say what they need only", () => {
  expect(sent("introduce", {})).toEqual({ act: "introduce" });
  expect(sent("override", {})).toEqual({ act: "override", gate: "brief", reason: "" });
  expect(sent("postpone", {})).toEqual({ act: "postpone", until: "2026-07-15", reason: "" });
  expect(sent("take_back", { transferred_on: "2026-06-12" })).toEqual({ act: "take_back", on: "2026-06-12", reason: "" });
});
