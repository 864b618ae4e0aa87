// A link to the sign-in page does not lead to another site.
import { expect, test } from "vitest";
import { ownAddress } from "./address";

test.each([
  ["/customers?owner=3", "/customers?owner=3"],
  ["//evil.test/x", "/"],
  ["/\\evil.test", "/"],
  ["https://evil.test", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
  [undefined, "/"],
])("%s leads to %s", (from, expected) => {
  expect(ownAddress(from)).toBe(expected);
});
