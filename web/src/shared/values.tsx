// Values in running text and tables: figures of equal width, never broken over lines.
import type { Amount as Value, Detail } from "./format";
import { useFormats } from "./format";

/** An amount of money. */
export function Amount({ value, detail }: { value: Value | null | undefined; detail?: Detail }) {
  const { amount } = useFormats();
  return <span className="figures">{value === null || value === undefined ? "–" : amount(value, detail)}</span>;
}

/** Hours. */
export function Hours({ value }: { value: number }) {
  return <span className="figures">{useFormats().hours(value)}</span>;
}

/** A value in percent, as the server gives retention. */
export function Percent({ value, digits }: { value: number | null | undefined; digits?: number }) {
  const { percent } = useFormats();
  return <span className="figures">{value === null || value === undefined ? "–" : percent(value, digits)}</span>;
}

/** A day, or an instant where the text has a time. */
export function DateText({ value }: { value: string | null | undefined }) {
  const { date, instant } = useFormats();
  if (value === null || value === undefined || value === "") return <span>–</span>;
  return (
    <time dateTime={value} className="figures">
      {value.length > 10 ? instant(value) : date(value)}
    </time>
  );
}

/** A month, from `2026-04`. */
export function Month({ value }: { value: string }) {
  return (
    <time dateTime={value} className="figures">
      {useFormats().month(value)}
    </time>
  );
}
