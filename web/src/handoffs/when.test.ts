// Steps are grouped by when they are due; a day belongs to one group only.
import { expect, test } from "vitest";
import { daysApart, grouped, whenOf } from "./when";
import type { MyStep } from "./types";

test.each([
  ["2026-06-14", "late"],
  ["2026-06-15", "today"],
  ["2026-06-16", "week"],
  ["2026-06-21", "week"],
  ["2026-06-22", "later"],
  [null, "undated"],
  [undefined, "undated"],
] as const)("%s is %s", (due, when) => expect(whenOf(due, "2026-06-15")).toBe(when));

test("days are counted over the change of the clocks", () => {
  expect(daysApart("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysApart("2026-06-15", "2026-06-01")).toBe(-14);
});

test("groups keep their order, and empty ones are left out", () => {
  const step = (id: string, due: string | null) => ({ step: id, due }) as MyStep;
  const found = grouped([step("c", null), step("a", "2026-06-10"), step("b", "2026-06-11"), step("d", "2026-07-15")], "2026-06-15");
  expect(found.map(({ when, steps }) => [when, steps.map((one) => one.step)])).toEqual([["late", ["a", "b"]], ["later", ["d"]], ["undated", ["c"]]]);
});
