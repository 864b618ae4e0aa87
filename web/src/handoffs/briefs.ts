// The brief put together for reading: sections with their fields and what is known of each.
import type { Entry, FieldSpec, Handoff, Line, Said, SectionComplete } from "./types";

/** A field with what is known. */
export interface Known {
  spec: FieldSpec;
  entry: Entry | undefined;
  /** A handoff waits for it: it must be filled, and is open or to be confirmed. */
  isAwaited: boolean;
}

/** A section with its fields, those of which something is known or that are waited for first. */
export interface SectionView extends SectionComplete {
  title: Said;
  told: Known[];
  untold: Known[];
}

/** All sections in their order. */
export function sectionsOf({ fields, brief, completeness }: Pick<Handoff, "fields" | "brief" | "completeness">): SectionView[] {
  return completeness.sections.map((section) => {
    const specs = fields.filter((spec) => spec.section === section.section);
    const known = specs.map((spec) => ({ spec, entry: brief.entries[spec.field], isAwaited: section.open_musts.includes(spec.field) }));
    const title = specs[0]?.section_title ?? { en: section.section, "zh-Hant": section.section };
    return { ...section, title, told: known.filter(isTold), untold: known.filter((one) => !isTold(one)) };
  });
}

function isTold({ entry, isAwaited }: Known): boolean {
  return entry !== undefined || isAwaited;
}

/** The lines that people wrote, which an edit takes the place of; what the record says stays. */
export function writtenLines(entry: Entry | undefined): Line[] {
  return entry?.is === "known" ? entry.lines.filter((line) => line.by !== null) : [];
}

/** Lines of a text field, without empty ones. */
export function linesIn(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
