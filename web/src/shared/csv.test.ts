import { expect, test } from "vitest";
import { csvText, safeCell } from "./csv";

test.each(["=1+1", "+cmd", "-2+3", "@SUM(A1)", " =1", "\t=1", "\u200b=1", "＝1+1", "|x", "%0a=1", "\u0001=1", "−1+1"])(
  "a formula is made text: %j",
  (text) => expect(safeCell(text)).toBe(`'${text}`),
);

test.each(["Acme", "-12.50", "+3", "a=b", "", "台積電子", "1e5"])("what is none stays: %j", (text) => expect(safeCell(text)).toBe(text));

test("commas, quotes and lines are kept inside of a cell", () => {
  const rows = [{ name: 'Smith, "Jo"\nLtd', arr: "-5.00" }];
  const columns = [
    { header: "customer", text: (row: (typeof rows)[0]) => row.name },
    { header: "arr", text: (row: (typeof rows)[0]) => row.arr },
  ];
  expect(csvText(columns, rows)).toBe('customer,arr\r\n"Smith, ""Jo""\nLtd",-5.00\r\n');
});
