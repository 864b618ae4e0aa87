// Pasted rates are read exactly, and what is none is named with its line.
import { expect, test } from "vitest";
import { readRates } from "./rates";

const EUR = { currency: "EUR", date: "2026-01-01", rate: "1.10" };

test.each<[string, unknown, unknown]>([
  ["currency,date,rate\nEUR,2026-01-01,1.10", [EUR], []],
  ["eur\t2026-01-01\t1,10", [EUR], []],
  ["EUR;2026-01-01;0.000000001", [{ ...EUR, rate: "0.000000001" }], []],
  ["EUR,01.01.2026,1.1\nUSD,2026-01-01,one", [], [{ line: 1, text: "EUR 01.01.2026 1.1" }, { line: 2, text: "USD 2026-01-01 one" }]],
  ["currency,date,rate\nEUR,2026-01-01,-1", [], [{ line: 2, text: "EUR 2026-01-01 -1" }]],
  ["", [], []],
])("%j", (text, rates, wrong) => {
  expect(readRates(text)).toEqual({ rates, wrong });
});
