// Rows of payments before they are kept: read from a file in whatever letters a spreadsheet program wrote it, or made from one payment.
import { csvText } from "../shared/csv";

/** Rows with what they come from. */
export interface Chosen {
  /** Name of the file, or of the payment. */
  name: string;
  rows: string;
}

/** The letters of a file: UTF-8, else what programs of the reader's country write. */
export function letters(bytes: AllowSharedBufferSource, language: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(language.startsWith("zh") ? "big5" : "windows-1252").decode(bytes);
  }
}

/** A payment as a row. */
export interface Payment {
  payment: string;
  date: string;
  unit: string;
  amount: string;
  currency: string;
  of: string;
}

const COLUMNS = [
  { header: "payment_id", text: (row: Payment) => row.payment },
  { header: "date", text: (row: Payment) => row.date },
  { header: "unit_id", text: (row: Payment) => row.unit },
  { header: "amount", text: (row: Payment) => row.amount },
  { header: "currency", text: (row: Payment) => row.currency },
  { header: "of", text: (row: Payment) => row.of },
] as const;

/** The text of a file of payments. */
export function paymentRows(payments: readonly Payment[]): string {
  return csvText(COLUMNS, payments);
}
