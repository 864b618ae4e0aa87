// The wire types of alignments by short names, and the words and formats that its pages share.
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { useFormats } from "../shared/format";

export type Skill = Wire["AlignmentSkill"];
export type Line = Wire["AlignmentLine"];
export type Alignment = Wire["Alignment"];
export type ProposalLine = Wire["AlignmentProposalLine"];
export type Figures = Wire["AlignmentFigures"];
export type Person = Wire["AlignmentPerson"];
export type Proposal = Wire["AlignmentProposal"];
export type Unit = Wire["AlignmentUnit"];
export type NamedPart = Wire["AlignmentNamedPart"];
export type Keeping = Wire["AlignmentKeeping"];
export type Challenge = Wire["AlignmentChallenge"];
export type Adoption = Wire["AlignmentAdoption"];
export type Drift = Wire["AlignmentDrift"];

/** What counts more, in the order of the server. */
export const EMPHASES = ["balanced", "even", "near", "steady"] as const;
export type Emphasis = (typeof EMPHASES)[number];

/** Before and after. */
export function both(pair: readonly number[]): [number, number] {
  return [pair[0] ?? 0, pair[1] ?? 0];
}

/** The words and formats of one currency. */
export function useAlignmentWords(currency: string) {
  const { t } = useTranslation("alignments");
  const { amount, number, share } = useFormats();
  return {
    money: (value: number) => amount({ amount: value.toFixed(0), currency }, Math.abs(value) < 10_000 ? "whole" : "short"),
    km: (value: number) => t("km", { value: number(value) }),
    hours: (value: number) => t("hours", { value: number(value) }),
    percent: (value: number, digits = 0) => share(value, digits),
    emphasis: (key: string) => t(`emphasis.${key}` as "emphasis.balanced"),
    part: (part: string | null | undefined) => t(`part.${part ?? "none"}` as "part.field"),
  };
}
