// The server's sentences on imports: all of them are known, and none is left over from a sentence that the server no longer says.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inChinese } from "./said";
import { sentences } from "./said.zh-Hant";

const crates = new URL("../../../crates/", import.meta.url).pathname;

function under(folder: string, end: string): string[] {
  const names = readdirSync(join(crates, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(end) && !name.endsWith("tests.rs")).map((name) => readFileSync(join(crates, folder, name), "utf8"));
}

/** String literals of Rust, what is put in as `{}`. Tests come after the code in a file. */
function literals(): string[] {
  const files = [...under("core/src/imports", ".rs"), ...under("app/src/imports", ".rs"), readFileSync(join(crates, "core/src/ownership.rs"), "utf8"), readFileSync(join(crates, "core/src/words.rs"), "utf8")];
  const code = files.map((text) => text.replace(/#\[cfg\(test\)\][^]*$/, "").replace(/^\s*(\/\/|#!?\[expect).*$/gm, "").replace(/b?'\\?"'/g, ""));
  return code.flatMap((text) => [...text.matchAll(/"((?:[^"\\]|\\[^])*)"/g)].map((found) => shape((found[1] ?? "").replace(/\\\n\s*/g, ""))));
}

const shape = (text: string) => text.replace(/\{[^}]*\}/g, "{}");

test("every sentence is one that the server says", () => {
  const said = literals().map((text) => text.toLowerCase());
  const isSaid = (english: string) => {
    const whole = shape(english).toLowerCase();
    const bare = whole.replace(/\.$/, "");
    const behind = [/^\{\} customers /, /^1 customer /, /^\{\} /].map((start) => bare.replace(start, ""));
    return [whole, bare, whole.replace("{}.", "{}{}."), ...behind].some((text) => said.includes(text));
  };
  expect(sentences.map(([english]) => english).filter((english) => !isSaid(english))).toEqual([]);
});

test("every sentence that the server says is known", () => {
  const known = new Set(sentences.map(([english]) => shape(english)));
  // What stands behind a sentence of its own, and what is put together from sentences, is known in its parts.
  const parts = new Set(["1 customer {}.", "{} customers {}.", "{} {}.", "{} {} are in no file of their own and became records of their name only: {}{}."]);
  const sentence = /^[A-Z`{][^]* [^]*\.$/;
  const unknown = literals().filter((text) => sentence.test(text) && !known.has(text) && !parts.has(text));
  expect(unknown).toEqual([]);
});

test("what the sample exports are told is said in Chinese", () => {
  const texts = under("cli/tests/all/imports/golden", ".json").flatMap((text) => {
    const report = JSON.parse(text) as { notes: string[]; problems: { problem: string; advice: string }[] };
    return [...report.notes, ...report.problems.flatMap((row) => [row.problem, row.advice])];
  });
  expect(texts.length).toBeGreaterThan(40);
  expect([...new Set(texts)].filter((text) => !/[\u4e00-\u9fff]/.test(inChinese(text)))).toEqual([]);
});

test("what is put in is kept, and words of the field are translated", () => {
  const rows = [
    ["No record of customers with this id is known.", "沒有使用這個識別碼的客戶。"],
    ["The headers are those of Tandem's own customers.csv.", "欄位標題與 Tandem 自有的 customers.csv 相符。"],
    ["`x (y)` is not one of open, won, lost", "`x (y)` 不在可用的詞之中：open, won, lost"],
    ["It cannot be read: the spreadsheet is empty.", "無法讀取：試算表是空的。"],
    ["Give the customer's name.", "請填寫：客戶名稱。"],
    ["Give customer_id or unit_id.", "請填寫 customer_id 或 unit_id。"],
    ["12 customers are at unknown places.", "12 個客戶的地點不明。"],
    ["Nobody knows this sentence.", "Nobody knows this sentence."],
  ];
  for (const [english, chinese] of rows) expect(inChinese(english ?? "")).toBe(chinese);
});
