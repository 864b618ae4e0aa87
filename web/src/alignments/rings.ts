// Outlines that cross the line where longitude jumps from 180 to -180: drawn as they come, they would be bands around the whole map.
import type { Geometry, Position } from "geojson";

/** The same geometry with every outline in one piece; what crosses the line goes on beyond 180 degrees. */
export function inOnePiece(geometry: Geometry): Geometry {
  if (geometry.type === "Polygon") return { ...geometry, coordinates: geometry.coordinates.map(unwrapped) };
  if (geometry.type === "MultiPolygon") return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(unwrapped)) };
  return geometry;
}

function unwrapped(ring: Position[]): Position[] {
  let [turn, before] = [0, ring[0]?.[0] ?? 0];
  const whole = ring.map(([x = 0, y = 0]) => {
    if (Math.abs(x - before) > 180) turn += x < before ? 360 : -360;
    before = x;
    return [x + turn, y];
  });
  // Around a pole an outline does not come back to where it began: it stays as it is.
  if (turn !== 0) return ring;
  const xs = whole.map(([x = 0]) => x);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const back = middle < -180 ? 360 : middle > 180 ? -360 : 0;
  return whole.map(([x = 0, y = 0]) => [x + back, y]);
}
