// Exchange rates from what people paste. Pure; the server has the last word on each rate.
import type { Wire } from "../api/client";
import { parseTable } from "./pasted";

type Rate = Wire["RateView"];

/** What was read, and the lines that are no rates. */
export interface Read {
  rates: Rate[];
  wrong: { line: number; text: string }[];
}

const CODE = /^[A-Za-z]{3}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^\d+([.,]\d+)?$/;

/** Reads rows of currency, date, rate; a first row of names is passed over. A comma may stand before the decimals. */
export function readRates(text: string): Read {
  const rates: Rate[] = [];
  const wrong: Read["wrong"] = [];
  parseTable(text).forEach((row, index) => {
    const [currency = "", date = "", rate = ""] = row;
    if (CODE.test(currency) && DATE.test(date) && NUMBER.test(rate)) rates.push({ currency: currency.toUpperCase(), date, rate: rate.replace(",", ".") });
    else if (index > 0 || NUMBER.test(rate)) wrong.push({ line: index + 1, text: row.join(" ") });
  });
  return { rates, wrong };
}
