// j and k, or the arrows, walk through the rows; Enter opens one, because each row is a link.
import { type RefObject, useEffect, useRef } from "react";

/** What marks the link of a row. */
export const ROW = "data-row";
const AWAY_FROM_END = 3;
const steps: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/** Lets the keyboard walk through the rows in `list`; `onEnd` is told when it comes near the last one. */
export function useRowKeys(list: RefObject<HTMLElement | null>, onEnd: () => void): void {
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || list.current === null) return;
      if (event.key === "/" && isFree(event.target)) {
        list.current.querySelector<HTMLInputElement>("input[type=search]")?.focus();
        event.preventDefault();
        return;
      }
      const rows = [...list.current.querySelectorAll<HTMLElement>(`[${ROW}]`)];
      const next = target(rows, event);
      if (next === undefined) return;
      event.preventDefault();
      rows[next]?.focus();
      if (next >= rows.length - AWAY_FROM_END) end.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [list]);
}

/** Which row comes next. Letters count only where nothing else has the keyboard, arrows only in the list and below its search. */
function target(rows: HTMLElement[], event: KeyboardEvent): number | undefined {
  const step = steps[event.key];
  if (step === undefined || rows.length === 0) return undefined;
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (at >= 0) return Math.min(Math.max(at + step, 0), rows.length - 1);
  const fromSearch = event.key === "ArrowDown" && event.target instanceof HTMLInputElement && event.target.type === "search";
  return fromSearch || (isFree(event.target) && event.key.length === 1) ? 0 : undefined;
}

function isFree(at: EventTarget | null): boolean {
  return at === document.body || (at instanceof HTMLElement && (at.tagName === "MAIN" || at.hasAttribute(ROW)));
}
