// Periods: computed as often as wanted, then closed for good.
import { Alert, Badge, Button, Group, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import Download from "lucide-react/icons/download";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { DateText, Month } from "../shared/values";
import classes from "./incentives.module.css";
import type { Overview, Ran } from "./types";
import { useWords } from "./types";

type Period = Overview["periods"][number];

/** The panel. */
export function Periods({ overview }: { overview: Overview }) {
  const { t } = useTranslation("incentives");
  const { month, date } = useFormats();
  const open = overview.open ?? "";
  const columns: Column<Period>[] = [
    { id: "period", header: t("period"), cell: (one) => <Month value={one.period} />, sort: (one) => one.period },
    { id: "state", header: t("state"), cell: (one) => <Badge variant="outline" tt="none" className={classes.state} data-state={one.state}>{t(`period.state.${one.state}` as "period.state.closed")}</Badge>, sort: (one) => one.state },
    ...(overview.may_run
      ? ([
          { id: "cost", header: t("period.cost"), align: "end", cell: (one) => <Costs costs={one.cost} /> },
          { id: "postings", header: t("period.postings"), align: "end", cell: (one) => one.postings, sort: (one) => one.postings },
        ] satisfies Column<Period>[])
      : []),
    { id: "by", header: t("period.closed_by"), cell: (one) => one.closed_by ?? "–", sort: (one) => one.closed_by ?? "" },
    { id: "at", header: t("period.closed_at"), cell: (one) => <DateText value={one.closed_at} />, sort: (one) => one.closed_at ?? "" },
  ];
  const through = overview.through;
  const lead = through === null || through === undefined ? t("periods.lead.none", { month: month(open) }) : t("periods.lead", { month: month(open), day: date(through) });
  return (
    <Panel title={t("periods")} lead={lead} act={overview.may_run ? <Run overview={overview} /> : undefined} flush>
      <DataTable label={t("periods")} rows={overview.periods} columns={columns} rowKey={(one) => one.period} maxHeight={320} />
    </Panel>
  );
}

function Costs({ costs }: { costs: string[] }) {
  const { amount } = useFormats();
  const shown = costs.map((cost) => {
    const [value = "0", currency = "USD"] = cost.split(" ");
    return amount({ amount: value, currency }, "exact");
  });
  return <span className="figures">{shown.length === 0 ? "–" : shown.join(" + ")}</span>;
}

function Run({ overview }: { overview: Overview }) {
  const { t } = useTranslation("incentives");
  const shared = useTranslation().t;
  const { month } = useFormats();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const [ran, setRan] = useState<Ran | undefined>(undefined);
  const done = async (data: unknown) => {
    setRan(data as Ran);
    setSure(false);
    toastDone(t("run.done"));
    await queries.invalidateQueries();
  };
  const calculate = api.useMutation("post", "/api/v1/incentives/calculate", { onSuccess: done });
  const close = api.useMutation("post", "/api/v1/incentives/close", { onSuccess: done });
  const open = month(overview.open ?? "");
  return (
    <div className={classes.run}>
      <Group gap="xs" justify="flex-end">
        <Button component="a" href="/api/v1/incentives/amortisation.csv" size="xs" variant="default" leftSection={<Download size={14} aria-hidden />}>
          {t("amortisation")}
        </Button>
        <Button size="xs" variant="default" loading={calculate.isPending} onClick={() => calculate.mutate({})}>
          {t("run.calculate", { month: open })}
        </Button>
        <Button size="xs" disabled={!overview.can_close} onClick={() => setSure(true)}>
          {t("run.close", { month: open })}
        </Button>
      </Group>
      <ProblemAlert error={calculate.error} />
      {ran === undefined ? null : <Outcome ran={ran} />}
      <Modal opened={sure} onClose={() => setSure(false)} title={t("run.close", { month: open })} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <Text size="sm" mb="md">
          {t("run.close.text", { month: open })}
        </Text>
        <ProblemAlert error={close.error} />
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={() => setSure(false)}>
            {shared("cancel")}
          </Button>
          <Button loading={close.isPending} onClick={() => close.mutate({ body: { period: overview.open ?? "" } })}>
            {t("run.close", { month: open })}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}

function Outcome({ ran }: { ran: Ran }) {
  const { t } = useTranslation("incentives");
  const { date, number } = useFormats();
  const words = useWords();
  return (
    <Alert variant="light" role="status" mt="xs" p="xs">
      <Text size="sm">{t(ran.postings === 0 && ran.events === 0 ? "run.nothing" : "run.told", { day: date(ran.through), events: number(ran.events), postings: number(ran.postings) })}</Text>
      {ran.late === 0 ? null : <Text size="sm">{t("run.late", { count: ran.late, number: number(ran.late) })}</Text>}
      {ran.nothing_paid.map((one) => (
        <Text key={words(one.words)} size="xs">
          {t("run.nothing_paid", { count: one.times, number: number(one.times), why: words(one.words), event: one.event })}
        </Text>
      ))}
      {ran.left_out.map((why) => (
        <Text key={why} size="xs">
          {why}
        </Text>
      ))}
    </Alert>
  );
}
