// What one was told, looked for again every minute.
import { api } from "../api/client";

const LOOK_MS = 60_000;

/** The question. */
export function useNotices() {
  return api.useQuery("get", "/api/v1/notices", {}, { refetchInterval: LOOK_MS });
}
