// What people decided about units, against the rules or where the rules ask; what stands can be withdrawn.
import { Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import Stamp from "lucide-react/icons/stamp";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { EmptyState } from "../shared/EmptyState";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { DateText } from "../shared/values";
import { AnswerBadge } from "./AnswerBadge";
import { Frame } from "./Frame";
import classes from "./rules.module.css";
import type { Answer, Exception } from "./types";
import { ExceptionState, Withdraw } from "./Withdraw";

/** The page. */
export function Exceptions() {
  const { t } = useTranslation("rules");
  const rules = api.useQuery("get", "/api/v1/rules");
  const found = api.useQuery("get", "/api/v1/rules/exceptions");
  return (
    <Frame at="exceptions">
      <ProblemAlert error={found.error ?? rules.error} onRetry={() => void Promise.all([found.refetch(), rules.refetch()])} />
      {found.isPending ? <Skeleton height={240} radius={12} /> : null}
      {found.data === undefined ? null : found.data.items.length === 0 ? (
        <Panel>
          <EmptyState icon={Stamp} title={t("exceptions.none")} text={t("exceptions.none.text")} act={{ label: t("exceptions.none.act"), to: "/customers" }} />
        </Panel>
      ) : (
        <Panel title={t("page.exceptions")} lead={t("exceptions.lead")} flush>
          <List items={found.data.items} mayDecide={rules.data?.may_decide === true} />
        </Panel>
      )}
    </Frame>
  );
}

function List({ items, mayDecide }: { items: Exception[]; mayDecide: boolean }) {
  const { t } = useTranslation("rules");
  const columns: Column<Exception>[] = [
    {
      id: "customer", header: t("customer"), sort: ({ customer }) => customer.name,
      cell: ({ customer, unit }) => (
        <>
          <Link to={`/customers/${customer.id}`} className={classes.link}>{customer.name}</Link>
          {unit.name === customer.name ? null : <Text size="xs" c="dimmed">{unit.name}</Text>}
        </>
      ),
    },
    { id: "answer", header: t("answer"), cell: ({ answer }) => <AnswerBadge answer={answer as Answer} size="sm" />, sort: ({ answer }) => answer },
    { id: "reason", header: t("decide.reason"), cell: ({ reason, question }) => <Reason reason={reason} question={question} /> },
    { id: "until", header: t("exception.until"), cell: ({ until }) => <DateText value={until} />, sort: ({ until }) => until },
    { id: "by", header: t("exception.by"), cell: ({ by, at }) => <By by={by} at={at} />, sort: ({ at }) => at },
    { id: "state", header: t("state"), cell: (exception) => <ExceptionState exception={exception} />, sort: ({ state }) => state },
  ];
  const act: Column<Exception> = { id: "act", header: t("withdraw"), cell: (exception) => <Withdraw exception={exception} /> };
  return <DataTable label={t("page.exceptions")} rows={items} columns={mayDecide ? [...columns, act] : columns} rowKey={({ id }) => id} />;
}

function Reason({ reason, question }: { reason: string; question: string | null | undefined }) {
  const { t } = useTranslation("rules");
  return (
    <span>
      {reason}
      <Text size="xs" c="dimmed" component="span" display="block">
        {question ? t("exception.answers", { rule: question }) : t("exception.against")}
      </Text>
    </span>
  );
}

function By({ by, at }: { by: string; at: string }) {
  return (
    <span>
      {by}
      <Text size="xs" c="dimmed" component="span" display="block">
        <DateText value={at.slice(0, 10)} />
      </Text>
    </span>
  );
}
