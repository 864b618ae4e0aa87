// What pilots of several lengths would see: how often the effect that is hoped for, and how often one that is not there.
import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice, type View } from "../shared/chart/Chart";
import { Legend } from "../shared/chart/Legend";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./interventions.module.css";
import type { PilotPlan } from "./types";
import { useAmounts, useSay } from "./words";

const WANTED = 0.8;
type Length = PilotPlan["lengths"][number];

/** The answer of the planner. */
export function Lengths({ plan, currency }: { plan: PilotPlan; currency: string }) {
  const { t } = useTranslation("interventions");
  const { number, share } = useFormats();
  const { plain } = useAmounts(plan.unit, currency);
  const { signed } = useAmounts(plan.unit, currency);
  const [view, setView] = useState<View>("picture");
  const say = useSay();
  const columns: Column<Length>[] = [
    { id: "months", header: t("pilot.months"), align: "end", cell: (row) => number(row.months), sort: (row) => row.months },
    { id: "power", header: t("pilot.power"), align: "end", cell: (row) => share(row.power), sort: (row) => row.power },
    { id: "false", header: t("pilot.false"), align: "end", cell: (row) => share(row.false_alarms) },
    { id: "detectable", header: t("pilot.detectable"), align: "end", cell: (row) => signed(row.detectable * Math.sign(plan.expected)) },
    { id: "people", header: t("pilot.each_side"), align: "end", cell: (row) => (row.people_each_side === null || row.people_each_side === undefined ? t("pilot.no_team") : number(row.people_each_side)) },
    { id: "scatter", header: t("pilot.scatter"), align: "end", cell: (row) => plain(row.scatter) },
  ];
  return (
    <Panel title={t("pilot.answer")} act={plan.lengths.length === 0 ? undefined : <Choice name={t("pilot.answer")} view={view} onChange={setView} />}>
      {plan.because.map((each) => <Text key={each.code} size="sm" mb={6}>{say(each)}</Text>)}
      {plan.lengths.length === 0 ? null : view === "table" ? (
        <DataTable label={t("pilot.answer")} rows={plan.lengths} columns={columns} rowKey={(row) => String(row.months)} phone="scroll" />
      ) : (
        <>
          <Legend keys={[{ name: t("pilot.power"), color: (palette) => palette.accent }, { name: t("pilot.false"), color: (palette) => palette.faint }]} />
          <div className={classes.lengths}>
            {plan.lengths.map((each) => (
              <div key={each.months} className={classes.length} role="img" aria-label={t("pilot.bar", { months: number(each.months), power: share(each.power), wrong: share(each.false_alarms) })}>
                <div className={classes.tower} aria-hidden>
                  <span className={classes.wanted} style={{ bottom: `${100 * WANTED}%` }} />
                  <span className={classes.power} data-enough={each.power >= WANTED || undefined} style={{ height: `${Math.max(1, 100 * each.power)}%` }} />
                  <span className={classes.wrong} style={{ height: `${Math.max(1, 100 * each.false_alarms)}%` }} />
                </div>
                <span className={classes.lengthName}>{share(each.power)}</span>
                <Text size="xs" c="dimmed" component="span">{t("months.count", { count: each.months, number: number(each.months) })}</Text>
              </div>
            ))}
          </div>
          <Text size="xs" c="dimmed">{t("pilot.how")}</Text>
        </>
      )}
    </Panel>
  );
}
