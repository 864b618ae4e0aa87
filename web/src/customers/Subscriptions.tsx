// What the customer pays for, through time. Those that were derived from won opportunities are hatched and say so.
import { Badge, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import type { Column } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Amount, DateText } from "../shared/values";
import { axisOf } from "./axis";
import { Legend, Timeline, type TimelineRow } from "./Timeline";
import { TwoViews } from "./TwoViews";

type View = Wire["CustomerView"];
type Subscription = Wire["SubscriptionView"] & { unit: string; state: "in_force" | "ended" | "ahead" };

function subscriptions(customer: View): Subscription[] {
  return customer.units.flatMap((unit) =>
    unit.subscriptions.map((one) => ({
      ...one,
      unit: unit.name,
      state: one.start > customer.today ? "ahead" : one.end && one.end <= customer.today ? "ended" : "in_force",
    })),
  );
}

/** The subscriptions as bars. */
export function Subscriptions({ customer }: { customer: View }) {
  const { t } = useTranslation("customers");
  const all = subscriptions(customer);
  const rows = useRows(all);
  const columns = useColumns();
  const derived = all.filter((one) => one.derived).length;
  const lead = all.length === 0 ? t("subscriptions.none") : t("subscriptions.lead", { count: all.filter((one) => one.state === "in_force").length, total: all.length });
  const name = t("subscriptions.name", { name: customer.name });
  const legend = [
    { text: t("state.in_force"), tone: "accent" as const },
    ...(all.some((one) => one.state === "ahead") ? [{ text: t("state.ahead"), tone: 2 }] : []),
    ...(all.some((one) => one.state === "ended") ? [{ text: t("state.ended"), tone: "quiet" as const }] : []),
    ...(derived > 0 ? [{ text: t("derived"), tone: "accent" as const, isMarked: true }] : []),
  ];
  if (all.length === 0) {
    return (
      <Panel title={t("subscriptions")} lead={lead} flush>
        {null}
      </Panel>
    );
  }
  return (
    <TwoViews
      title={t("subscriptions")}
      lead={lead}
      name={name}
      rows={all}
      columns={columns}
      rowKey={(one) => one.id}
      picture={
        <>
          <Legend items={legend} />
          <Timeline name={name} rows={rows} axis={axisOf(customer)} today={customer.today} />
        </>
      }
    >
      {derived === 0 ? null : (
        <Text size="sm" c="dimmed" mt="sm">
          {t("derived.why", { count: derived })}
        </Text>
      )}
    </TwoViews>
  );
}

/** Subscriptions of one product of one unit follow each other in one row as long as they do not overlap. */
function useRows(all: Subscription[]): TimelineRow[] {
  const { t } = useTranslation("customers");
  const { amount, date } = useFormats();
  const rows: (TimelineRow & { unit: string; product: string; free: string })[] = [];
  for (const one of [...all].sort((a, b) => all.findIndex((other) => other.unit === a.unit) - all.findIndex((other) => other.unit === b.unit) || (a.product ?? "").localeCompare(b.product ?? "") || a.start.localeCompare(b.start))) {
    const product = one.product ?? t("product.none");
    const span = one.end ? t("span", { from: date(one.start), to: date(one.end) }) : t("span.open", { from: date(one.start) });
    const bar = {
      id: one.id,
      start: one.start,
      end: one.end,
      text: amount(one.arr, "short"),
      title: [one.unit, product, amount(one.arr), span, t(`state.${one.state}`), ...(one.derived ? [t("derived")] : [])].join(" · "),
      tone: one.state === "in_force" ? ("accent" as const) : one.state === "ended" ? ("quiet" as const) : 2,
      isMarked: one.derived,
    };
    const row = rows.find((row) => row.unit === one.unit && row.product === product && row.free <= one.start);
    if (row === undefined) {
      const isFirst = !rows.some((row) => row.unit === one.unit);
      const label = <Label unit={isFirst ? one.unit : undefined} product={product} />;
      rows.push({ id: one.id, label, bars: [bar], isFirst, unit: one.unit, product, free: one.end ?? "9999" });
    } else {
      row.bars.push(bar);
      row.free = one.end ?? "9999";
    }
  }
  return rows;
}

function Label({ unit, product }: { unit: string | undefined; product: string }) {
  return (
    <>
      {unit === undefined ? null : <div>{unit}</div>}
      <Text size="xs" c="dimmed" truncate>
        {product}
      </Text>
    </>
  );
}

function useColumns(): Column<Subscription>[] {
  const { t } = useTranslation("customers");
  return [
    { id: "unit", header: t("unit"), cell: (one) => one.unit, sort: (one) => one.unit },
    { id: "product", header: t("product"), cell: (one) => one.product ?? t("product.none"), sort: (one) => one.product },
    { id: "arr", header: t("arr"), cell: (one) => <Amount value={one.arr} />, sort: (one) => ({ decimal: one.arr.amount }), align: "end" },
    { id: "start", header: t("from"), cell: (one) => <DateText value={one.start} />, sort: (one) => one.start },
    { id: "end", header: t("until"), cell: (one) => (one.end ? <DateText value={one.end} /> : t("open_ended")), sort: (one) => one.end },
    { id: "state", header: t("state"), cell: (one) => t(`state.${one.state}`), sort: (one) => one.state },
    {
      id: "origin",
      header: t("origin"),
      cell: (one) => (one.derived ? <Badge variant="outline" tt="none" size="sm">{t("derived")}</Badge> : t("origin.source")),
      sort: (one) => (one.derived ? 1 : 0),
    },
  ];
}
