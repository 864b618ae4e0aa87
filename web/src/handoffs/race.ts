// Who was quicker: what happened to a handoff since the version that somebody looked at.
import type { ActRecord, Document } from "./types";

/** Acts that were done after a version, in their order. */
export function newSince(now: Document, seen: number): readonly ActRecord[] {
  return now.history.filter((record) => record.version > seen);
}
