// Words that come from data: countries by code, roles and kinds where the page knows them. What it does not know stays as it is written.
import { useTranslation } from "react-i18next";
import type { en } from "./en";

type Known<Prefix extends string> = Extract<keyof typeof en, `${Prefix}.${string}`>;

/** The words of the language that is shown. */
export function useWords() {
  const { t, i18n } = useTranslation("customers");
  const regions = new Intl.DisplayNames(i18n.language === "zh-Hant" ? "zh-Hant-TW" : "en", { type: "region", fallback: "code" });
  const known = <Prefix extends string>(prefix: Prefix, word: string) =>
    t(`${prefix}.${word.toLowerCase().replaceAll(" ", "_")}` as Known<"kind">, { defaultValue: word });
  return {
    country: (code: string) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    activityKind: (word: string) => known("activity", word),
    contactRole: (word: string) => known("contact_role", word),
    ownerRole: (word: string) => known("owner_role", word),
  };
}

/** How far a day is from another: in 11 days, 2 months ago. */
export function useDistance() {
  const { i18n } = useTranslation();
  const format = new Intl.RelativeTimeFormat(i18n.language === "zh-Hant" ? "zh-Hant-TW" : "en", { numeric: "auto" });
  return (from: string, to: string) => {
    const days = daysBetween(from, to);
    return Math.abs(days) < 60 ? format.format(days, "day") : format.format(Math.round(days / 30.44), "month");
  };
}

/** Days from one day to another, for pictures and distances. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
