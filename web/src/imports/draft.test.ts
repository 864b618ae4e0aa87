// Editing a mapping keeps what fits and drops what does not.
import { expect, test } from "vitest";
import { type FileDraft, mappingOf, missing, withField, withObject } from "./draft";

const fields = {
  customers: [
    { field: "customer_id", required: true, help: "" },
    { field: "name", required: true, help: "" },
    { field: "city", required: false, help: "" },
  ],
  sellers: [
    { field: "seller_id", required: true, help: "" },
    { field: "name", required: false, help: "" },
  ],
};
const file: FileDraft = { file: "c.csv", object: "customers", columns: { No: "customer_id", 名稱: "name" }, dates: "", encoding: "" };

test("a field belongs to one column", () => {
  expect(withField(file, "Title", "name").columns).toEqual({ No: "customer_id", Title: "name" });
  expect(withField(file, "No", null).columns).toEqual({ 名稱: "name" });
});

test("another object keeps the fields that it has too and reads columns named like its fields", () => {
  const seller = withObject(file, "sellers", ["No", "名稱", "Seller ID"], fields);
  expect(seller.columns).toEqual({ 名稱: "name", "Seller ID": "seller_id" });
  expect(missing(seller, fields)).toEqual([]);
  expect(withObject(file, null, [], fields).columns).toEqual({});
});

test("what is needed and not given is named", () => {
  expect(missing({ ...file, columns: { 名稱: "name" } }, fields)).toEqual(["customer_id"]);
  expect(missing({ ...file, object: null, columns: {} }, fields)).toEqual([]);
});

test("the document holds no files that are passed over and no empty choices", () => {
  const draft = { source: "erp", files: [{ ...file, dates: "day_first" as const }, { ...file, file: "x.csv", object: null }] };
  expect(mappingOf(draft)).toEqual({ source: "erp", files: [{ file: "c.csv", object: "customers", columns: file.columns, dates: "day_first" }] });
});
