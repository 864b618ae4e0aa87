import { expect, test } from "vitest";
import { leversOf, moved, split, written } from "./documents";

test("a scenario is written one parameter a line", () => {
  expect(written({ team: [0, 5, 5, 2], policy: "months", psi: 0.4 })).toBe("team: [0,5,5,2]\npolicy: months\npsi: 0.4\n");
});

test("levers stand where the scenario has them, or where the model does", () => {
  expect(leversOf({})).toEqual({ team: [12, 0, 0, 0], weeks: 26, coaching: 20 });
  expect(leversOf({ team: [0, 6, 4, 2], m_wk: [6, 13, 26], psi: 0.55 })).toEqual({ team: [0, 6, 4, 2], weeks: 13, coaching: 55 });
});

test("only what was moved is changed", () => {
  const before = { m_wk: [6, 13, 26], T: 104 };
  const levers = leversOf(before);
  expect(moved(before, { ...levers, team: [0, 6, 6, 0] })).toEqual({ m_wk: [6, 13, 26], T: 104, team: [0, 6, 6, 0] });
  expect(moved(before, { ...levers, weeks: 20, coaching: 40 })).toEqual({ m_wk: [20, 20, 20], policy: "months", T: 104, team: [12, 0, 0, 0], psi: 0.4 });
});

test("a first guess at two roles has as many seats as there are", () => {
  for (const seats of [2, 3, 4, 7, 12, 30]) {
    const [generalists, hunters, field, inside] = split(seats);
    expect(generalists).toBe(0);
    expect(hunters + field + inside).toBe(seats);
    expect(Math.min(hunters, field)).toBeGreaterThan(0);
  }
});
