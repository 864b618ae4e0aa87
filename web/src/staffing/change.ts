// Solving a proposal again: with other seats, weights or locks.
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import { toastDone } from "../shared/toast";
import type { Proposal } from "./types";

/** The roles that were decided, by person. */
export function locksOf(proposal: Proposal): Record<string, string> {
  return Object.fromEntries(proposal.people.flatMap(({ seller, locked }) => (locked === null || locked === undefined ? [] : [[seller.id, locked] as const])));
}

/** Sends a change; says so when it is done. */
export function useChange(proposal: Proposal, done: string, onDone?: () => void) {
  const queries = useQueryClient();
  const change = api.useMutation("put", "/api/v1/staffing/proposals/{id}", {
    onSuccess: async () => {
      toastDone(done);
      onDone?.();
      await queries.invalidateQueries();
    },
  });
  return {
    isPending: change.isPending,
    error: change.error,
    send: (what: { seats: Record<string, number>; weights: Record<string, number>; locks: Record<string, string> }) =>
      change.mutate({ params: { path: { id: proposal.id } }, body: { ...what, version: proposal.version } }),
  };
}
