// What people paste is read as they see it.
import { expect, test } from "vitest";
import { parseTable } from "./pasted";

test.each<[string, string[][]]>([
  ["currency,date,rate\nEUR,2026-01-01,1.1\n", [["currency", "date", "rate"], ["EUR", "2026-01-01", "1.1"]]],
  ["EUR\t2026-01-01\t1,1\r\n\r\n", [["EUR", "2026-01-01", "1,1"]]],
  ['\uFEFFEUR;"2026-01-01";"a ""b"""', [["EUR", "2026-01-01", 'a "b"']]],
  ['a,"b\nc"\n', [["a", "b\nc"]]],
  ["", []],
])("%j is read", (text, expected) => {
  expect(parseTable(text)).toEqual(expected);
});
