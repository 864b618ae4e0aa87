// What the list is asked for, as words in the address; saved views and exports carry the same words.
import { useFilters } from "../shared/filters";

/** The words. */
export const words = ["q", "segment", "industry", "country", "owner", "sort"] as const;
/** One of them. */
export type Word = (typeof words)[number];
/** Those that are given. */
export type Filters = Partial<Record<Word, string>>;

/** The orders that the server knows; `-` turns one round. */
export const orders = ["arr", "-arr", "name", "-name", "renewal", "-renewal", "activity", "-activity"] as const;
/** One of them. */
export type Order = (typeof orders)[number];

/** The list's words and how to change them. */
export function useCustomerFilters() {
  return useFilters<Word>();
}

/** The order; one that is not known, and none, is the largest first. */
export function orderOf(filters: Filters): Order {
  return orders.find((order) => order === filters.sort) ?? "arr";
}

/** The words that narrow the list. */
export function narrowing(filters: Filters): Word[] {
  return words.filter((word) => word !== "sort" && (filters[word] ?? "") !== "");
}

/** As the server is asked. */
export function queryOf(filters: Filters): Filters & { sort: Order } {
  const given = narrowing(filters).map((word) => [word, filters[word]]);
  return { ...(Object.fromEntries(given) as Filters), sort: orderOf(filters) };
}

/** As one text, always in the same order, so that two can be compared. */
export function written(filters: Filters): string {
  const query = queryOf(filters);
  return new URLSearchParams(words.flatMap((word) => (query[word] === undefined ? [] : [[word, query[word]]]))).toString();
}

/** Reads such a text; words that are not the list's are left out. */
export function read(text: string): Filters {
  const given = new URLSearchParams(text);
  return Object.fromEntries(words.flatMap((word) => (given.get(word) ? [[word, given.get(word)]] : [])));
}

/** Where the list was left, for the way back to it. */
export const left: { filters: Filters } = { filters: {} };
