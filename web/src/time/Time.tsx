// Where the sellers' hours go: first how much of them is known, then the weeks, the people, and what the words mean.
import { Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import Clock from "lucide-react/icons/clock";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMay } from "../shell/useMe";
import { Classes } from "./Classes";
import { Coverage } from "./Coverage";
import { People } from "./People";
import { Period } from "./Period";
import { useTime } from "./query";
import { Weeks } from "./Weeks";

/** The team's time. */
export function Time() {
  const { t } = useTranslation("time");
  const mayReport = useMay("time.report");
  const found = useTime();
  const report = (
    <Button component={Link} to="/time/report">
      {t("act.report")}
    </Button>
  );
  return (
    <Page title={t("title")} lead={t("lead")} act={mayReport ? report : undefined}>
      <Period shown={found.data} />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data === undefined ? found.isError ? null : <Waiting /> : <Filled time={found.data} />}
    </Page>
  );
}

function Filled({ time }: { time: Wire["Time"] }) {
  const { t } = useTranslation("time");
  const mayImport = useMay("imports.run");
  if (time.coverage.hours_recorded === 0) {
    return (
      <>
        <Panel>
          <EmptyState
            icon={Clock} title={t("empty.title")} text={t("empty.text")}
            act={mayImport ? { label: t("act.import"), to: "/import" } : { label: t("act.report"), to: "/time/report" }}
          />
        </Panel>
        <Classes />
      </>
    );
  }
  return (
    <>
      <Coverage coverage={time.coverage} />
      <Weeks weeks={time.weeks} title={t("weeks")} lead={t("weeks.lead")} />
      <Classes />
      <People people={time.people} />
    </>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton height={210} radius={12} />
      <Skeleton height={400} radius={12} />
    </>
  );
}
