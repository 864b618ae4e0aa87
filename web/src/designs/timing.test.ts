// From the weeks of a plan to rules of engagement in the company's own words.
import { expect, test } from "vitest";
import { draftFor } from "./Timing";

const words = { name: "Two roles", because: (months: number) => `after ${months}`, kept: "kept", unhappy: "unhappy" };
const named = [{ words: ["SMB", "Startup"] }, { words: ["Mid-Market"] }, { words: ["Enterprise"] }];

const conditions = (draft: ReturnType<typeof draftFor>) =>
  draft.rules.slice(1).map(({ when }) => ("rows" in when ? when.rows : []).map(({ fact, relation, values }) => `${fact} ${relation} ${values.join("|")}`));

test("one timing for all is one rule", () => {
  expect(conditions(draftFor([26, 26, 26], named, words))).toEqual([["months_since_first_sale at_least 6"]]);
});

test("sizes go by the record's own words", () => {
  expect(conditions(draftFor([13, 26, 52], named, words))).toEqual([
    ["segment is_one_of SMB|Startup", "months_since_first_sale at_least 3"],
    ["segment is Mid-Market", "months_since_first_sale at_least 6"],
    ["segment is Enterprise", "months_since_first_sale at_least 12"],
  ]);
});

test("without words they go by potential, each between its bounds", () => {
  const sizes = [{ words: [] }, { words: [], potential_from: 20_000 }, { words: [], potential_from: 90_000.5 }];
  expect(conditions(draftFor([13, 26, 52], sizes, words))).toEqual([
    ["customer_potential less 20000", "months_since_first_sale at_least 3"],
    ["customer_potential at_least 20000", "customer_potential less 90000.5", "months_since_first_sale at_least 6"],
    ["customer_potential at_least 90000.5", "months_since_first_sale at_least 12"],
  ]);
});
