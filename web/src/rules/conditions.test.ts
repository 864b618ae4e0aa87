// Conditions: what each relation is written as for each kind of fact, and that reading gives back what was written.
import { expect, test } from "vitest";
import { formRow, isValue, plain, RELATIONS, type Row, rowOf, rowsText, rowText, wants } from "./conditions";
import type { Facts, Kind } from "./types";

const KINDS: Record<string, Kind> = {
  penetration: "number", arr: "number", open_escalations: "whole", segment: "text", implementation_done: "truth", contact_roles: "texts",
};
const facts: Facts = new Map(Object.entries(KINDS).map(([name, kind]) => [name, { name, kind, meaning: "", values: [], stated: false }]));

const row = (fact: string, relation: Row["relation"], ...values: string[]): Row => ({ fact, relation, values });

test.each<[Row, string]>([
  [row("arr", "at_least", "12"), "arr >= 12.0"],
  [row("arr", "more", "0"), "arr > 0.0"],
  [row("penetration", "less", "0.4"), "penetration < 0.4"],
  [row("penetration", "at_most", "-0.25"), "penetration <= -0.25"],
  [row("arr", "is", "1000000"), "arr == 1000000.0"],
  [row("arr", "is_one_of", "1", "2.5"), "arr in [1.0, 2.5]"],
  [row("open_escalations", "at_least", "12"), "open_escalations >= 12"],
  [row("open_escalations", "is_not", "0"), "open_escalations != 0"],
  [row("open_escalations", "is_one_of", "1", "2"), "open_escalations in [1, 2]"],
  [row("segment", "is", "small"), 'segment == "small"'],
  [row("segment", "is_not", '20" "pipes" \\ 中小企業'), 'segment != "20\\" \\"pipes\\" \\\\ 中小企業"'],
  [row("segment", "is_one_of", "small", "a, b"), 'segment in ["small", "a, b"]'],
  [row("implementation_done", "is_true"), "implementation_done"],
  [row("implementation_done", "is_false"), "!implementation_done"],
  [row("contact_roles", "has", "champion"), '"champion" in contact_roles'],
  [row("contact_roles", "has_not", "champion"), '!("champion" in contact_roles)'],
])("%j is %s, and read again", (given, text) => {
  expect(rowText(given, KINDS[given.fact] ?? "text")).toBe(text);
  expect(rowOf(text, facts)).toEqual(given);
});

test("every relation of every kind is written and read again", () => {
  for (const [fact, kind] of Object.entries(KINDS)) {
    for (const relation of RELATIONS[kind]) {
      const some = kind === "number" || kind === "whole" ? ["7", "8"] : ["one", "other"];
      const given: Row = { fact, relation, values: some.slice(0, { none: 0, one: 1, several: 2 }[wants(relation)]) };
      expect(rowOf(rowText(given, kind), facts), `${fact} ${relation}`).toEqual(given);
    }
  }
});

test("rows are joined, and none is always true", () => {
  const rows = [row("arr", "more", "0"), row("implementation_done", "is_false")];
  expect(rowsText({ join: "all", rows }, facts)).toBe("arr > 0.0 && !implementation_done");
  expect(rowsText({ join: "any", rows }, facts)).toBe("arr > 0.0 || !implementation_done");
  expect(rowsText({ join: "any", rows: [] }, facts)).toBe("true");
});

test.each(["arr > 0.5 * potential", "unheard_of > 1", 'segment == small', "arr", "true", "", 'size(contact_roles) > 1', "!(arr > 1.0)", 'segment.startsWith("s")'])(
  "%s is more than a comparison",
  (text) => expect(rowOf(text, facts)).toBeUndefined(),
);

test("numbers of the server become plain decimal text", () => {
  expect(formRow({ fact: "arr", relation: "is_one_of", values: [0.1, 12, 1e21, 5e-7] }).values).toEqual(["0.1", "12", "1000000000000000000000", "0.0000005"]);
  expect(plain(Number.NaN)).toBe("");
});

test("what is no value of a kind", () => {
  expect(["12", "-1.5", "", "1e3", "1,000"].map((text) => isValue(text, "number"))).toEqual([true, true, false, false, false]);
  expect(["12", "1.5"].map((text) => isValue(text, "whole"))).toEqual([true, false]);
  expect(["a", "  "].map((text) => isValue(text, "text"))).toEqual([true, false]);
});
