// The record of one customer: what it is worth, who owns it, what it bought, who is there, what was done.
import { Anchor, Box, Skeleton, Stack } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import ChevronLeft from "lucide-react/icons/chevron-left";
import UserX from "lucide-react/icons/search-x";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { isStatus } from "../api/problem";
import { EmptyState } from "../shared/EmptyState";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { UnitDecisions } from "../rules/UnitDecision";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Amount, DateText } from "../shared/values";
import { Activities } from "./Activities";
import { ArrHistory } from "./ArrHistory";
import { Attachments } from "./Attachments";
import { Contacts } from "./Contacts";
import classes from "./customers.module.css";
import { left } from "./filters";
import { Notes } from "./Notes";
import { Opportunities } from "./Opportunities";
import { Ownership } from "./Ownership";
import { Subscriptions } from "./Subscriptions";
import { Units } from "./Units";
import { useDistance, useWords } from "./words";

type View = Wire["CustomerView"];

/** The page of a customer. */
export function Customer() {
  const { t } = useTranslation("customers");
  const { id } = useParams({ strict: false }) as { id: string };
  const found = api.useQuery("get", "/api/v1/customers/{id}", { params: { path: { id } } });
  if (isStatus(found.error, 404) || isStatus(found.error, 400)) return <Unknown />;
  const customer = found.data;
  return (
    <Page title={customer?.name ?? t("customer")} lead={customer === undefined ? <Skeleton height={16} width={320} my={4} /> : <About customer={customer} />} above={<Back />}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {customer === undefined ? found.isPending ? <Loading /> : null : <Record key={customer.id} customer={customer} />}
    </Page>
  );
}

function Record({ customer }: { customer: View }) {
  return (
    <>
      <Head customer={customer} />
      <Units customer={customer} />
      <UnitDecisions units={customer.units} />
      <Ownership customer={customer} />
      <Subscriptions customer={customer} />
      <ArrHistory customer={customer} />
      <Opportunities customer={customer} />
      <Box className={classes.columns}>
        <Activities id={customer.id} />
        <Stack gap="lg">
          <Contacts customer={customer} />
          <Notes id={customer.id} />
          <Attachments customer={customer} />
        </Stack>
      </Box>
    </>
  );
}

function Back() {
  const { t } = useTranslation("customers");
  return (
    <Link to="/customers" search={left.filters as never} className={classes.back}>
      <ChevronLeft size={15} aria-hidden />
      {t("title")}
    </Link>
  );
}

function About({ customer }: { customer: View }) {
  const { t } = useTranslation("customers");
  const { country } = useWords();
  const place = [...new Set([customer.city, customer.region, customer.country ? country(customer.country) : undefined])].filter(Boolean).join(t("lead.join"));
  const about = [customer.segment, customer.industry, place].filter(Boolean).join(" · ");
  return (
    <>
      {about === "" ? t("about.none") : about}
      {customer.parent ? (
        <>
          {" · "}
          {t("parent")} <Anchor component={Link} underline="always" to={`/customers/${customer.parent.id}`}>{customer.parent.name}</Anchor>
        </>
      ) : null}
    </>
  );
}

function Head({ customer }: { customer: View }) {
  const { t } = useTranslation("customers");
  const { date, number } = useFormats();
  const distance = useDistance();
  const owners = [...new Map(customer.units.flatMap((unit) => (unit.owner ? [[unit.owner.id, unit.owner.name] as const] : []))).values()];
  const units = t("units.count", { count: customer.units.length, number: number(customer.units.length) });
  return (
    <Figures>
      <Figure label={t("arr")} value={<Amount value={customer.arr} />} period={t("arr.today", { day: date(customer.today) })} />
      <Figure
        label={t("renewal")}
        value={customer.next_renewal ? <DateText value={customer.next_renewal} /> : "–"}
        period={customer.next_renewal ? distance(customer.today, customer.next_renewal) : t("renewal.none")}
      />
      <Figure label={t("owner")} value={<span className={classes.names}>{owners.length === 0 ? t("owner.none") : owners.join(t("lead.join"))}</span>} period={units} />
      <LastActivity customer={customer} />
    </Figures>
  );
}

function LastActivity({ customer }: { customer: View }) {
  const { t } = useTranslation("customers");
  const distance = useDistance();
  const found = api.useQuery("get", "/api/v1/customers/{id}/activities", { params: { path: { id: customer.id }, query: { limit: 1 } } });
  const last = found.data?.items[0];
  const value = found.isPending ? undefined : last === undefined ? "–" : <DateText value={last.date} />;
  const period = last === undefined ? (found.isPending ? undefined : t("activities.none")) : `${distance(customer.today, last.date)}${last.seller ? ` · ${last.seller}` : ""}`;
  return <Figure label={t("last_activity")} value={value} period={period} />;
}

function Loading() {
  return (
    <Stack gap="lg">
      <Skeleton height={96} radius={12} />
      <Skeleton height={180} radius={12} />
      <Skeleton height={220} radius={12} />
    </Stack>
  );
}

function Unknown() {
  const { t } = useTranslation("customers");
  return (
    <Page title={t("customer")} above={<Back />}>
      <EmptyState icon={UserX} title={t("unknown.title")} text={t("unknown.text")} act={{ label: t("unknown.act"), to: "/customers" }} />
    </Page>
  );
}
