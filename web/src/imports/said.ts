// What the server says of imports, in the language that is shown. A sentence that is not known is shown as it came.
import { useTranslation } from "react-i18next";
import { sentences, words } from "./said.zh-Hant";

interface Known {
  pattern: RegExp;
  names: string[];
  chinese: string;
}

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function known([english, chinese]: readonly [string, string]): Known {
  const names = [...english.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
  const pieces = english.split(/\{\w+\}/).map(plain);
  return { pattern: new RegExp(`^${pieces.join("([^]+?)")}$`), names, chinese };
}

// Sentences without anything put in first: they say more than a pattern that happens to fit.
const all: readonly Known[] = sentences.map(known).sort((one, other) => one.names.length - other.names.length);

/** Longer texts are no sentences; patterns would take long to say so. */
const LENGTH_MAX = 2_000;

/** A sentence of the server in Chinese. */
export function inChinese(text: string): string {
  if (text.length > LENGTH_MAX) return text;
  for (const { pattern, names, chinese } of all) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const given = new Map(names.map((name, at) => [name, found[at + 1] ?? ""]));
    return chinese.replace(/\{(\w+)\}/g, (_, name: string) => put(given.get(name) ?? given.get("object") ?? "", name));
  }
  return text;
}

/** What is put in: a word of the field, a sentence of its own, or what the file holds. The name of a file stays. */
function put(value: string, name: string): string {
  if (name === "file" || name === "name") return value;
  return words[value] ?? (name === "reason" || name === "until" ? inChinese(value) : value);
}

/** Gives the server's sentences in the language that is shown. */
export function useSaid(): (text: string) => string {
  const { i18n } = useTranslation();
  return i18n.language === "zh-Hant" ? inChinese : (text) => text;
}
