// The common look of all pictures: faint lines, quiet letters, tooltips like the page.
import type { EChartsCoreOption } from "echarts/core";
import { fonts, type Palette } from "../../shell/theme";

/** What every picture starts from. */
export function frameOf(palette: Palette): EChartsCoreOption {
  return {
    color: palette.series,
    textStyle: { fontFamily: fonts, color: palette.text },
    grid: { left: 8, right: 12, top: 16, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: palette.text, fontSize: 12 },
      axisPointer: { type: "line", lineStyle: { color: palette.faint, type: "dashed" } },
    },
    aria: { enabled: false },
  };
}

/** An axis of categories: months, sellers. */
export function categories(names: string[], palette: Palette) {
  return {
    type: "category" as const,
    data: names,
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true },
  };
}

/** An axis of values; `write` makes a tick's text. */
export function values(palette: Palette, write: (value: number) => string) {
  return {
    type: "value" as const,
    splitNumber: 4,
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.faint, fontSize: 11, formatter: write },
  };
}

/** A legend under the picture, for more than one series. */
export function legend(palette: Palette) {
  return {
    bottom: 0,
    left: 0,
    itemWidth: 10,
    itemHeight: 10,
    itemGap: 14,
    icon: "roundRect",
    textStyle: { color: palette.faint, fontSize: 12 },
  };
}
