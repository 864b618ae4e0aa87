// Words that come with the data in both languages.
import { useTranslation } from "react-i18next";
import type { Said } from "./types";

/** What was said, in a language of the page. Names, which the server puts between backticks, get the quotation marks of the language. */
export function spoken(said: Said, language: string): string {
  return language === "zh-Hant" ? said["zh-Hant"].replace(/`([^`]*)`/g, "「$1」") : said.en.replace(/`([^`]*)`/g, "“$1”");
}

/** What was said, in the language that is shown. */
export function useSaid(): (said: Said) => string {
  const { i18n } = useTranslation();
  return (said) => spoken(said, i18n.language);
}

/** The name of the unit, where it says more than that of its customer. */
export function unitOf({ unit, customer }: { unit: { name: string }; customer: { name: string } }): string {
  return unit.name === customer.name ? "" : unit.name;
}
