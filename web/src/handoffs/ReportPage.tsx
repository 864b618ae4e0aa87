// What all handoffs came to: what became of the customers, beside like ones that were not handed over; what was lost on the way; overrides.
import { Skeleton, Text } from "@mantine/core";
import ChartColumn from "lucide-react/icons/chart-column";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import classes from "./report.module.css";
import type { Report } from "./report";
import { ReportLoss } from "./ReportLoss";
import { ReportOutcomes } from "./ReportOutcomes";
import type { Gate } from "./types";
import { GATES, WAY } from "./types";

/** The page. */
export function ReportPage() {
  const { t } = useTranslation("handoffs");
  const found = api.useQuery("get", "/api/v1/handoffs/report");
  const report = found.data as unknown as Report | undefined;
  const all = report === undefined ? 0 : Object.values(report.states).reduce((sum, count) => sum + count, 0);
  return (
    <Frame at="report">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {report === undefined ? null : all === 0 ? (
        <Panel><EmptyState icon={ChartColumn} title={t("report.none")} text={t("report.none.text")} act={{ label: t("work.none.board"), to: "/handoffs/all" }} /></Panel>
      ) : (
        <>
          <Counted report={report} all={all} />
          <ReportOutcomes report={report} />
          <ReportLoss report={report} />
          <Overrides report={report} />
        </>
      )}
    </Frame>
  );
}

function Counted({ report, all }: { report: Report; all: number }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const of = (...states: (keyof Report["states"])[]) => states.reduce((sum, state) => sum + (report.states[state] ?? 0), 0);
  const done = of("transferred", "settled");
  const under = of(...WAY.filter((state) => state !== "transferred" && state !== "settled"), "postponed", "returned");
  return (
    <Figures>
      <Figure label={t("report.all")} value={number(all)} period={t("report.all.seen")} />
      <Figure label={t("report.under")} value={number(under)} period={t("report.under.of", { number: number(of("returned")) })} />
      <Figure label={t("report.done")} value={number(done)} period={t("report.done.of", { number: number(of("settled")) })} />
      <Figure label={t("report.ended")} value={number(of("declined", "cancelled"))} period={t("report.ended.of", { number: number(of("declined")) })} />
      <Figure label={t("report.overrides")} value={number(report.overridden[1])} period={t("report.overrides.in", { count: report.overridden[0], number: number(report.overridden[0]) })} />
    </Figures>
  );
}

function Overrides({ report }: { report: Report }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const counted = GATES.filter((gate) => (report.overrides[gate] ?? 0) > 0).sort((one, other) => (report.overrides[other] ?? 0) - (report.overrides[one] ?? 0));
  const most = Math.max(1, ...counted.map((gate) => report.overrides[gate] ?? 0));
  return (
    <Panel title={t("report.gates")} lead={t("report.gates.lead")}>
      {counted.length === 0 ? <Text size="sm">{t("report.gates.none")}</Text> : (
        <ul className={classes.bars}>
          {counted.map((gate: Gate) => (
            <li key={gate} className={classes.bar}>
              <Text size="sm" component="span">{t(`gate.${gate}`)}</Text>
              <span className={classes.track} aria-hidden><span className={classes.fill} style={{ width: `${((report.overrides[gate] ?? 0) / most) * 100}%` }} /></span>
              <span className={classes.value}>{number(report.overrides[gate] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
