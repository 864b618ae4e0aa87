import type { Geometry, Position } from "geojson";
import { expect, test } from "vitest";
import { inOnePiece } from "./rings";

const outline = (ring: Position[]): Position[] => {
  const whole: Geometry = inOnePiece({ type: "MultiPolygon", coordinates: [[ring]] });
  return whole.type === "MultiPolygon" ? (whole.coordinates[0]?.[0] ?? []) : [];
};

test("what crosses the line goes on beyond it, wherever its outline begins", () => {
  const whole = [[100, 60], [190, 60], [190, 70], [100, 70], [100, 60]];
  expect(outline([[100, 60], [-170, 60], [-170, 70], [100, 70], [100, 60]])).toEqual(whole);
  expect(outline([[-170, 60], [-170, 70], [100, 70], [100, 60], [-170, 60]])).toEqual([[190, 60], [190, 70], [100, 70], [100, 60], [190, 60]]);
});

test("other outlines and those around a pole stay as they are", () => {
  const plain = [[0, 0], [10, 0], [10, 10], [0, 0]];
  expect(outline(plain)).toEqual(plain);
  const pole = [[-180, -80], [-60, -70], [60, -70], [180, -80], [-180, -80]];
  expect(outline(pole)).toEqual(pole);
});
