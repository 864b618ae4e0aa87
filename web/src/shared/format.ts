// Numbers, amounts and dates as people of each language write them. Amounts are decimal text: they are never turned into floats for this.
import i18next from "i18next";
import { useTranslation } from "react-i18next";

/** An amount as the server writes it. */
export interface Amount {
  amount: string;
  currency: string;
}

/** How much of an amount is shown: `exact` to the cent, `whole` units, `short` as 1.2M, `fine` as 1.23M. */
export type Detail = "exact" | "whole" | "short" | "fine";

const kept = new Map<string, Intl.NumberFormat>();

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = kept.get(key) ?? new Intl.NumberFormat(locale, options);
  kept.set(key, format);
  return format;
}

const details: Record<Detail, Intl.NumberFormatOptions> = {
  exact: {},
  whole: { maximumFractionDigits: 0 },
  short: { notation: "compact", maximumFractionDigits: 1, minimumFractionDigits: 0 },
  fine: { notation: "compact", maximumFractionDigits: 2, minimumFractionDigits: 0 },
};

function day(text: string): Date {
  // A date without a time is that day everywhere, so it is read and shown in UTC.
  return new Date(text.length === 7 ? `${text}-01T00:00:00Z` : text.length === 10 ? `${text}T00:00:00Z` : text);
}

function dated(locale: string, text: string, options: Intl.DateTimeFormatOptions): string {
  const date = day(text);
  return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat(locale, options).format(date);
}

/** The formats of one language. */
export function formats(language: string) {
  const locale = language === "zh-Hant" ? "zh-Hant-TW" : "en";
  return {
    amount: ({ amount, currency }: Amount, detail: Detail = "whole") =>
      numbers(locale, { style: "currency", currency, currencyDisplay: "symbol", ...details[detail] }).format(
        amount as Intl.StringNumericLiteral,
      ),
    /** With the sign always there: for movements. */
    change: ({ amount, currency }: Amount, detail: Detail = "short") =>
      numbers(locale, {
        style: "currency", currency, currencyDisplay: "symbol", signDisplay: "exceptZero", ...details[detail],
      }).format(amount as Intl.StringNumericLiteral),
    number: (value: number, digits = 0) => numbers(locale, { maximumFractionDigits: digits }).format(value),
    /** `value` is in percent: 104.2 is written 104.2 %. */
    percent: (value: number, digits = 1) => numbers(locale, { style: "percent", maximumFractionDigits: digits }).format(value / 100),
    /** `value` is a share: 0.42 is written 42 %. */
    share: (value: number, digits = 0) => numbers(locale, { style: "percent", maximumFractionDigits: digits }).format(value),
    hours: (value: number) =>
      numbers(locale, { style: "unit", unit: "hour", unitDisplay: "narrow", maximumFractionDigits: value < 10 ? 1 : 0 }).format(value),
    /** The size of a file, in the units in which limits are told. */
    bytes: (value: number) => {
      const [unit, size] = value < KIB ? (["B", 1] as const) : value < MIB ? (["KiB", KIB] as const) : (["MiB", MIB] as const);
      return `${numbers(locale, { maximumFractionDigits: value < 10 * size ? 1 : 0 }).format(value / size)} ${unit}`;
    },
    date: (text: string) => dated(locale, text, { dateStyle: "medium", timeZone: "UTC" }),
    instant: (text: string) => dated(locale, text, { dateStyle: "medium", timeStyle: "short" }),
    /** A day without its year, for axes. */
    shortDay: (text: string) => dated(locale, text, { month: "short", day: "numeric", timeZone: "UTC" }),
    month: (text: string) => dated(locale, text, { year: "numeric", month: "short", timeZone: "UTC" }),
    list: (items: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    /** One of several: a, b, or c. */
    either: (items: string[]) => new Intl.ListFormat(locale, { type: "disjunction" }).format(items),
  };
}

/** The formats of the language that is shown. */
export function useFormats() {
  const { i18n } = useTranslation();
  return formats(i18n.language);
}

/** The same outside of components. */
export function currentFormats() {
  return formats(i18next.language);
}

const KIB = 1024;
const MIB = KIB * KIB;

/** Today, as `2026-05-25`: the program's days are those of UTC, wherever the reader is. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The day some days later, both as `2026-05-25`. */
export function daysLater(text: string, days: number): string {
  const date = day(text);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The month some months later, both as `2026-05`. */
export function monthsLater(text: string, months: number): string {
  const date = day(text);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** Orders decimal text by value, exactly. */
export function compareDecimals(one: string, other: string): number {
  const parse = (text: string) => {
    const [whole = "0", part = ""] = text.replace("-", "").split(".");
    const digits = BigInt(whole + part.padEnd(12, "0").slice(0, 12));
    return text.startsWith("-") ? -digits : digits;
  };
  const [a, b] = [parse(one), parse(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How long a bar is. Only for drawing: a picture has no cents. */
export function toPixels({ amount }: Amount): number {
  return Number(amount);
}
