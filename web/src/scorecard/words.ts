// How the measures of the scorecard are written.
import { useFormats } from "../shared/format";

/** A value of a measure in its unit. */
export function useMeasures(currency: string) {
  const { amount, number, share } = useFormats();
  return (measure: string, value: number | null | undefined): string => {
    if (value === null || value === undefined) return "–";
    if (measure === "acquisition") return number(value, 0);
    if (measure === "retention" || measure === "growth") return share(value, 1);
    return amount({ amount: String(Math.round(value)), currency }, "fine");
  };
}
