// What is asked of the server, from the words in the address.
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../api/client";
import { useFilters } from "../shared/filters";
import { daysLater } from "../shared/format";
import type { Split } from "./kinds";

/** Periods that one click chooses; the middle one is what the server shows unasked. */
export const WEEKS = [13, 26, 52, 104] as const;
const WEEKS_UNASKED = 26;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The words in the address: a number of weeks, or the first and the last day; the split; hours or shares. */
export type Words = "weeks" | "from" | "to" | "by" | "as";

/** The filters of all pages of this room. */
export function useWords() {
  const [words, change] = useFilters<Words>();
  const isGiven = DAY.test(words.from ?? "") && DAY.test(words.to ?? "");
  const weeks = isGiven ? undefined : (WEEKS.find((weeks) => String(weeks) === words.weeks) ?? WEEKS_UNASKED);
  const split: Split = words.by === "category" ? "category" : "class";
  const measure = words.as === "share" ? ("share" as const) : ("hours" as const);
  return { words, change, weeks, split, measure };
}

/** Time in the period of the address, of one seller or of all that one sees. */
export function useTime(seller?: string) {
  const { words, weeks } = useWords();
  // Weeks are counted back from the last one with a record, which only the server knows.
  const unasked = api.useQuery("get", "/api/v1/time", { params: { query: {} } }, { enabled: weeks !== undefined && weeks !== WEEKS_UNASKED });
  const last = unasked.data?.to;
  const query = weeks === undefined ? given(words) : weeks === WEEKS_UNASKED ? {} : last === undefined ? undefined : { from: daysLater(last, -7 * weeks), to: last };
  const whose = seller === undefined ? {} : { seller };
  return api.useQuery(
    "get",
    "/api/v1/time",
    { params: { query: { ...query, ...whose } } },
    { enabled: query !== undefined, placeholderData: keepPreviousData },
  );
}

function given(words: Partial<Record<Words, string>>) {
  // The server's `to` is the first day that no longer counts; people name the last that does.
  return { from: words.from ?? "", to: daysLater(words.to ?? "", 1) };
}
