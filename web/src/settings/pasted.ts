// Tables that people paste or upload: commas, semicolons or tabs between cells, quotes around cells that hold them.

/** The rows with something in them. */
export function parseTable(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, "");
  const head = clean.slice(0, clean.search(/[\r\n]|$/));
  const between = ["\t", ";", ","].find((mark) => head.includes(mark)) ?? ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let value = "";
  let quoted = false;
  const endRow = () => {
    row.push(value);
    if (row.some((each) => each.trim() !== "")) rows.push(row.map((each) => each.trim()));
    [row, value] = [[], ""];
  };
  for (let at = 0; at < clean.length; at += 1) {
    const mark = clean[at] ?? "";
    if (quoted) {
      if (mark !== '"') value += mark;
      else if (clean[at + 1] === '"') [value, at] = [`${value}"`, at + 1];
      else quoted = false;
    } else if (mark === '"' && value === "") quoted = true;
    else if (mark === between) [row, value] = [[...row, value], ""];
    else if (mark === "\n" || mark === "\r") endRow();
    else value += mark;
  }
  endRow();
  return rows;
}
