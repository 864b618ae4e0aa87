// What a map shows at first: all points, with a margin, and no country wider than it is.

/** Longitude and latitude, in degrees. */
export type Point = [number, number];

/** The corners in the north-west and in the south-east. */
export type Frame = [Point, Point];

/** The frame of some points on a map that is so many times as wide as high. It fills the map, so that a lasso can begin anywhere. */
export function frame(points: readonly Point[], ratio: number): Frame {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs, 179), Math.max(...xs, -179), Math.min(...ys, 84), Math.max(...ys, -84)];
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  // Degrees of longitude grow narrower towards the poles; what is in the middle has its true shape.
  const narrow = Math.cos((Math.min(65, Math.abs(y)) * Math.PI) / 180);
  const [wide, high] = [east - west + 2 * Math.max(0.4, (east - west) * 0.08), north - south + 2 * Math.max(0.3, (north - south) * 0.1)];
  const [across, up] = [Math.max(wide, (high * ratio) / narrow) / 2, Math.max(high, (wide * narrow) / ratio) / 2];
  return [[x - across, y + up], [x + across, y - up]];
}
