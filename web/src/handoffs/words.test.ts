// What comes in both languages is shown in one of them, with its quotation marks.
import { expect, test } from "vitest";
import { spoken, unitOf } from "./words";

test.each([
  ["en", "Such as “Analytics” and “Core”."],
  ["zh-Hant", "例如「Analytics」。"],
])("%s", (language, text) => expect(spoken({ en: "Such as `Analytics` and `Core`.", "zh-Hant": "例如`Analytics`。" }, language)).toBe(text));

test("a unit that is called like its customer is not said twice", () => {
  expect(unitOf({ unit: { name: "Acme" }, customer: { name: "Acme" } })).toBe("");
  expect(unitOf({ unit: { name: "Works" }, customer: { name: "Acme" } })).toBe("Works");
});
