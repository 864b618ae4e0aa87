// Sentences: every reason of the engine has one in both languages, and numbers are written as people of each language write them.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formats } from "../shared/format";
import { reasons } from "./reasons.en";
import { written } from "./words";

test("numbers are written in every way that a sentence may need", () => {
  expect(written({ estimate: -0.2504, p_value: 0.0005 }, formats("en"))).toMatchObject({
    estimate: "-0.25",
    estimate_size: "0.25",
    estimate_percent: "-25%",
    estimate_percent_size: "25%",
    p_value: "0.0005",
  });
  expect(written({ naive: 0.1 + 0.2 }, formats("zh-Hant"))["naive"]).toBe("0.3");
});

/** The codes in the engine's own list of sentences. */
function codes(): string[] {
  const text = readFileSync(new URL("../../../crates/engines/src/diagnose/words.rs", import.meta.url), "utf8");
  const list = text.slice(text.indexOf("pub const SENTENCES"), text.indexOf("#[cfg(test)]"));
  return [...list.matchAll(/\(\s*"([a-z_.]+)",\s*"/g)].map((found) => `reason.${found[1]}`);
}

test("every reason of the engine has a sentence here, and none is left over", () => {
  expect(codes().length).toBeGreaterThan(40);
  expect(Object.keys(reasons).sort()).toEqual(codes().sort());
});
