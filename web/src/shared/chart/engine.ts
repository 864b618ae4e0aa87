// The parts of ECharts that the pages draw with; loaded when the first picture is shown. A further kind of chart is added here.
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

register([
  AriaComponent, BarChart, GridComponent, LegendComponent, LineChart, MarkAreaComponent, MarkLineComponent, ScatterChart, SVGRenderer,
  TooltipComponent,
]);

/** Begins a picture in an element. */
export function begin(element: HTMLElement) {
  return init(element, null, { renderer: "svg" });
}
