// The five lines: what came, the band in which eight of ten lives of the plan lie, and the same months before.
import { Badge, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../interventions/words";
import { Choice, type View } from "../shared/chart/Chart";
import { Legend } from "../shared/chart/Legend";
import { type Column, DataTable } from "../shared/DataTable";
import { Panel } from "../shared/Panel";
import { Fan } from "./Fan";
import classes from "./scorecard.module.css";
import type { Line, Scorecard } from "./types";
import { useMeasures } from "./words";

const TONES: Record<string, string> = { ahead: "good", behind: "bad" };

/** All lines. */
export function Lines({ card }: { card: Scorecard }) {
  const { t } = useTranslation("scorecard");
  const [view, setView] = useState<View>("picture");
  const write = useMeasures(card.currency);
  const columns: Column<Line>[] = [
    { id: "measure", header: t("measure"), cell: (row) => t(`measure.${row.measure}` as "measure.cost"), bare: true },
    { id: "actual", header: t("actual"), align: "end", cell: (row) => write(row.measure, row.actual) },
    { id: "promised", header: t("promised.middle"), align: "end", cell: (row) => write(row.measure, row.promised) },
    { id: "low", header: t("low"), align: "end", cell: (row) => write(row.measure, row.low) },
    { id: "high", header: t("high"), align: "end", cell: (row) => write(row.measure, row.high) },
    { id: "before", header: t("before"), align: "end", cell: (row) => write(row.measure, row.before) },
    { id: "standing", header: t("standing"), cell: (row) => t(`standing.${row.standing}` as "standing.ahead") },
  ];
  return (
    <Panel title={t("lines")} lead={t("lines.lead")} act={<Choice name={t("lines")} view={view} onChange={setView} />}>
      {view === "table" ? (
        <DataTable label={t("lines")} rows={card.lines} columns={columns} rowKey={(row) => row.measure} />
      ) : (
        <>
          <Legend keys={[{ name: t("actual"), color: (palette) => palette.accent }, { name: t("promised.band"), color: (palette) => palette.faint, faint: true }]} />
          <div className={classes.lines}>{card.lines.map((line) => <One key={line.measure} line={line} currency={card.currency} />)}</div>
        </>
      )}
      <Text size="xs" c="dimmed" mt="sm">{t("lines.how")}</Text>
    </Panel>
  );
}

/** Where the company stands in a word. */
export function Standing({ line }: { line: Line }) {
  const { t } = useTranslation("scorecard");
  return <Badge variant="outline" size="sm" className={classes.badge ?? ""} data-tone={TONES[line.standing]}>{t(`standing.${line.standing}` as "standing.ahead")}</Badge>;
}

function One({ line, currency }: { line: Line; currency: string }) {
  const { t } = useTranslation("scorecard");
  const write = useMeasures(currency);
  const say = useSay();
  return (
    <section className={classes.line} aria-label={t(`measure.${line.measure}` as "measure.cost")}>
      <div className={classes.lineHead}>
        <Text size="sm" c="dimmed">{t(`measure.${line.measure}` as "measure.cost")}</Text>
        <Standing line={line} />
      </div>
      <div className={classes.value}>{write(line.measure, line.actual)}</div>
      <Text size="xs" c="dimmed">
        {t("against", { promised: write(line.measure, line.promised), low: write(line.measure, line.low), high: write(line.measure, line.high) })}
      </Text>
      <Text size="xs" c="dimmed">{line.before === null || line.before === undefined ? t("before.none") : t("before.value", { value: write(line.measure, line.before) })}</Text>
      <Fan line={line} currency={currency} />
      <Text size="sm">{say(line.told)}</Text>
    </section>
  );
}
