// Amounts keep every digit; dates are the day that was meant, wherever one is.
import { expect, test, vi } from "vitest";
import { compareDecimals, formats, today } from "./format";

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

test.each([[12, "12 B", "12 B"], [1_536, "1.5 KiB", "1.5 KiB"], [90_000, "88 KiB", "88 KiB"], [20 << 20, "20 MiB", "20 MiB"], [2.25 * (1 << 20), "2.3 MiB", "2.3 MiB"]])("%i bytes", (bytes, english, chinese) => {
  expect([en.bytes(bytes), zh.bytes(bytes)]).toEqual([english, chinese]);
});

test("today is the day of the program, not that of the reader's clock", () => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "Asia/Taipei";
  vi.useFakeTimers({ now: new Date("2026-11-29T20:00:00Z") });
  expect(new Date().toLocaleDateString("sv-SE")).toBe("2026-11-30");
  expect(today()).toBe("2026-11-29");
  vi.useRealTimers();
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});
