// A mapping while it is edited: what each file holds and which column is which field. Pure; the server has the last word.
import type { Wire } from "../api/client";

type Import = Wire["Import"];
type Field = Wire["FieldView"];

/** A file in the draft. `object` null: the file is passed over. */
export interface FileDraft {
  file: string;
  object: string | null;
  /** Column to field; a column without one is not read. */
  columns: Record<string, string>;
  dates: "" | "month_first" | "day_first";
  encoding: string;
}

/** The whole draft. */
export interface Draft {
  source: string;
  files: FileDraft[];
}

/** Fields of each object. */
export type Fields = Record<string, Field[]>;

/** The draft that says what the server does now. */
export function draftOf(run: Import): Draft {
  return {
    source: run.source.name,
    files: run.files.map((file) => ({
      file: file.name,
      object: file.object ?? null,
      columns: Object.fromEntries(file.columns.filter((column) => column.field).map((column) => [column.name, column.field ?? ""])),
      dates: file.dates === "day_first" || file.dates === "month_first" ? file.dates : "",
      encoding: file.encoding_given ?? "",
    })),
  };
}

/** The document that the server and `tandem import --mapping` read. */
export function mappingOf(draft: Draft): Record<string, unknown> {
  const files = draft.files
    .filter((file) => file.object !== null)
    .map(({ file, object, columns, dates, encoding }) => ({
      file,
      object,
      columns,
      ...(dates === "" ? {} : { dates }),
      ...(encoding === "" ? {} : { encoding }),
    }));
  return { source: draft.source, files };
}

/** Another object for a file: columns whose field the object does not have, are no longer read; those named like a field are. */
export function withObject(file: FileDraft, object: string | null, headers: string[], fields: Fields): FileDraft {
  const known = new Set((object === null ? [] : (fields[object] ?? [])).map((field) => field.field));
  const kept = Object.entries(file.columns).filter(([, field]) => known.has(field));
  const taken = new Set(kept.map(([, field]) => field));
  const named = headers.map((header) => [header, header.trim().toLowerCase().replaceAll(" ", "_")] as const);
  const found = named.filter(([header, field]) => known.has(field) && !taken.has(field) && !kept.some(([column]) => column === header));
  return { ...file, object, columns: Object.fromEntries([...kept, ...found]) };
}

/** Another field for a column; null: it is not read. A field belongs to one column, so it leaves the one that had it. */
export function withField(file: FileDraft, column: string, field: string | null): FileDraft {
  const others = Object.entries(file.columns).filter(([name, has]) => name !== column && has !== field);
  return { ...file, columns: Object.fromEntries(field === null ? others : [...others, [column, field]]) };
}

/** Fields that the object needs and no column gives. */
export function missing(file: FileDraft, fields: Fields): string[] {
  if (file.object === null) return [];
  const given = new Set(Object.values(file.columns));
  return (fields[file.object] ?? []).filter((field) => field.required && !given.has(field.field)).map((field) => field.field);
}
