// What came and what went, month by month. A click on a month takes it apart below.
import type { EChartsCoreOption } from "echarts/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { Legend } from "../shared/chart/Legend";
import { categories, values } from "../shared/chart/look";
import { formats, toPixels } from "../shared/format";
import type { Palette } from "../shell/theme";
import { MOVEMENT_COLOR } from "./colors";
import { useMonthColumns } from "./columns";
import { type ArrMonth, GAINS, LOSSES, MOVEMENTS, useWords } from "./query";

/** The movements. */
export function Movements({ months }: { months: ArrMonth[] }) {
  const { t } = useTranslation("revenue");
  const shared = useTranslation().t;
  const { change, picked } = useWords();
  const draw = useDraw(months[0]?.end.currency ?? "USD", picked);
  const columns = useMonthColumns();
  const legend = MOVEMENTS.map((movement) => ({ name: shared(`movement.${movement}`), color: MOVEMENT_COLOR[movement] }));
  return (
    <Chart
      name={t("movements")} rows={months} columns={columns} rowKey={(row) => row.month} draw={draw} height={300}
      onPick={(row) => change({ month: row.month === picked ? undefined : row.month })}
      panel={{ title: t("movements"), lead: t("movements.lead"), above: <Legend keys={legend} /> }}
    />
  );
}

function useDraw(currency: string, picked: string | undefined) {
  const { i18n } = useTranslation();
  const shared = useTranslation().t;
  return useCallback(
    (rows: readonly ArrMonth[], palette: Palette): EChartsCoreOption => {
      const { amount, change, month } = formats(i18n.language);
      const axis = (value: number) => amount({ amount: String(value), currency }, "short");
      const bar = (movement: (typeof MOVEMENTS)[number], sign: 1 | -1) => ({
        name: shared(`movement.${movement}`),
        type: "bar",
        stack: "movements",
        barMaxWidth: 28,
        barCategoryGap: "30%",
        itemStyle: { color: MOVEMENT_COLOR[movement](palette) },
        data: rows.map((row) => sign * toPixels(row[movement])),
        tooltip: { valueFormatter: (value: number) => change({ amount: String(value), currency }) },
      });
      const chosen = rows.findIndex((row) => row.month === picked);
      const mark = chosen < 0 ? {} : { markArea: { silent: true, itemStyle: { color: palette.accentFaint, opacity: 0.7 }, data: [[{ xAxis: chosen }, { xAxis: chosen }]] } };
      const bars = [...GAINS.map((movement) => bar(movement, 1)), ...LOSSES.map((movement) => bar(movement, -1))];
      return {
        tooltip: { ...tooltip(palette), axisPointer: { type: "shadow", shadowStyle: { color: palette.accentFaint, opacity: 0.5 } } },
        xAxis: categories(rows.map((row) => month(row.month)), palette),
        yAxis: values(palette, axis),
        series: bars.map((series, index) => (index === 0 ? { ...series, ...mark } : series)),
      };
    },
    [currency, picked, i18n, shared],
  );
}

function tooltip(palette: Palette) {
  return {
    trigger: "axis", confine: true, backgroundColor: palette.surface, borderColor: palette.line, borderWidth: 1, padding: [8, 12],
    textStyle: { color: palette.text, fontSize: 12 },
  };
}
