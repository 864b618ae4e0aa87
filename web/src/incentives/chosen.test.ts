import { expect, test } from "vitest";
import { letters, paymentRows } from "./chosen";

test("a file is read in the letters in which it was written", () => {
  expect(letters(new TextEncoder().encode("客戶"), "en")).toBe("客戶");
  expect(letters(new Uint8Array([0xab, 0xc8, 0xa4, 0xe1]), "zh-Hant")).toBe("客戶");
  expect(letters(new Uint8Array([0x4d, 0xfc, 0x6e]), "en")).toBe("Mün");
});

test("a payment becomes a row that no spreadsheet program takes for a formula", () => {
  const rows = paymentRows([{ payment: "=1+1", date: "2027-01-31", unit: "17", amount: "3000.00", currency: "USD", of: "new 17 2027-01-05" }]);
  expect(rows).toBe("payment_id,date,unit_id,amount,currency,of\r\n'=1+1,2027-01-31,17,3000.00,USD,new 17 2027-01-05\r\n");
});
