import { expect, test } from "vitest";
import { frame } from "./frame";

test("all points are within, with a margin", () => {
  const { boundingCoords: [[west, north], [east, south]] } = frame([[121, 25], [-71, 42], [8, 47]]);
  expect([west < -71, east > 121, south < 25, north > 47]).toEqual([true, true, true, true]);
  const [[left, top], [right, bottom]] = frame([[121.5, 25]]).boundingCoords;
  expect([right - left, top - bottom].map((degrees) => degrees.toFixed(1))).toEqual(["0.8", "0.6"]);
});

test("a degree of longitude is as wide as it is in the middle, and the frame is not stretched to its box", () => {
  expect(frame([[0, 59], [10, 61]]).aspectScale).toBeCloseTo(0.5);
  expect(frame([[0, -10], [10, 10]]).aspectScale).toBeCloseTo(1);
  expect(frame([[0, 80], [10, 84]]).aspectScale).toBeGreaterThan(0.4);
  expect(frame([[0, 0]]).preserveAspect).toBe("contain");
});
