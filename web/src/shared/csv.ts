// Writes what a page shows as a CSV file that is safe to open in a spreadsheet program, by the rule of the server's own exports.

/** A column of the file. */
export interface CsvColumn<Row> {
  header: string;
  text: (row: Row) => string;
}

// Blanks, control and zero-width characters, which programs skip before they look for a formula.
const SKIPPED = /^[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\ufeff\u2060]*/;
const FORMULA = /^[=+\-@|%＝＋－＠−]/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Makes text plain that would be taken for a formula. */
export function safeCell(text: string): string {
  const isFormula = FORMULA.test(text.replace(SKIPPED, "")) && !NUMBER.test(text.trim());
  return isFormula || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  const safe = safeCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of the file. */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => column.header), ...rows.map((row) => columns.map((column) => column.text(row)))];
  return lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** Hands a file to the person. */
export function download(name: string, text: string): void {
  // Spreadsheet programs know by the mark in front that the letters are UTF-8.
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
