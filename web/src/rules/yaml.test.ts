// The written draft: its text, its places, and that no text of a person becomes part of the document's shape.
import { expect, test } from "vitest";
import { type Card, type Draft, draftOf, gapsOf, newHold, newRule, nextVersion } from "./draft";
import type { Facts, Kind } from "./types";
import { cardAt, scalar, written } from "./yaml";

const KINDS: Record<string, Kind> = { penetration: "number", open_escalations: "whole", health: "text", implementation_done: "truth" };
const facts: Facts = new Map(Object.entries(KINDS).map(([name, kind]) => [name, { name, kind, meaning: "", values: [], stated: false }]));

function draft(): Draft {
  const rule: Card = { ...newRule(), key: "r1", id: "forty", when: { join: "all", rows: [{ fact: "penetration", relation: "at_least", values: ["1"] }] }, because: "The rest comes from keeping: \"all\" of it." };
  const asks: Card = { ...newRule(), key: "r2", id: "asks", when: { text: "!implementation_done" }, then: "ask", to: "", playbook: "" };
  const hold: Card = { ...newHold(), key: "h1", id: "unhappy", when: { join: "any", rows: [{ fact: "health", relation: "is", values: ["red"] }, { fact: "open_escalations", relation: "more", values: ["0"] }] } };
  return { name: "準則 #1", version: "2", effective: "2027-01-01", rules: [rule, asks], holds: [hold] };
}

test("a draft as text, and where its cards stand", () => {
  const { text, places } = written(draft(), facts);
  expect(text).toBe(`name: "準則 #1"
version: "2"
effective: 2027-01-01
rules:
  - id: "forty"
    when: "penetration >= 1.0"
    then: hand_off
    to: "account_manager"
    playbook: "standard"
    because: 'The rest comes from keeping: "all" of it.'
  - id: "asks"
    when: "!implementation_done"
    then: ask
holds:
  - id: "unhappy"
    when: 'health == "red" || open_escalations > 0'
`);
  expect(places).toEqual([
    { key: "r1", from: 5, to: 10 },
    { key: "r2", from: 11, to: 13 },
    { key: "h1", from: 15, to: 16 },
  ]);
  expect([4, 5, 10, 13, 14, 16].map((line) => cardAt(places, line))).toEqual([undefined, "r1", "r1", "r2", undefined, "h1"]);
  expect(cardAt(places, null)).toBeUndefined();
});

test("no rules and no holds are empty lists", () => {
  expect(written({ ...draft(), rules: [], holds: [] }, facts).text).toContain("rules: []\nholds: []\n");
});

test.each([
  ["no", '"no"'],
  ["a: b # c", '"a: b # c"'],
  ["it's \"so\"", "'it''s \"so\"'"],
  ["two\nlines \"here\"", '"two\\nlines \\"here\\""'],
  ["back\\slash", "'back\\slash'"],
  ["\u2028\u0085\u007f", '"\\u2028\\u0085\\u007f"'],
  ["", '""'],
])("%j is written %s", (text, wanted) => {
  expect(scalar(text)).toBe(wanted);
  expect(scalar(text)).not.toContain("\n");
});

test("a document becomes a draft; a condition beyond rows stays text", () => {
  const document = {
    name: "n", version: "1", effective: "2027-01-01",
    rules: [
      { id: "a", when: "penetration >= 0.4", rows: { join: "all" as const, rows: [{ fact: "penetration", relation: "at_least" as const, values: [0.4] }] }, then: "hand_off" as const, to: "hunter" },
      { id: "b", when: "penetration > 2.0 * 0.1", rows: null, then: "ask" as const, because: "why" },
    ],
    holds: [],
  };
  const made = draftOf(document);
  expect(made.rules.map(({ id, when, then, to, playbook, because }) => ({ id, when, then, to, playbook, because }))).toEqual([
    { id: "a", when: { join: "all", rows: [{ fact: "penetration", relation: "at_least", values: ["0.4"] }] }, then: "hand_off", to: "hunter", playbook: "", because: "" },
    { id: "b", when: { text: "penetration > 2.0 * 0.1" }, then: "ask", to: "", playbook: "", because: "why" },
  ]);
  expect(new Set(made.rules.map(({ key }) => key)).size).toBe(2);
});

test("what a draft lacks is told before the server is asked", () => {
  expect(gapsOf(draft(), facts)).toEqual([]);
  const [forty, asks] = draft().rules as [Card, Card];
  const row = (values: string[]) => ({ join: "all" as const, rows: [{ fact: "penetration", relation: "at_least" as const, values }] });
  const lacking = { ...draft(), name: " ", effective: "", rules: [{ ...forty, when: row([""]) }, { ...asks, id: "forty", when: { text: " " } }, { ...forty, key: "r3", id: "", when: row(["x"]) }] };
  expect(gapsOf(lacking, facts)).toEqual([
    { code: "name" }, { code: "effective" }, { code: "value", card: "r1", row: 0 }, { code: "id.twice", card: "r2" }, { code: "text", card: "r2" },
    { code: "id", card: "r3" }, { code: "number", card: "r3", row: 0 },
  ]);
});

test("the next version", () => {
  expect(["1", "2027-1", "2027.09", "v9", "spring"].map(nextVersion)).toEqual(["2", "2027-2", "2027.10", "v10", "spring 2"]);
});
