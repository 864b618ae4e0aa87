// The overview, in English.
export const en = {
  "title": "Overview",
} as const;
