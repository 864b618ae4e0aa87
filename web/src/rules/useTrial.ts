// What the server says of a text while it is being written: first whether it can be used, then what it would do to the book.
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Checked, TryOut } from "./types";

/** Long enough that a word is not tried letter by letter. */
const QUIET_MS = 500;

/** The state of a try-out. */
export interface Trial {
  /** Of the text as it is now; absent while it is being read. */
  checked: Checked | undefined;
  /** The last check that came, maybe of an earlier text. */
  lastChecked: Checked | undefined;
  /** What the text would do, or an earlier one did. */
  tried: TryOut | undefined;
  /** Whether `tried` is of an earlier text. */
  isOld: boolean;
  error: unknown;
  retry: () => void;
}

/** Tries a text; nothing is asked where there is none yet. */
export function useTrial(text: string | undefined, mayTry: boolean): Trial {
  const [asked] = useDebouncedValue(text, QUIET_MS);
  const body = { document: asked ?? "" };
  const check = api.useQuery("post", "/api/v1/rules/check", { body }, { enabled: asked !== undefined, placeholderData: keepPreviousData });
  const lastChecked = check.data as unknown as Checked | undefined;
  const isNow = asked === text && asked !== undefined && !check.isPlaceholderData;
  const checked = isNow ? lastChecked : undefined;
  const isFine = checked !== undefined && checked.faults.length === 0;
  const trial = api.useQuery("post", "/api/v1/rules/try", { body }, { enabled: mayTry && isFine, placeholderData: keepPreviousData });
  return {
    checked,
    lastChecked,
    tried: trial.data,
    isOld: !isFine || trial.isPlaceholderData,
    error: check.error ?? trial.error,
    retry: () => void Promise.all([check.refetch(), ...(isFine && mayTry ? [trial.refetch()] : [])]),
  };
}
