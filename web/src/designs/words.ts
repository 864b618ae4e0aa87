// Teams, timings, money and parameters in the words of each language.
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import type { en } from "./en";
import type { Value } from "./types";

/** How a design is said. */
export function useDesignWords(currency: string) {
  const { t } = useTranslation("designs");
  const { amount, change, number, list, share } = useFormats();
  const money = (value: number | null | undefined, detail: "short" | "fine" = "fine") =>
    value === null || value === undefined ? "–" : amount({ amount: String(Math.round(value)), currency }, detail);
  const more = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : change({ amount: String(Math.round(value)), currency }, "fine");
  const team = (seats: readonly number[]) => {
    const [generalists = 0, hunters = 0, field = 0, inside = 0] = seats;
    const parts = [
      ...(generalists > 0 ? [t("seats.generalists", { count: generalists, number: number(generalists) })] : []),
      ...(hunters > 0 ? [t("seats.hunters", { count: hunters, number: number(hunters) })] : []),
      ...(field > 0 ? [t("seats.field", { count: field, number: number(field) })] : []),
      ...(inside > 0 ? [t("seats.inside", { count: inside, number: number(inside) })] : []),
    ];
    return list(parts);
  };
  const timing = (weeks: readonly number[] | null | undefined, isOneRole: boolean) => {
    if (isOneRole) return t("timing.none");
    if (weeks === null || weeks === undefined) return t("timing.other");
    const [first = 0] = weeks;
    const all = weeks.every((each) => each === first);
    return all ? (first === 0 ? t("timing.at_once") : t("timing.all", { weeks: number(first) })) : t("timing.each", { weeks: weeks.map((each) => number(each)).join(" / ") });
  };
  const parameter = (key: string) => t(`p.${key}` as keyof typeof en as "p.team", { defaultValue: key });
  const value = (of: Value | undefined): string => {
    if (of === undefined || of === null) return "–";
    if (typeof of === "number") return number(of, Math.abs(of) < 1 ? 4 : Math.abs(of) < 100 ? 2 : 0);
    return Array.isArray(of) ? of.map((each) => value(each)).join(" / ") : of;
  };
  return { money, more, team, timing, parameter, value, share };
}

/** Whether nobody specialises. */
export function isOneRole(team: readonly number[]): boolean {
  return (team[0] ?? 0) > 0 && team.slice(1).every((seats) => seats === 0);
}
