import { expect, test } from "vitest";
import { type Draft, isShown, type MassUnit, wantedOf } from "./mass";

const draft: Draft = { seller: "7", gone: "2026-08-01", role: "account_manager", playbook: "small", opportunities: "decide", receivers: { 3: "9" }, leave_out: ["4"] };

test("nothing is asked before a seller is chosen, and a reason only where there is one", () => {
  expect(wantedOf({ ...draft, seller: null })).toBeUndefined();
  expect(wantedOf(draft, " ")).toEqual({
    cause: { kind: "leaver", seller: "7", gone: "2026-08-01" }, role: "account_manager", playbook: "small", opportunities: "decide", receivers: { 3: "9" }, leave_out: ["4"],
  });
  expect(wantedOf(draft, " She moves. ")).toHaveProperty("reason", "She moves.");
});

test("units are narrowed to problems, to what to think of and to what was changed by hand", () => {
  const named = { id: "1", name: "x" };
  const would = { receiver: "9", named: false, tier: "settled" as const, points_bp: 5000, introduction: "", transfer: "", moved: 0, kept: 1, opportunities: 0, commitments: 0, share_until: null, warnings: [] };
  const unit: MassUnit = { unit: named, customer: named, would, refused: null };
  const out: MassUnit = { ...unit, would: null };
  const barred: MassUnit = { ...out, refused: { en: "no", "zh-Hant": "否" } };
  expect([unit, out, barred].map((one) => isShown(one, "problems"))).toEqual([false, false, true]);
  expect([unit, out, barred].map((one) => isShown(one, "changed"))).toEqual([false, true, false]);
  expect([unit, { ...unit, would: { ...would, commitments: 1 } }].map((one) => isShown(one, "think"))).toEqual([false, true]);
});
