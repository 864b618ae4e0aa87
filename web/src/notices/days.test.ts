import { expect, test } from "vitest";
import { byDay } from "./days";

test("notices are put together by day, in their order", () => {
  const of = (at: string) => ({ at });
  expect(byDay([of("2026-06-15T09:00:00Z"), of("2026-06-15T08:00:00Z"), of("2026-06-14T23:59:59Z")])).toEqual([
    ["2026-06-15", [of("2026-06-15T09:00:00Z"), of("2026-06-15T08:00:00Z")]],
    ["2026-06-14", [of("2026-06-14T23:59:59Z")]],
  ]);
});
