// Everything at a glance: a sentence, the figures behind it, what to do next, then the pictures.
import { Box, Skeleton } from "@mantine/core";
import FileUp from "lucide-react/icons/file-up";
import Lock from "lucide-react/icons/lock";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { isStatus } from "../api/problem";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMay, useMe } from "../shell/useMe";
import { ArrCurve } from "./ArrCurve";
import classes from "./overview.module.css";
import { Headline } from "./Headline";
import { HoursPanel } from "./HoursPanel";
import { NewCustomers } from "./NewCustomers";
import { Next } from "./Next";
import { Waterfall } from "./Waterfall";
import { useYear } from "./year";

type View = Wire["OverviewView"];

/** The overview. */
export function Overview() {
  const { t } = useTranslation("overview");
  const found = api.useQuery("get", "/api/v1/overview");
  const sentence = useSentence(found.data);
  const isEmpty = found.data?.next.some((next) => next.kind === "import_first") === true;
  return (
    <Page title={t("title")} lead={isEmpty ? undefined : sentence}>
      {isStatus(found.error, 403) ? <NotForThisRole /> : <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting /> : null}
      {isEmpty ? <NothingYet /> : null}
      {found.data === undefined || isEmpty ? null : <Filled view={found.data} />}
    </Page>
  );
}

function useSentence(view: View | undefined): string | undefined {
  const { t } = useTranslation("overview");
  const { amount } = useFormats();
  const me = useMe();
  const seesAll = useMay("totals.see");
  if (view === undefined) return undefined;
  const yearAgo = view.arr_months.at(-13);
  const values = { company: me.company.name, arr: amount(view.arr, "short"), customers: view.customers, count: view.customers };
  const now = t(seesAll ? "sentence" : "sentence.own", values);
  return yearAgo === undefined ? now : `${now}${t("sentence.before", { arr: amount(yearAgo.arr, "short") })}`;
}

function Filled({ view }: { view: View }) {
  const { period, cohort, error } = useYear(view);
  return (
    <>
      <Headline view={view} cohort={cohort} />
      <Next items={view.next} />
      <Box className={classes.grid}>
        <ArrCurve months={view.arr_months} />
        {period === undefined ? error === null ? <Skeleton height={360} radius={12} /> : <ProblemAlert error={error} /> : <Waterfall period={period} />}
        <NewCustomers months={view.new_customers_months} />
        <HoursPanel coverage={view.coverage} hours={view.time_share} />
      </Box>
    </>
  );
}

function NothingYet() {
  const { t } = useTranslation("overview");
  const may = useMay("imports.run");
  return (
    <Panel>
      <EmptyState
        icon={FileUp}
        title={t("empty.title")}
        text={t(may ? "empty.text" : "empty.ask")}
        {...(may ? { act: { label: t("empty.act"), to: "/import" } } : {})}
      />
    </Panel>
  );
}

function NotForThisRole() {
  const { t } = useTranslation("overview");
  return (
    <Panel>
      <EmptyState icon={Lock} title={t("role.title")} text={t("role.text")} act={{ label: t("role.act"), to: "/customers" }} />
    </Panel>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton height={104} radius={12} />
      <Box className={classes.grid}>
        <Skeleton height={360} radius={12} />
        <Skeleton height={360} radius={12} />
      </Box>
    </>
  );
}
