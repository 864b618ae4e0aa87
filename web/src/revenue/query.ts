// What is asked of the server, from the words in the address.
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Wire } from "../api/client";
import { useFilters } from "../shared/filters";
import { monthsLater } from "../shared/format";

export type ArrMonth = Wire["ArrMonth"];
export type ArrGroup = Wire["ArrGroup"];

/** What months can be split by. */
export const SPLITS = ["segment", "seller", "customer"] as const;
export type Split = (typeof SPLITS)[number];

/** The movements that add, and those that take away. */
export const GAINS = ["new", "reactivation", "expansion"] as const;
export const LOSSES = ["contraction", "churn"] as const;
export const MOVEMENTS = [...GAINS, ...LOSSES] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** Periods that one click chooses, in months; without one: everything. */
export const MONTHS = [12, 24, 36] as const;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The words in the address: last months, or the first and the last; the split; one currency alone; the month looked into, and by what. */
export type Words = "months" | "from" | "to" | "by" | "currency" | "month" | "of";

const month = (text: string | undefined) => (text !== undefined && MONTH.test(text) ? text : undefined);
const split = (text: string | undefined) => SPLITS.find((split) => split === text);

/** The filters of this room. */
export function useWords() {
  const [words, change] = useFilters<Words>();
  const from = month(words.from);
  const to = month(words.to);
  const isGiven = from !== undefined || to !== undefined;
  return {
    change,
    from,
    to,
    last: isGiven ? undefined : MONTHS.find((months) => String(months) === words.months),
    isAll: !isGiven && words.months === undefined,
    by: split(words.by),
    /** What a month, or the period, is taken apart by. */
    of: split(words.of) ?? ("customer" as const),
    currency: words.currency,
    picked: month(words.month),
  };
}

/** All months there are: what the period can be chosen from. */
export function useAllMonths() {
  return api.useQuery("get", "/api/v1/arr", { params: { query: {} } });
}

/** The first and the last month of the address; absent until they are known. */
export function usePeriod(all: readonly ArrMonth[] | undefined): { from?: string; to?: string } | undefined {
  const { from, to, last } = useWords();
  if (last === undefined) return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const end = all?.at(-1)?.month;
  const begin = all?.[0]?.month;
  if (end === undefined || begin === undefined) return undefined;
  const wanted = monthsLater(end, 1 - last);
  return { from: wanted < begin ? begin : wanted, to: end };
}

/** The months of a period, split or not. */
export function useArr(period: { from?: string; to?: string } | undefined, by?: Split) {
  const query = { ...period, ...(by === undefined ? {} : { by }) };
  return api.useQuery("get", "/api/v1/arr", { params: { query } }, { enabled: period !== undefined, placeholderData: keepPreviousData });
}
