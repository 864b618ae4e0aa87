// The person who is signed in.
import { useSuspenseQuery } from "@tanstack/react-query";
import { api, type Wire } from "../api/client";

/** Who is signed in; inside of the frame this is always known. */
export function useMe(): Wire["Me"] {
  return useSuspenseQuery(api.queryOptions("get", "/api/v1/me")).data;
}

/** Whether the person may do something: `imports.run`, `settings.write`, `users.manage`, `totals.see`, `time.report`. */
export function useMay(what: string): boolean {
  return useMe().may.includes(what);
}
