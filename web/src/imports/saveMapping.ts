// The mapping as a file: `tandem import --mapping FILE` reads it.

/** Hands the document to the person. */
export function saveMapping(mapping: Record<string, unknown>): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "mapping.json";
  link.click();
  URL.revokeObjectURL(address);
}
