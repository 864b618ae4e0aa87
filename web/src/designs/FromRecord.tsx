// What the company's own record says of the parameters, how surely, what it cannot say, and how it would have predicted its own last year.
import { Button, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { type Beginning, ScenarioForm } from "./ScenarioForm";
import type { Calibration, Estimate, Predicted } from "./types";
import { useDesignWords } from "./words";

const TOLD: readonly Estimate["source"][] = ["measured", "updated", "partly"];

/** The page. */
export function FromRecord() {
  const { t } = useTranslation("designs");
  const found = api.useQuery("get", "/api/v1/designs/calibration");
  const designs = api.useQuery("get", "/api/v1/designs");
  const [kept, setKept] = useState<Beginning | undefined>(undefined);
  const calibration = found.data as unknown as Calibration | undefined;
  const keep = calibration !== undefined && designs.data?.may_change === true
    ? <Button variant="default" onClick={() => setKept({ name: "", document: calibration.document, from_book: calibration.customers > 0 })}>{t("record.keep")}</Button>
    : undefined;
  return (
    <Frame at="record" act={keep}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {calibration === undefined ? null : <Told calibration={calibration} />}
      <ScenarioForm scenario={kept} onClose={() => setKept(undefined)} />
    </Frame>
  );
}

function Told({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation("designs");
  const { number, date } = useFormats();
  const { money } = useDesignWords(calibration.currency);
  const told = calibration.estimates.filter(({ source }) => TOLD.includes(source));
  const rest = calibration.estimates.filter(({ source }) => !TOLD.includes(source));
  return (
    <>
      <Panel title={t("record.told")} lead={t("record.told.lead", { day: date(calibration.as_of), customers: number(calibration.customers), arr: money(calibration.arr), segments: t(`record.segments.${calibration.segments}` as "record.segments.recorded") })} flush>
        {told.length === 0 ? <Text size="sm" p="lg">{t("record.nothing")}</Text> : <Estimates label={t("record.told")} estimates={told} currency={calibration.currency} />}
      </Panel>
      <Backtest predicted={calibration.backtest} />
      <Panel title={t("record.rest")} lead={t("record.rest.lead")} flush>
        <Estimates label={t("record.rest")} estimates={rest} currency={calibration.currency} isShort />
      </Panel>
    </>
  );
}

function Estimates({ label, estimates, currency, isShort }: { label: string; estimates: Estimate[]; currency: string; isShort?: boolean }) {
  const { t } = useTranslation("designs");
  const { number } = useFormats();
  const { parameter, value } = useDesignWords(currency);
  const figures = (text: string) => <span className="figures">{text}</span>;
  const columns: Column<Estimate>[] = [
    { id: "name", header: t("tornado.parameter"), bare: true, cell: (row) => parameter(row.key), sort: (row) => parameter(row.key) },
    { id: "value", header: t("record.value"), align: "end", cell: (row) => figures(value(row.value)) },
    ...(isShort === true
      ? []
      : [
          { id: "interval", header: t("record.interval"), align: "end" as const, cell: (row: Estimate) => figures(row.low === undefined || row.low === null ? "–" : t("record.interval.value", { low: value(row.low), high: value(row.high) })) },
          { id: "n", header: t("record.cases"), align: "end" as const, cell: (row: Estimate) => figures(number(row.n)), sort: (row: Estimate) => row.n },
        ]),
    { id: "source", header: t("paper.source"), cell: (row) => <Text size="xs" fw={TOLD.includes(row.source) ? 600 : 400}>{t(`source.${row.source}`)}</Text>, sort: (row) => row.source },
    { id: "why", header: t("record.why"), cell: (row) => <Text size="xs">{t(row.why === "estimated" && row.source === "measured" ? "why.estimated.alone" : `why.${row.why}`)}</Text> },
  ];
  return <DataTable label={label} rows={estimates} columns={columns} rowKey={(row) => row.key} {...(isShort === true ? { maxHeight: 420 } : {})} />;
}

function Backtest({ predicted }: { predicted: Predicted[] }) {
  const { t } = useTranslation("designs");
  const { number } = useFormats();
  if (predicted.length === 0) return <Panel title={t("backtest")}><Text size="sm">{t("backtest.none")}</Text></Panel>;
  const held = predicted.filter((each) => each.held).length;
  const columns: Column<Predicted>[] = [
    { id: "measure", header: t("side.measure"), bare: true, cell: (row) => t(`backtest.${row.measure}` as "backtest.lost", { segment: row.segment === null || row.segment === undefined ? "" : t(`segment.${row.segment}` as "segment.0") }) },
    { id: "cases", header: t("record.cases"), align: "end", cell: (row) => <span className="figures">{number(row.cases, 1)}</span> },
    { id: "interval", header: t("backtest.predicted"), align: "end", cell: (row) => <span className="figures">{t("record.interval.value", { low: number(row.low), high: number(row.high) })}</span> },
    { id: "came", header: t("backtest.came"), align: "end", cell: (row) => <span className="figures">{number(row.came)}</span> },
    { id: "held", header: t("backtest.held"), cell: (row) => t(row.held ? "backtest.held.yes" : "backtest.held.no") },
  ];
  return (
    <Panel title={t("backtest")} lead={t("backtest.lead", { held: number(held), all: number(predicted.length) })} flush>
      <DataTable label={t("backtest")} rows={predicted} columns={columns} rowKey={(row) => `${row.measure} ${row.segment ?? ""}`} />
    </Panel>
  );
}
