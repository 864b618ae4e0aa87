// Shares are typed in percent and kept as shares, without the dust of floating point.
import { expect, test } from "vitest";
import { unitOf } from "./facts";
import { shownIn, typedIn } from "./units";

test.each([["0.4", "40"], ["0.07", "7"], ["0.125", "12.5"], ["1.1", "110"], ["0", "0"], ["", ""], ["x", "x"]])("a share of %s is %s percent", (share, percent) => {
  expect(shownIn("penetration", share)).toBe(percent);
  expect(typedIn("customer_penetration", percent)).toBe(share);
});

test("other quantities are typed as they are", () => {
  expect(typedIn("arr", "12000.")).toBe("12000");
  expect(shownIn("arr", "0.4")).toBe("0.4");
});

test("a customer's total has the unit of its units', and that it is informed is no total", () => {
  expect([unitOf("arr"), unitOf("customer_arr"), unitOf("customer_informed"), unitOf("customer_rank")]).toEqual(["amount", "amount", undefined, undefined]);
});
