// The catalogue of facts, asked for once.
import { useMemo } from "react";
import { api } from "../api/client";
import type { Fact, Facts } from "./types";

/** The facts by name; none until the server has told them. */
export function useFacts(): { facts: Facts | undefined; error: unknown; retry: () => Promise<unknown> } {
  const found = api.useQuery("get", "/api/v1/rules/facts", {}, { staleTime: Infinity });
  const facts = useMemo(() => {
    const items = found.data?.items as Fact[] | undefined;
    return items === undefined ? undefined : new Map(items.map((fact) => [fact.name, fact]));
  }, [found.data]);
  return { facts, error: found.error, retry: () => found.refetch() };
}
