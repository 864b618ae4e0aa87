// Filters live in the address, so that what one sees can be shared, reloaded and gone back to.
import { useNavigate, useSearch } from "@tanstack/react-router";

/** The words behind the `?` of the address, and how to change some of them; an empty one is taken out. */
export function useFilters<Name extends string>(): [Partial<Record<Name, string>>, (change: Partial<Record<Name, string | undefined>>) => void] {
  const found = useSearch({ strict: false }) as Partial<Record<Name, string>>;
  const navigate = useNavigate();
  const change = (some: Partial<Record<Name, string | undefined>>) => {
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...some }), replace: true, resetScroll: false });
  };
  return [found, change];
}
