import { expect, test } from "vitest";
import { nextQuarter } from "./quarter";

test("a plan begins with the next quarter, over the end of the year too", () => {
  expect(nextQuarter(new Date("2026-06-15T12:00:00Z"))).toBe("2026-07-01");
  expect(nextQuarter(new Date("2026-07-01T12:00:00Z"))).toBe("2026-10-01");
  expect(nextQuarter(new Date("2026-12-31T12:00:00Z"))).toBe("2027-01-01");
});
