// Both languages say the same things.
import { expect, test } from "vitest";
import { chinese, english } from "./texts";

const SINGULAR = /_one$/;

function keys(texts: Record<string, string>): string[] {
  return Object.keys(texts)
    .filter((key) => !SINGULAR.test(key))
    .sort();
}

function names(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map((found) => found[1] ?? "").sort();
}

test.each(Object.keys(english) as (keyof typeof english)[])("%s has the same keys and values in both languages", (name) => {
  const en: Record<string, string> = english[name];
  const zh: Record<string, string> = chinese[name];
  expect(keys(zh)).toEqual(keys(en));
  for (const key of keys(en)) {
    expect(zh[key], key).not.toBe("");
    expect(names(zh[key] ?? ""), key).toEqual(names(en[key] ?? ""));
  }
});

test("English singulars have a plural", () => {
  for (const texts of Object.values(english)) {
    const known = new Set(Object.keys(texts));
    for (const key of known) if (SINGULAR.test(key)) expect(known).toContain(key.replace(SINGULAR, "_other"));
  }
});
