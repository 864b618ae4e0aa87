// Who was accountable for each unit, through time and on any one day.
import { Group, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import type { Column } from "../shared/DataTable";
import { useFilters } from "../shared/filters";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { DateText } from "../shared/values";
import { axisOf } from "./axis";
import classes from "./customers.module.css";
import { Timeline, type TimelineRow } from "./Timeline";
import { TwoViews } from "./TwoViews";
import { useWords } from "./words";

type View = Wire["CustomerView"];
type Period = Wire["OwnershipView"] & { unit: string; key: string };

/** Ownership through time. */
export function Ownership({ customer }: { customer: View }) {
  const { t } = useTranslation("customers");
  const [{ on }] = useFilters<"on">();
  const periods: Period[] = customer.units.flatMap((unit) =>
    unit.ownerships.map((period) => ({ ...period, unit: unit.name, key: `${unit.id} ${period.start}` })),
  );
  const rows = useRows(customer);
  const columns = useColumns();
  const handovers = periods.length - customer.units.filter((unit) => unit.ownerships.length > 0).length;
  if (periods.length === 0) {
    return (
      <Panel title={t("ownership")}>
        <Text size="sm">{t("ownership.none")}</Text>
      </Panel>
    );
  }
  return (
    <TwoViews
      title={t("ownership")}
      lead={handovers === 0 ? t("ownership.one") : t("ownership.lead", { count: handovers })}
      name={t("ownership.name", { name: customer.name })}
      rows={periods}
      columns={columns}
      rowKey={(period) => period.key}
      picture={<Timeline name={t("ownership.name", { name: customer.name })} rows={rows} axis={axisOf(customer)} today={customer.today} chosen={on} />}
    >
      <OnDay customer={customer} />
    </TwoViews>
  );
}

/** One row for each unit; a seller keeps one colour over all of them. */
function useRows(customer: View): TimelineRow[] {
  const { t } = useTranslation("customers");
  const { date } = useFormats();
  const { ownerRole } = useWords();
  const sellers = [...new Set(customer.units.flatMap((unit) => unit.ownerships.map((period) => period.seller.id)))];
  return customer.units.map((unit) => ({
    id: unit.id,
    label: unit.name,
    isFirst: true,
    bars: unit.ownerships.map((period) => {
      const span = period.end ? t("span", { from: date(period.start), to: date(period.end) }) : t("span.open", { from: date(period.start) });
      return {
        id: period.start,
        start: period.start,
        end: period.end,
        text: period.seller.name,
        title: `${period.seller.name} (${ownerRole(period.role)}), ${span}`,
        tone: sellers.indexOf(period.seller.id),
      };
    }),
  }));
}

function useColumns(): Column<Period>[] {
  const { t } = useTranslation("customers");
  const { ownerRole } = useWords();
  return [
    { id: "unit", header: t("unit"), cell: (period) => period.unit, sort: (period) => period.unit },
    { id: "seller", header: t("owner"), cell: (period) => period.seller.name, sort: (period) => period.seller.name },
    { id: "role", header: t("role"), cell: (period) => ownerRole(period.role), sort: (period) => period.role },
    { id: "start", header: t("from"), cell: (period) => <DateText value={period.start} />, sort: (period) => period.start },
    { id: "end", header: t("until"), cell: (period) => (period.end ? <DateText value={period.end} /> : t("now")), sort: (period) => period.end },
  ];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "Who owned this on that day": the server answers, one unit at a time. */
function OnDay({ customer }: { customer: View }) {
  const { t } = useTranslation("customers");
  const { date } = useFormats();
  const [{ on }, change] = useFilters<"on">();
  const day = on !== undefined && DAY.test(on) ? on : customer.today;
  const answers = useQueries({
    queries: customer.units.map((unit) => api.queryOptions("get", "/api/v1/units/{id}/owner", { params: { path: { id: unit.id }, query: { on: day } } })),
  });
  return (
    <Stack gap="sm" className={classes.onDay}>
      <Group gap="sm" align="flex-end">
        <TextInput
          type="date"
          label={t("on_day")}
          value={day}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (DAY.test(next)) change({ on: next === customer.today ? undefined : next });
          }}
        />
      </Group>
      <ProblemAlert error={answers.find((answer) => answer.error)?.error} onRetry={() => answers.forEach((answer) => void answer.refetch())} />
      <div aria-live="polite">
        <Title order={3} mb={6}>
          {t("on_day.title", { day: date(day) })}
        </Title>
        <dl className={classes.answers}>
          {customer.units.map((unit, index) => (
            <Fragment key={unit.id}>
              <dt>{unit.name}</dt>
              <dd>{answers[index]?.isSuccess === true ? <Answer period={answers[index].data} /> : <Skeleton height={14} width={180} />}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </Stack>
  );
}

function Answer({ period }: { period: Wire["OwnershipView"] | null | undefined }) {
  const { t } = useTranslation("customers");
  const { date } = useFormats();
  const { ownerRole } = useWords();
  if (period === null || period === undefined) return <Text span size="sm">{t("owner.none")}</Text>;
  const span = period.end ? t("span", { from: date(period.start), to: date(period.end) }) : t("span.open", { from: date(period.start) });
  return (
    <>
      <strong>{period.seller.name}</strong>{" "}
      <Text span size="xs" c="dimmed">
        {ownerRole(period.role)} · {span}
      </Text>
    </>
  );
}
