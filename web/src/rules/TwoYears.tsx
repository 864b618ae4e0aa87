// What the draft would have said month by month over the last two years, beside the version in force and what happened.
import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../shared/chart/Chart";
import { type Key, Legend } from "../shared/chart/Legend";
import { categories, values } from "../shared/chart/look";
import type { Column } from "../shared/DataTable";
import { formats, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Month as MonthText } from "../shared/values";
import type { Palette } from "../shell/theme";
import type { History, Month } from "./types";
import { useYears } from "./useYears";

const DRAFT: Key["color"] = (palette) => palette.accent;
const IN_FORCE: Key["color"] = (palette) => palette.neutral;
const HAPPENED: Key["color"] = (palette) => palette.series[1] ?? palette.text;

/** The panel; without a text that can be used it says so. */
export function TwoYears({ text }: { text: string | undefined }) {
  const { t } = useTranslation("rules");
  const { years, begin, cancel } = useYears();
  const start = (
    <Button size="xs" variant="default" disabled={text === undefined} onClick={() => text !== undefined && begin(text)}>
      {t(years.state === "done" ? "years.again" : "years.begin")}
    </Button>
  );
  if (years.state === "done") return <Done history={years.history} isOld={years.of !== text} act={start} />;
  return (
    <Panel title={t("years")} lead={t("years.lead")} act={years.state === "going" ? undefined : start}>
      {years.state === "going" ? <Going since={years.since} onCancel={cancel} /> : null}
      {years.state === "failed" ? <ProblemAlert error={years.error} /> : null}
      {years.state === "none" ? <Text size="sm" c="dimmed">{t(text === undefined ? "years.not_yet" : "years.none")}</Text> : null}
    </Panel>
  );
}

const SECOND_MS = 1_000;

/** The server does not say how far it is; the page says how long it has been. */
function Going({ since, onCancel }: { since: number; onCancel: () => void }) {
  const { t } = useTranslation("rules");
  const [seconds, setSeconds] = useState(0);
  const { start, stop } = useInterval(() => setSeconds(Math.round((Date.now() - since) / SECOND_MS)), SECOND_MS);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return (
    <Stack gap="xs">
      <Progress value={100} animated aria-label={t("years.going")} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {t("years.going")} {seconds > 0 ? t("years.seconds", { count: seconds }) : null}
        </Text>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t("years.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

function Done({ history, isOld, act }: { history: History; isOld: boolean; act: React.ReactNode }) {
  const { t, i18n } = useTranslation("rules");
  const { number } = useFormats();
  const hasForce = history.months.some(({ newly_in_force }) => newly_in_force !== null && newly_in_force !== undefined);
  const keys: Key[] = [
    { name: t("years.draft"), color: DRAFT }, ...(hasForce ? [{ name: t("years.in_force"), color: IN_FORCE }] : []), { name: t("years.happened"), color: HAPPENED },
  ];
  const figure = (id: string, header: string, of: (month: Month) => number | null | undefined): Column<Month> => ({
    id, header, align: "end", cell: (month) => of(month) ?? "–", sort: of,
  });
  const columns: Column<Month>[] = [
    { id: "month", header: t("month"), cell: (month) => <MonthText value={month.day.slice(0, 7)} />, sort: (month) => month.day },
    figure("newly", t("years.draft"), (month) => month.newly.units),
    ...(hasForce ? [figure("in_force", t("years.in_force"), (month) => month.newly_in_force)] : []),
    figure("happened", t("years.happened"), (month) => month.happened),
    figure("hand_off", t("years.standing"), (month) => month.hand_off.units),
    figure("ask", t("years.asking"), (month) => month.ask.units),
  ];
  const draw = useDraw(hasForce, i18n);
  const sum = (of: (month: Month) => number) => number(history.months.reduce((total, month) => total + of(month), 0));
  const told = { newly: sum(({ newly }) => newly.units), happened: sum(({ happened }) => happened) };
  const lead = hasForce ? t("years.told", { ...told, in_force: sum(({ newly_in_force }) => newly_in_force ?? 0) }) : t("years.told.first", told);
  return (
    <Chart
      name={t("years")} rows={history.months} columns={columns} rowKey={(month) => month.day} draw={draw} height={280} beside={act}
      panel={{ title: t("years"), lead: isOld ? `${lead} ${t("years.old")}` : lead, above: <Legend keys={keys} /> }}
    />
  );
}

function useDraw(hasForce: boolean, i18n: ReturnType<typeof useTranslation>["i18n"]) {
  return useCallback(
    (rows: readonly Month[], palette: Palette): EChartsCoreOption => {
      const { month, number } = formats(i18n.language);
      const names = { draft: i18n.t("rules:years.draft"), in_force: i18n.t("rules:years.in_force"), happened: i18n.t("rules:years.happened") };
      const line = (name: string, color: string, symbol: string, data: (number | null)[]) => ({ name, type: "line", symbol, symbolSize: 6, lineStyle: { color, width: 1.5 }, itemStyle: { color }, data });
      return {
        grid: { left: 8, right: 16, top: 30, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: categories(rows.map(({ day }) => month(day)), palette),
        yAxis: {
          ...values(palette, (value) => number(value)), minInterval: 1, name: i18n.t("rules:years.axis"),
          nameTextStyle: { color: palette.faint, fontSize: 11, align: "left", padding: [0, 0, 0, -20] }, nameGap: 10,
        },
        series: [
          { name: names.draft, type: "bar", barMaxWidth: 22, itemStyle: { color: DRAFT(palette), borderRadius: 2 }, data: rows.map(({ newly }) => newly.units) },
          ...(hasForce ? [line(names.in_force, IN_FORCE(palette), "circle", rows.map(({ newly_in_force }) => newly_in_force ?? null))] : []),
          line(names.happened, HAPPENED(palette), "diamond", rows.map(({ happened }) => happened)),
        ],
      };
    },
    [hasForce, i18n],
  );
}
