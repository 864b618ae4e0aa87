// A map without the network: outlines of countries from Natural Earth (public domain, by way of world-atlas), drawn by ECharts. Loaded with the first map.
import { ScatterChart } from "echarts/charts";
import { BrushComponent, GeoComponent, TooltipComponent } from "echarts/components";
import { init, registerMap, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-50m.json";
import { inOnePiece } from "./rings";

register([BrushComponent, CanvasRenderer, GeoComponent, ScatterChart, TooltipComponent]);

const topology = world as unknown as Topology<{ countries: GeometryCollection }>;
// Outlines only: what a country is called is not the map's to say.
const shapes = feature(topology, topology.objects.countries);
registerMap("world", { type: "FeatureCollection", features: shapes.features.map(({ geometry }) => ({ type: "Feature", properties: { name: "" }, geometry: inOnePiece(geometry) })) } as never);

/** Begins a map in an element. */
export function beginMap(element: HTMLElement) {
  return init(element, null, { renderer: "canvas" });
}
