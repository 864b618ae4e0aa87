// The words of the diagnosis: sentences from a reason's code and numbers, the measures and answers, and how each measure's numbers are written.
import { useTranslation } from "react-i18next";
import { type formats, useFormats } from "../shared/format";
import type { Measure, Reason } from "./types";

type Formats = ReturnType<typeof formats>;

const PLACES = 2;
const PLACES_OF_CHANCE = 4;

/** Each number in all the ways that a sentence may need it: as it is, in percent, in percentage points, and the size of each. */
export function written(numbers: Record<string, number>, { number, share }: Pick<Formats, "number" | "share">): Record<string, string> {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, value]) => [
      [name, number(value, name.startsWith("p_") ? PLACES_OF_CHANCE : PLACES)],
      [`${name}_size`, number(Math.abs(value), PLACES)],
      [`${name}_percent`, share(value, 1)],
      [`${name}_percent_size`, share(Math.abs(value), 1)],
      [`${name}_points`, number(100 * value, 1)],
      [`${name}_points_size`, number(100 * Math.abs(value), 1)],
    ]),
  );
}

/** Turns a reason into a sentence; one whose code this page does not know yet keeps the server's own. */
export function useSentence(): (reason: Reason) => string {
  const { t, i18n } = useTranslation("diagnoses");
  const formats = useFormats();
  return (reason) => {
    const key = `reason.${reason.code}`;
    // Codes come from the server, so the compiler cannot know them.
    const say = t as unknown as (key: string, values: Record<string, string>) => string;
    return i18n.exists(`diagnoses:${key}`) ? say(key, written(reason.numbers, formats)) : reason.text;
  };
}

/** A bound of a measure's interval, without the unit that its estimate has. */
export function useBound(): (measure: Measure, value: number) => string {
  const { number, share } = useFormats();
  return (measure, value) => {
    if (measure === "crowd_out") return number(value, PLACES);
    if (measure === "hunting_share") return share(value, 0);
    return measure === "acquisition_trend" ? share(value, 1) : number(100 * value, 1);
  };
}

/** A measure's estimate in its unit. */
export function useEstimate(): (measure: Measure, value: number) => string {
  const { t } = useTranslation("diagnoses");
  const bound = useBound();
  return (measure, value) => {
    const text = bound(measure, value);
    if (measure === "crowd_out") return t("unit.crowd_out", { value: text });
    if (measure === "hunting_share") return text;
    return t(measure === "acquisition_trend" ? "unit.year" : "unit.points", { value: text });
  };
}
