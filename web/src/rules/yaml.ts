// A draft as a YAML document, with the lines on which each of its cards stands.
import { rowsText } from "./conditions";
import type { Card, Draft } from "./draft";
import type { Facts } from "./types";

/** Lines of a card, from 1, both included. */
export interface Place {
  key: string;
  from: number;
  to: number;
}

/** A written draft. */
export interface Written {
  text: string;
  places: Place[];
}

// What YAML does not take as it is, beyond what JSON escapes.
const HIDDEN = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/;

/** Text as a quoted scalar: as JSON writes it, and in single quotes where that is easier to read. */
export function scalar(text: string): string {
  if (/["\\]/.test(text) && !CONTROL.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(HIDDEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The condition of a card as text. */
export function whenText({ when }: Pick<Card, "when">, facts: Facts): string {
  return "text" in when ? when.text : rowsText(when, facts);
}

/** Writes a draft. */
export function written(draft: Draft, facts: Facts): Written {
  const lines = [`name: ${scalar(draft.name)}`, `version: ${scalar(draft.version)}`, `effective: ${draft.effective}`];
  const places: Place[] = [];
  const put = (title: string, cards: readonly Card[], of: (card: Card) => string[]) => {
    lines.push(cards.length === 0 ? `${title}: []` : `${title}:`);
    for (const card of cards) {
      const from = lines.length + 1;
      lines.push(...of(card).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)));
      places.push({ key: card.key, from, to: lines.length });
    }
  };
  put("rules", draft.rules, (card) => [...head(card, facts), `then: ${card.then}`, ...given("to", card.to), ...given("playbook", card.playbook), ...given("because", card.because)]);
  put("holds", draft.holds, (card) => [...head(card, facts), ...given("because", card.because)]);
  return { text: `${lines.join("\n")}\n`, places };
}

function head(card: Card, facts: Facts): string[] {
  return [`id: ${scalar(card.id)}`, `when: ${scalar(whenText(card, facts))}`];
}

function given(name: string, text: string): string[] {
  return text.trim() === "" ? [] : [`${name}: ${scalar(text)}`];
}

/** The card that stands on a line. */
export function cardAt(places: readonly Place[], line: number | null | undefined): string | undefined {
  return places.find(({ from, to }) => line !== null && line !== undefined && from <= line && line <= to)?.key;
}
