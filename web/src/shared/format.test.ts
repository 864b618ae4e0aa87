// Amounts keep every digit; dates are the day that was meant, wherever one is.
import { expect, test } from "vitest";
import { compareDecimals, formats } from "./format";

const en = formats("en");
const zh = formats("zh-Hant");

test.each([
  [en.amount({ amount: "12345678901234567.89", currency: "USD" }, "exact"), "$12,345,678,901,234,567.89"],
  [en.amount({ amount: "1234567.50", currency: "TWD" }, "short"), "NT$1.2M"],
  [zh.amount({ amount: "1234567.50", currency: "TWD" }, "short"), "$123.5萬"],
  [en.amount({ amount: "1000", currency: "JPY" }, "exact"), "¥1,000"],
  [en.change({ amount: "-2500", currency: "EUR" }, "whole"), "-€2,500"],
  [en.percent(104.25), "104.3%"],
  [en.share(0.425), "43%"],
  [en.date("2026-03-01"), "Mar 1, 2026"],
  [zh.month("2026-03"), "2026年3月"],
  [en.date("no date"), "no date"],
])("%s", (written, expected) => {
  expect(written).toBe(expected);
});

test.each([
  ["9.99", "10", -1],
  ["-5", "3", -1],
  ["-5", "-7", 1],
  ["12345678901234567.01", "12345678901234567.02", -1],
  ["1.50", "1.5", 0],
])("%s against %s", (one, other, expected) => {
  expect(compareDecimals(one, other)).toBe(expected);
});
