// New customers of each month: the first thing that slows when a team is stretched.
import type { EChartsCoreOption } from "echarts/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Chart } from "../shared/chart/Chart";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats } from "../shared/format";
import { Month } from "../shared/values";
import type { Palette } from "../shell/theme";

type Row = Wire["MonthCount"];

/** The bars. */
export function NewCustomers({ months }: { months: Row[] }) {
  const { t, i18n } = useTranslation("overview");
  const shared = useTranslation().t;
  const draw = useMemo(() => {
    const { month, number } = formats(i18n.language);
    return (rows: readonly Row[], palette: Palette): EChartsCoreOption => ({
      xAxis: categories(rows.map((row) => month(row.month)), palette),
      yAxis: { ...values(palette, number), minInterval: 1 },
      series: [
        {
          type: "bar",
          name: t("new.title"),
          barMaxWidth: 22,
          itemStyle: { color: palette.accent, borderRadius: [3, 3, 0, 0] },
          data: rows.map((row) => row.count),
        },
      ],
    });
  }, [i18n.language, t]);
  const columns: Column<Row>[] = [
    { id: "month", header: shared("month"), cell: (row) => <Month value={row.month} />, sort: (row) => row.month },
    { id: "count", header: t("new.title"), align: "end", cell: (row) => row.count, sort: (row) => row.count },
  ];
  return (
    <Chart
      panel={{ title: t("new.title"), lead: t("new.lead") }}
      name={t("new.title")} rows={months} columns={columns} rowKey={(row) => row.month} draw={draw}
    />
  );
}
