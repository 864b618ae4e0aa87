// Every fact of the catalogue has a name and a meaning here, and every truth both of its sentences; the guidelines to begin with are told in full.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { en } from "./en";
import { draftFrom, idsOf, STARTS } from "./starts";
import type { Kind } from "./types";
import { tight } from "./words";
import { whenText } from "./yaml";

const texts: Record<string, string> = en;

/** The names and kinds in the program's own catalogue. */
function catalogue(): [string, string][] {
  const text = readFileSync(new URL("../../../crates/core/src/rules/facts.rs", import.meta.url), "utf8");
  const list = text.slice(text.indexOf("pub const CATALOGUE"), text.indexOf("#[cfg(test)]"));
  return [...list.matchAll(/fact\(\s*"([a-z_0-9]+)",\s*(\w+)/g)].map(([, name = "", kind = ""]) => [name, kind]);
}

test("every fact of the catalogue is named and explained", () => {
  const facts = catalogue();
  expect(facts.length).toBeGreaterThanOrEqual(43);
  for (const [name, kind] of facts) {
    expect(texts[`fact.${name}`], name).toBeTruthy();
    expect(texts[`fact.${name}.meaning`], name).toMatch(/\.$/);
    if (kind === "Truth") for (const side of ["yes", "no"]) expect(texts[`fact.${name}.${side}`], name).toBeTruthy();
  }
});

test("blanks stay between Chinese and other letters only", () => {
  expect(tight("健康狀況為 紅")).toBe("健康狀況為紅");
  expect(tight("客群為 small 或 大型")).toBe("客群為 small 或大型");
  expect(tight("ARR is at least 3")).toBe("ARR is at least 3");
});

test("the guidelines to begin with say why each rule is there", () => {
  for (const start of STARTS) {
    for (const id of idsOf(start)) expect(texts[`start.${start}.${id}`], `${start} ${id}`).toBeTruthy();
    const draft = draftFrom(start, "2027-01-01", (of, what) => texts[`start.${of}.${what}`] ?? "");
    expect(draft.name).not.toBe("");
    expect([...draft.rules, ...draft.holds].every(({ because }) => because !== "")).toBe(true);
  }
});

test("the usual guideline and that of enterprises are the examples of the program", () => {
  for (const start of ["article", "enterprise"] as const) {
    const text = readFileSync(new URL(`../../../examples/rules/${start}.yaml`, import.meta.url), "utf8");
    const listed = [...text.matchAll(/- id: (.+)\n\s+when: (.+)/g)].map(([, id, when = ""]) => [id, when.replace(/^"(.*)"$/, "$1")]);
    const draft = draftFrom(start, "2027-01-01", () => "");
    const facts = new Map(catalogue().map(([name, kind]) => [name, { name, kind: kind.toLowerCase() as Kind, meaning: "", values: [], stated: false }]));
    const written = [...draft.rules, ...draft.holds].map((card) => [card.id, whenText(card, facts)]);
    expect(written, start).toEqual(listed);
  }
});
