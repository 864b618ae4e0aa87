// Quantities as a form shows them: shares in percent, everything else as it is.
import { plain } from "./conditions";
import { unitOf } from "./facts";

// A share in percent has no more digits than this, so that 0.07 is 7 and not 7.000000000000001.
const DIGITS = 12;

function times(text: string, factor: number): string {
  if (text.trim() === "" || !Number.isFinite(Number(text))) return text;
  return plain(Number((Number(text) * factor).toPrecision(DIGITS)));
}

/** A value as its field shows it. */
export function shownIn(fact: string, text: string): string {
  return unitOf(fact) === "share" ? times(text, 100) : text;
}

/** What was typed into the field, as a value. */
export function typedIn(fact: string, typed: string): string {
  const text = typed.replace(/\.$/, "");
  return unitOf(fact) === "share" ? times(text, 0.01) : text;
}
