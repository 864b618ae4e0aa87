import { expect, test } from "vitest";
import { frame, type Point } from "./frame";

/** Degrees of longitude and of latitude that are shown. */
function spans(points: Point[], ratio: number): [number, number] {
  const [[west, north], [east, south]] = frame(points, ratio);
  return [east - west, north - south];
}

test("all points are within, with a margin", () => {
  const [[west, north], [east, south]] = frame([[121, 25], [-71, 42], [8, 47]], 2);
  expect([west < -71, east > 121, south < 25, north > 47]).toEqual([true, true, true, true]);
});

test("the frame fills the map, and a degree of longitude is as wide as it is in the middle", () => {
  for (const ratio of [0.5, 1, 3]) {
    const [wide, high] = spans([[0, 59], [10, 61]], ratio);
    expect((wide * 0.5) / high).toBeCloseTo(ratio);
    expect(wide).toBeGreaterThan(10.8);
  }
  const [wide, high] = spans([[121.5, 0]], 1);
  expect([wide, high].map((degrees) => degrees.toFixed(1))).toEqual(["0.8", "0.8"]);
});
