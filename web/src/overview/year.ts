// The last twelve months as one, and the units whose retention is counted: the revenue answer for that period.
import { api, type Wire } from "../api/client";

const MONTHS = 12;

/** Start, movements and end of the year, and the cohort; undefined while it loads. */
export function useYear(view: Wire["OverviewView"]): { period: Wire["ArrMonth"] | undefined; cohort: Wire["Cohort"] | undefined; error: unknown } {
  const from = view.movements_last_12.at(-MONTHS)?.month ?? view.movements_last_12[0]?.month;
  const to = view.movements_last_12.at(-1)?.month;
  const found = api.useQuery(
    "get",
    "/api/v1/arr",
    { params: { query: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } } },
    { enabled: from !== undefined && to !== undefined },
  );
  return { period: found.data?.groups[0]?.period ?? undefined, cohort: found.data?.cohort, error: found.error };
}
