// The wire types of incentives by short names; words in both languages are spelled out here, because the document calls them objects.
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";

/** The same thing in both languages. */
export interface Words {
  en: string;
  "zh-Hant": string;
}

export type Line = Omit<Wire["IncentiveLine"], "what" | "because"> & { what: Words; because: Words[] };
export type Waiting = Omit<Wire["IncentiveWaiting"], "what"> & { what: Words };
export type Expected = Omit<Wire["IncentiveExpected"], "line"> & { line: Line };
export type Question = Omit<Wire["IncentiveQuestion"], "what"> & { what: Words };
export type Statement = Omit<Wire["IncentiveStatement"], "lines" | "waiting" | "expected" | "questions"> & {
  lines: Line[];
  waiting: Waiting[];
  expected: Expected[];
  questions: Question[];
};
export interface Sentence {
  id?: string | null;
  words: Words;
}
export type PlanVersion = Omit<Wire["IncentivePlanVersion"], "sentences" | "tree"> & { sentences: Sentence[]; tree: Tree };
export type Plans = Omit<Wire["IncentivePlans"], "versions"> & { versions: PlanVersion[] };
export type Checked = Omit<Wire["IncentivePlanChecked"], "warnings" | "sentences" | "tree"> & { warnings: Sentence[]; sentences: Sentence[]; tree?: Tree | null };
export interface NothingPaid {
  words: Words;
  times: number;
  event: string;
}
export type Trial = Omit<Wire["IncentiveTrial"], "nothing_paid"> & { nothing_paid: NothingPaid[] };
export type Ran = Omit<Wire["IncentiveRun"], "nothing_paid"> & { nothing_paid: NothingPaid[] };
export type Refused = Wire["IncentiveRowRefused"];
export type PreviewRow = Omit<Wire["IncentiveEventsRow"], "of" | "nothing"> & { of?: Words | null; nothing?: Words | null };
export type Preview = Omit<Wire["IncentiveEventsPreview"], "items"> & { items: PreviewRow[] };
export type UnpaidEvent = Omit<Wire["IncentiveUnpaid"], "what"> & { what: Words };
export type Overview = Wire["Incentives"];
export type TeamRow = Wire["IncentiveTeamRow"];

/** A part of a document. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
/** A plan as JSON. */
export type Tree = { [name: string]: Json };

/** Picks the language that is shown. */
export function useWords(): (words: Words) => string {
  const { i18n } = useTranslation();
  return (words) => (i18n.language === "zh-Hant" ? words["zh-Hant"] : words.en);
}
