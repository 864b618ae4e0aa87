// The cache of what the server said, and what happens when a session has ended.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isStatus } from "./problem";

let onSignedOut: () => void = () => undefined;

/** Says what to do when the server no longer knows the session. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

function notice(error: unknown): void {
  if (isStatus(error, 401)) onSignedOut();
}

/** Refusals are final; a server that cannot be reached is asked twice more. */
function retry(failures: number, error: unknown): boolean {
  return isStatus(error, 0) && failures < 2;
}

/** The one cache. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (mutation.meta?.["signsIn"] !== true) notice(error);
    },
  }),
  defaultOptions: { queries: { retry, staleTime: 30_000, refetchOnWindowFocus: false } },
});
