// The brief as it is read: what is known or waited for stands, the rest is named behind it.
import { expect, test } from "vitest";
import { linesIn, sectionsOf, writtenLines } from "./briefs";
import type { Entry, Handoff, Line } from "./types";

const said = (text: string) => ({ en: text, "zh-Hant": text });
const field = (name: string) => ({ field: name, section: "people", section_title: said("People"), title: said(name), weight: 1 });
const line = (text: string, by: string | null): Line => ({ text: said(text), mark: by === null ? "data" : "stated", by, on: "2026-06-01" });
const champion: Entry = { is: "known", lines: [line("Elsa", null), line("Likes tea", "7")] };

test("sections hold what is told and name what is not", () => {
  const found = sectionsOf({
    fields: [field("champion"), field("buyer"), field("news")],
    brief: { entries: { champion } },
    completeness: { sections: [{ section: "people", complete_bp: 5_000, open_musts: ["buyer"], open: ["news"] }] },
  } as unknown as Handoff);
  expect(found).toHaveLength(1);
  expect(found[0]?.title.en).toBe("People");
  expect(found[0]?.told.map(({ spec, isAwaited }) => [spec.field, isAwaited])).toEqual([["champion", false], ["buyer", true]]);
  expect(found[0]?.untold.map(({ spec }) => spec.field)).toEqual(["news"]);
});

test("an edit takes the place of what people wrote, never of the record", () => {
  expect(writtenLines(champion).map(({ text }) => text.en)).toEqual(["Likes tea"]);
  expect(writtenLines({ is: "not_applicable", reason: "No reseller.", by: "7", on: "2026-06-01" })).toEqual([]);
});

test("empty lines are none", () => expect(linesIn(" one \n\n  \ntwo")).toEqual(["one", "two"]));
