import { expect, test } from "vitest";
import { addressOf } from "./sendFile";

test.each([
  ["合約 1.pdf", undefined, "", "/api/v1/customers/7/attachments?name=%E5%90%88%E7%B4%84+1.pdf"],
  ["a&unit=9.txt", "3", " page 4 ", "/api/v1/customers/7/attachments?name=a%26unit%3D9.txt&unit=3&about=page+4"],
])("%s goes to an address of its own", (name, unit, about, address) => {
  expect(addressOf(name, { customer: "7", unit, about })).toBe(address);
});
