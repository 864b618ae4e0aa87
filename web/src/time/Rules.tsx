// The rules that say which time is what, in words: readable by all, changed in the settings.
import { Anchor, Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMay } from "../shell/useMe";
import type { Category } from "./kinds";
import classes from "./time.module.css";

/** A line of the rules: all conditions that are given must hold. */
interface Rule {
  words?: string[];
  opportunity?: "new" | "expansion" | "renewal";
  with_customer?: boolean;
  buying?: boolean;
  category?: Category | null;
  urgency?: "normal" | "urgent";
}

/** The document. */
interface Document {
  rules: Rule[];
  usual_minutes: Record<string, number>;
  developed_from_bp: number;
  centihours_per_week: number;
}

const KINDS = ["meeting", "event", "call", "email", "task", "other"] as const;

/** The page. */
export function Rules() {
  const { t } = useTranslation("time");
  const maySet = useMay("settings.write");
  const found = api.useQuery("get", "/api/v1/time/rules");
  // The server describes this document as an object only.
  const rules = found.data as Document | undefined;
  const back = (
    <Anchor component={Link} to="/time" size="sm">
      {t("title")}
    </Anchor>
  );
  const change = (
    <Button component={Link} to="/settings" variant="default">
      {t("rules.change")}
    </Button>
  );
  return (
    <Page title={t("rules.title")} lead={t("rules.lead")} above={back} act={maySet ? change : undefined} width="text">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {rules === undefined ? null : <Filled rules={rules} />}
    </Page>
  );
}

function Filled({ rules }: { rules: Document }) {
  const { t } = useTranslation("time");
  const { share, hours } = useFormats();
  return (
    <>
      <Panel title={t("rules.order")} lead={t("rules.order.lead")} flush>
        <ol className={classes.rules}>
          {rules.rules.map((rule, index) => (
            <Line key={index} rule={rule} />
          ))}
        </ol>
      </Panel>
      <Panel title={t("rules.class")} lead={t("rules.class.lead", { developed: share(rules.developed_from_bp / 10_000) })}>
        <Text size="sm">{t("rules.class.text", { developed: share(rules.developed_from_bp / 10_000) })}</Text>
      </Panel>
      <Panel title={t("rules.minutes")} lead={t("rules.minutes.lead")} flush>
        <Minutes usual={rules.usual_minutes} />
      </Panel>
      <Panel title={t("rules.available")}>
        <Text size="sm">{t("rules.available.text", { hours: hours(rules.centihours_per_week / 100) })}</Text>
      </Panel>
    </>
  );
}

function Line({ rule }: { rule: Rule }) {
  const { t } = useTranslation("time");
  const shared = useTranslation().t;
  const { list } = useFormats();
  const conditions = [
    rule.words === undefined ? undefined : t("rule.words", { words: rule.words.join(", ") }),
    rule.opportunity === undefined ? undefined : t(`rule.opportunity.${rule.opportunity}`),
    rule.with_customer === undefined ? undefined : t(rule.with_customer ? "rule.customer" : "rule.no_customer"),
    rule.buying === undefined ? undefined : t(rule.buying ? "rule.buying" : "rule.not_buying"),
  ].filter((text) => text !== undefined);
  return (
    <li>
      <span>{conditions.length === 0 ? t("rule.always") : t("rule.when", { conditions: list(conditions) })}</span>
      <Group gap={6}>
        {rule.category === null || rule.category === undefined ? null : (
          <Badge variant="light" tt="none">
            {shared(`category.${rule.category}`)}
          </Badge>
        )}
        {rule.urgency === undefined ? null : (
          <Badge variant="outline" tt="none" color={rule.urgency === "urgent" ? "orange.9" : "gray.7"} c="var(--mantine-color-text)">
            {t(`urgency.${rule.urgency}`)}
          </Badge>
        )}
      </Group>
    </li>
  );
}

function Minutes({ usual }: { usual: Record<string, number> }) {
  const { t } = useTranslation("time");
  const { number } = useFormats();
  const name = (kind: string) => {
    const known = KINDS.find((word) => word === kind);
    return known === undefined ? kind : t(`kind.${known}`);
  };
  const rows = Object.entries(usual).map(([kind, minutes]) => ({ kind, minutes }));
  const columns: Column<(typeof rows)[number]>[] = [
    { id: "kind", header: t("rules.kind"), cell: (row) => name(row.kind) },
    { id: "minutes", header: t("rules.length"), align: "end", cell: (row) => t("rules.minutes.value", { minutes: number(row.minutes) }), sort: (row) => row.minutes },
  ];
  return <DataTable label={t("rules.kind")} rows={rows} columns={columns} rowKey={(row) => row.kind} phone="scroll" />;
}
