// One's own week, hours by kind of work: quick to fill in, and the sum is always in sight.
import { ActionIcon, Anchor, Button, Group, NumberInput, Skeleton, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import UserX from "lucide-react/icons/user-x";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFilters } from "../shared/filters";
import { daysLater, useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { useMay, useMe } from "../shell/useMe";
import { CATEGORIES, type Category } from "./kinds";
import classes from "./time.module.css";

type Hours = Record<Category, number | string>;
const HOURS_MAX = 168;

/** The Monday of a day's week. */
function monday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return daysLater(day, -((weekday + 6) % 7));
}

/** Today where the person is. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The page. */
export function Report() {
  const { t } = useTranslation("time");
  const me = useMe();
  const may = useMay("time.report") && me.seller !== null && me.seller !== undefined;
  const back = (
    <Anchor component={Link} to="/time" size="sm">
      {t("title")}
    </Anchor>
  );
  return (
    <Page title={t("report.title")} lead={t("report.lead")} above={back} width="text">
      {may ? <Week /> : <NotASeller />}
    </Page>
  );
}

function NotASeller() {
  const { t } = useTranslation("time");
  return (
    <Panel>
      <EmptyState icon={UserX} title={t("report.none")} text={t("report.none.text")} act={{ label: t("title"), to: "/time" }} />
    </Panel>
  );
}

function Week() {
  const { t } = useTranslation("time");
  const { date } = useFormats();
  const [{ week: wanted }, change] = useFilters<"week">();
  const thisWeek = monday(today());
  // The last whole week is what people remember and have not reported yet.
  const week = /^\d{4}-\d{2}-\d{2}$/.test(wanted ?? "") ? monday(wanted ?? "") : daysLater(thisWeek, -7);
  const found = api.useQuery("get", "/api/v1/time/reports", { params: { query: { week } } });
  const go = (days: number) => change({ week: daysLater(week, days) });
  return (
    <Panel
      title={t("report.week", { from: date(week), to: date(daysLater(week, 6)) })}
      lead={found.isSuccess ? t(found.data.items.length > 0 ? "report.there" : "report.not_there") : undefined}
      act={
        <Group gap={4}>
          <ActionIcon variant="default" size="lg" aria-label={t("report.before")} onClick={() => go(-7)}>
            <ChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={t("report.after")} onClick={() => go(7)} disabled={week >= thisWeek}>
            <ChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
      }
    >
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={380} radius={8} /> : null}
      {found.isSuccess ? <Form key={`${week} ${found.dataUpdatedAt}`} week={week} known={found.data.items} /> : null}
    </Panel>
  );
}

function Form({ week, known }: { week: string; known: { category: string; hours: number }[] }) {
  const { t } = useTranslation("time");
  const shared = useTranslation().t;
  const { hours } = useFormats();
  const queries = useQueryClient();
  const sumId = useId();
  const [given, setGiven] = useState<Hours>(() => begin(known));
  const sum = CATEGORIES.reduce((sum, category) => sum + Number(given[category] || 0), 0);
  const isTooMuch = sum > HOURS_MAX;
  const send = api.useMutation("post", "/api/v1/time/reports", {
    onSuccess: async () => {
      toastDone(t("report.done"));
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["get", "/api/v1/time"] }),
        queries.invalidateQueries({ queryKey: ["get", "/api/v1/time/reports"] }),
      ]);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isTooMuch) send.mutate({ body: CATEGORIES.map((category) => ({ week, category, hours: Number(given[category] || 0) })) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ProblemAlert error={send.error} />
        {CATEGORIES.map((category) => (
          <NumberInput
            key={category} label={shared(`category.${category}`)} description={t(`about.${category}`)} suffix={t("report.unit")}
            value={given[category]} onChange={(value) => setGiven((before) => ({ ...before, [category]: value }))}
            min={0} max={HOURS_MAX} step={0.5} decimalScale={2} allowNegative={false} placeholder="0" aria-describedby={sumId}
            classNames={{ root: classes.field, input: classes.fieldInput }}
          />
        ))}
        <div className={classes.sum}>
          <Text fw={600} id={sumId} role="status" className="figures" {...(isTooMuch ? { c: "var(--mantine-color-error)" } : {})}>
            {t(isTooMuch ? "report.too_much" : "report.sum", { sum: hours(sum) })}
          </Text>
          <Button type="submit" loading={send.isPending} disabled={isTooMuch}>
            {t("report.send")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function begin(known: { category: string; hours: number }[]): Hours {
  const of = (category: Category) => known.find((row) => row.category === category)?.hours ?? "";
  return Object.fromEntries(CATEGORIES.map((category) => [category, of(category)])) as Hours;
}
