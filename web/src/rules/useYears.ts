// Asks what a document would have said over the last two years. It takes as long as it takes, so it can be cancelled: that ends the request.
import { useEffect, useRef, useState } from "react";
import { client } from "../api/client";
import type { History } from "./types";

/** How far it has come; the answer is kept with the text that it is of. */
export type Years = { state: "none" } | { state: "going"; since: number } | { state: "done"; of: string; history: History } | { state: "failed"; error: unknown };

/** The state, and how to begin and to cancel. */
export function useYears(): { years: Years; begin: (text: string) => void; cancel: () => void } {
  const [years, setYears] = useState<Years>({ state: "none" });
  const going = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => going.current?.abort(), []);
  const begin = (text: string) => {
    going.current?.abort();
    const mine = new AbortController();
    going.current = mine;
    setYears({ state: "going", since: Date.now() });
    const put = (next: Years) => {
      if (!mine.signal.aborted) setYears(next);
    };
    client.POST("/api/v1/rules/history", { body: { document: text }, signal: mine.signal }).then(
      ({ data }) => data !== undefined && put({ state: "done", of: text, history: data }),
      (error: unknown) => put({ state: "failed", error }),
    );
  };
  const cancel = () => {
    going.current?.abort();
    setYears({ state: "none" });
  };
  return { years, begin, cancel };
}
