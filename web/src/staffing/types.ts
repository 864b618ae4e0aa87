// The wire types of staffing by short names; words in both languages are spelled out here, because the document calls them objects.
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";

/** The same thing in both languages. */
export interface Words {
  en: string;
  "zh-Hant": string;
}

export type Band = Wire["StaffingBand"];
export type Share = Wire["StaffingShare"];
export type Trait = Omit<Wire["StaffingTrait"], "title"> & { title: Words };
export type Fit = Omit<Wire["StaffingFit"], "traits"> & { traits: Trait[] };
export type Standing = Omit<Wire["StaffingStanding"], "title"> & { title: Words };
export type Role = Omit<Wire["StaffingRole"], "gaps" | "standings"> & { gaps: Words[]; standings: Standing[] };
export type Assessment = Wire["StaffingAssessment"];
export type Learning = Wire["StaffingLearning"];
export type Look = Wire["StaffingLook"];
export type Year = Wire["StaffingYear"];
export type OwnWords = Wire["StaffingOwnWords"];
export type Placed = Wire["StaffingPlaced"];
export type Named = Wire["StaffingNamedIn"];
export type Person = Omit<Wire["StaffingPerson"], "fit" | "roles"> & { fit?: Fit | null; roles: Role[] };
export type Mine = Omit<Wire["StaffingMine"], "person"> & { person?: Person | null };
export type TeamRow = Omit<Wire["StaffingTeamRow"], "roles"> & { roles: Role[] };
export type Option = Omit<Wire["StaffingOption"], "title"> & { title: Words };
export type Proposal = Omit<Wire["StaffingProposal"], "options" | "meanings"> & { options: Option[]; meanings: Record<string, Words> };
export type Line = Wire["StaffingProposalLine"];
export type Item = Omit<Wire["StaffingItem"], "text"> & { text: Words };
export type Scale = Omit<Wire["StaffingScale"], "title" | "reliability" | "items"> & { title: Words; reliability: Words; items: Item[] };
/** What a role must be able to do. */
export interface Competency {
  id: string;
  role: string;
  title: Words;
  levels: [Words, Words, Words, Words];
  needed: number;
  critical: boolean;
}

/** The roles that people are staffed to. */
export const ROLES = ["hunter", "account_manager", "inside_account_manager"] as const;
export type RoleName = (typeof ROLES)[number];
/** What is asked of a person and a role. */
export const ASPECTS = ["fit", "wish", "competencies", "relationships", "location"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Picks the language that is shown. */
export function useWords(): (words: Words) => string {
  const { i18n } = useTranslation();
  return (words) => (i18n.language === "zh-Hant" ? words["zh-Hant"] : words.en);
}

/** What people call a role. */
export function useRoles(): (role: string | null | undefined) => string {
  const { t } = useTranslation("staffing");
  return (role) => (role === null || role === undefined ? t("role.none") : t(`role.${role}` as "role.hunter", { defaultValue: role }));
}
