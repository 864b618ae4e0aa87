// What a map shows at first: all points, with a margin, and no country wider than it is.

/** Longitude and latitude, in degrees. */
export type Point = [number, number];

/** How ECharts is told of it. */
interface Frame {
  /** The corners in the north-west and in the south-east. */
  boundingCoords: [Point, Point];
  /** The width of a degree of longitude by that of a degree of latitude. */
  aspectScale: number;
  preserveAspect: "contain";
}

/** Degrees of longitude grow narrower towards the poles; what is in the middle has its true shape. */
export function frame(points: readonly Point[]): Frame {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs, 179), Math.max(...xs, -179), Math.min(...ys, 84), Math.max(...ys, -84)];
  const [x, y] = [Math.max(0.4, (east - west) * 0.08), Math.max(0.3, (north - south) * 0.1)];
  const middle = Math.min(65, Math.abs(south + north) / 2);
  return {
    boundingCoords: [[west - x, Math.min(84, north + y)], [east + x, Math.max(-80, south - y)]],
    aspectScale: Math.cos((middle * Math.PI) / 180), preserveAspect: "contain",
  };
}
