// A guideline that somebody is writing: made from a document of the server, kept on this device, and what it still lacks.
import { formRow, isValue, type Rows, wants } from "./conditions";
import type { Answer, Facts, HoldView, RulesDocument, RuleView } from "./types";

/** A condition as rows, or as text where rows cannot say it. */
export type When = Rows | { text: string };

/** A rule or a hold. */
export interface Card {
  /** Known by this as long as the draft lives. */
  key: string;
  id: string;
  when: When;
  /** Of rules. */
  then: Answer;
  to: string;
  playbook: string;
  because: string;
}

/** The document as a form. */
export interface Draft {
  name: string;
  version: string;
  effective: string;
  rules: Card[];
  holds: Card[];
}

/** What is being written: as a form or as text. */
export type Work = { mode: "form"; draft: Draft } | { mode: "text"; text: string };

let made = 0;

/** A key that no other card of this page has. */
export function newKey(): string {
  made += 1;
  return `${Date.now().toString(36)}-${made}`;
}

/** An empty rule. */
export function newRule(): Card {
  return { key: newKey(), id: "", when: { join: "all", rows: [] }, then: "hand_off", to: "account_manager", playbook: "standard", because: "" };
}

/** An empty hold. */
export function newHold(): Card {
  return { ...newRule(), then: "keep", to: "", playbook: "" };
}

/** A document as a form. */
export function draftOf(document: RulesDocument): Draft {
  const { name, version, effective, rules, holds } = document;
  return { name, version, effective, rules: rules.map(ruleCard), holds: holds.map(holdCard) };
}

function ruleCard(rule: RuleView): Card {
  return { ...holdCard(rule), then: rule.then, to: rule.to ?? "", playbook: rule.playbook ?? "" };
}

function holdCard({ id, when, rows, because }: HoldView): Card {
  const condition: When = rows === null || rows === undefined ? { text: when } : { join: rows.join, rows: rows.rows.map(formRow) };
  return { ...newHold(), id, when: condition, because: because ?? "" };
}

/** The version after another one: its last number one higher. */
export function nextVersion(version: string): string {
  return /\d+$/.test(version) ? version.replace(/\d+$/, (number) => String(BigInt(number) + 1n).padStart(number.length, "0")) : `${version} 2`.trim();
}

/** One thing that a draft lacks: of the document, or of a card and one of its rows. */
export interface Gap {
  code: "name" | "version" | "effective" | "rules" | "id" | "id.twice" | "text" | "value" | "number" | "whole";
  card?: string;
  row?: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the server need not be asked about. */
export function gapsOf(draft: Draft, facts: Facts): Gap[] {
  const gaps: Gap[] = [];
  if (draft.name.trim() === "") gaps.push({ code: "name" });
  if (draft.version.trim() === "") gaps.push({ code: "version" });
  if (!DAY.test(draft.effective)) gaps.push({ code: "effective" });
  if (draft.rules.length === 0) gaps.push({ code: "rules" });
  for (const cards of [draft.rules, draft.holds]) {
    const ids = cards.map((card) => card.id.trim());
    cards.forEach((card, index) => {
      if (ids[index] === "") gaps.push({ code: "id", card: card.key });
      else if (ids.indexOf(ids[index] ?? "") < index) gaps.push({ code: "id.twice", card: card.key });
      gaps.push(...conditionGaps(card, facts));
    });
  }
  return gaps;
}

function conditionGaps({ key, when }: Card, facts: Facts): Gap[] {
  if ("text" in when) return when.text.trim() === "" ? [{ code: "text", card: key }] : [];
  return when.rows.flatMap(({ fact, relation, values }, row): Gap[] => {
    const kind = facts.get(fact)?.kind ?? "text";
    if (wants(relation) === "none") return [];
    if (values.length === 0 || values.some((value) => value.trim() === "")) return [{ code: "value", card: key, row }];
    if (values.every((value) => isValue(value, kind))) return [];
    return [{ code: kind === "whole" ? "whole" : "number", card: key, row }];
  });
}

const KEPT = "tandem.rules.draft";

/** What a person was writing on this device. */
export function keptWork(person: string): Work | undefined {
  try {
    const work = JSON.parse(localStorage.getItem(`${KEPT}.${person}`) ?? "null") as Work | null;
    if (work?.mode === "text" && typeof work.text === "string") return work;
    if (work?.mode === "form" && [work.draft.rules, work.draft.holds].every((cards) => Array.isArray(cards) && cards.every(isCard))) return work;
  } catch {
    // What cannot be read is as good as nothing.
  }
  return undefined;
}

function isCard(card: Card): boolean {
  const texts = [card.key, card.id, card.then, card.to, card.playbook, card.because];
  return texts.every((text) => typeof text === "string") && ("text" in card.when ? typeof card.when.text === "string" : Array.isArray(card.when.rows));
}

/** Keeps what a person is writing, or forgets it. */
export function keepWork(person: string, work: Work | undefined): void {
  try {
    if (work === undefined) localStorage.removeItem(`${KEPT}.${person}`);
    else localStorage.setItem(`${KEPT}.${person}`, JSON.stringify(work));
  } catch {
    // A full or forbidden store keeps nothing; the page goes on.
  }
}
