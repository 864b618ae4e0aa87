// How amounts of each outcome are written, and sentences of the server in the reader's language.
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import type { Sentence } from "./types";

/** What a number is counted in. */
export type Unit = "share" | "hours" | "count" | "money";

/** Levels, and changes with their sign. */
export function useAmounts(unit: string, currency?: string) {
  const { t } = useTranslation("interventions");
  const { number, share, amount, change } = useFormats();
  const money = (value: number) => ({ amount: String(Math.round(value)), currency: currency ?? "USD" });
  const plain = (value: number): string => {
    if (unit === "share") return share(value, 1);
    if (unit === "hours") return t("unit.hours", { value: number(value, 1) });
    if (unit === "money") return currency === undefined ? number(value, 0) : amount(money(value), "short");
    return number(value, 2);
  };
  const signed = (value: number): string => {
    const sign = value > 0 ? "+" : "";
    if (unit === "share") return t("unit.points", { value: `${sign}${number(100 * value, 1)}` });
    if (unit === "hours") return t("unit.hours", { value: `${sign}${number(value, 1)}` });
    if (unit === "money") return currency === undefined ? `${sign}${number(value, 0)}` : change(money(value));
    return `${sign}${number(value, 2)}`;
  };
  return { plain, signed };
}

/** A sentence in the language of the page. */
export function useSay(): (sentence: Sentence) => string {
  const { i18n } = useTranslation();
  return (sentence) => (i18n.language === "zh-Hant" ? sentence.text_zh_hant : sentence.text);
}
