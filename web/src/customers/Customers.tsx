// The list of customers: searched, filtered, sorted by the server; all of it in the address.
import { Box, Button, Group, Menu, Skeleton, Stack, Text } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import Building from "lucide-react/icons/building-2";
import ChevronDown from "lucide-react/icons/chevron-down";
import SearchX from "lucide-react/icons/search-x";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMay } from "../shell/useMe";
import classes from "./customers.module.css";
import { CustomerTable } from "./CustomerTable";
import { FilterBar } from "./FilterBar";
import { type Filters, left, narrowing, orderOf, queryOf, useCustomerFilters, written } from "./filters";
import { useRowKeys } from "./rowKeys";
import { Views } from "./Views";
import { useWords } from "./words";

const PAGE_ROWS = 50;

function useCustomers(filters: Filters) {
  const query = { ...queryOf(filters), limit: PAGE_ROWS };
  return api.useInfiniteQuery("get", "/api/v1/customers", { params: { query } }, {
    pageParamName: "after",
    initialPageParam: "0",
    getNextPageParam: (page: { next?: string | null }) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The list. */
export function Customers() {
  const { t } = useTranslation("customers");
  const [filters] = useCustomerFilters();
  const found = useCustomers(filters);
  const list = useRef<HTMLDivElement>(null);
  const pages = found.data?.pages ?? [];
  const total = pages[0]?.total ?? undefined;
  const more = () => {
    if (found.hasNextPage && !found.isFetching) void found.fetchNextPage();
  };
  useRowKeys(list, more);
  useEffect(() => {
    left.filters = filters;
  }, [filters]);
  const isEmpty = total === 0 && narrowing(filters).length === 0 && !found.isPlaceholderData;
  return (
    <Page title={t("title")} lead={<Lead total={total} filters={filters} />} act={isEmpty ? undefined : <Export filters={filters} />}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {isEmpty ? (
        <Panel>
          <NothingYet />
        </Panel>
      ) : (
        <Stack gap="sm" ref={list}>
          <Views filters={filters} />
          <FilterBar />
          <Panel flush>
            <Box className={classes.list} data-waiting={found.isPlaceholderData || undefined} aria-busy={found.isFetching}>
              {found.isPending ? <Loading /> : <CustomerTable rows={pages.flatMap((page) => page.items)} empty={<NothingFound />} />}
            </Box>
          </Panel>
          <Foot shown={pages.reduce((sum, page) => sum + page.items.length, 0)} total={total} isLoading={found.isFetchingNextPage} onMore={found.hasNextPage ? more : undefined} />
        </Stack>
      )}
    </Page>
  );
}

/** One sentence: how many, which, in which order. */
function Lead({ total, filters }: { total: number | undefined; filters: Filters }) {
  const { t } = useTranslation("customers");
  const { number } = useFormats();
  const seesAll = useMay("totals.see");
  const which = useWhich(filters);
  if (total === undefined) return <Skeleton height={16} width={280} my={4} />;
  if (total === 0 && which.length === 0) return <span role="status">{t("lead.none")}</span>;
  const customers = t(seesAll ? "lead.customers" : "lead.own", { count: total, number: number(total) });
  const order = t(`lead.order.${orderOf(filters)}`);
  return (
    <span role="status">
      {which.length === 0 ? t("lead.all", { customers, order }) : t("lead.some", { customers, which: which.join(t("lead.join")), order })}
    </span>
  );
}

function useWhich(filters: Filters): string[] {
  const { t } = useTranslation("customers");
  const { country } = useWords();
  const facets = api.useQuery("get", "/api/v1/customers/facets");
  const owner = facets.data?.owners.find((facet) => facet.value === filters.owner)?.label ?? filters.owner ?? "";
  return narrowing(filters).map((word) => {
    const value = filters[word] ?? "";
    if (word === "q") return t("lead.q", { text: value });
    if (word === "owner") return t("lead.owner", { name: owner });
    return word === "country" ? country(value) : value;
  });
}

function Export({ filters }: { filters: Filters }) {
  const { t } = useTranslation("customers");
  const address = (kind: "csv" | "xlsx") => `/api/v1/customers.${kind}?${written(filters)}`;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={15} aria-hidden />}>
          {t("export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address("xlsx")} download>
          {t("export.xlsx")}
        </Menu.Item>
        <Menu.Item component="a" href={address("csv")} download>
          {t("export.csv")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Foot(props: { shown: number; total: number | undefined; isLoading: boolean; onMore: (() => void) | undefined }) {
  const { t } = useTranslation("customers");
  const { number } = useFormats();
  if (props.total === undefined || props.total === 0) return null;
  return (
    <Group justify="space-between" gap="sm" mih={36}>
      <Text size="sm" c="dimmed">
        {t("shown", { shown: number(props.shown), total: number(props.total) })}
        <Text span size="sm" visibleFrom="sm">
          {t("keys")}
        </Text>
      </Text>
      {props.onMore === undefined ? null : (
        <Button variant="default" loading={props.isLoading} onClick={props.onMore}>
          {t("more")}
        </Button>
      )}
    </Group>
  );
}

function Loading() {
  return (
    <Stack gap="md" p="lg">
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={22} />
      ))}
    </Stack>
  );
}

function NothingYet() {
  const { t } = useTranslation("customers");
  const mayImport = useMay("imports.run");
  return (
    <EmptyState
      icon={Building}
      title={t("empty.title")}
      text={t(mayImport ? "empty.text" : "empty.own")}
      {...(mayImport ? { act: { label: t("empty.act"), to: "/import" } } : {})}
    />
  );
}

function NothingFound() {
  const { t } = useTranslation("customers");
  return <EmptyState icon={SearchX} title={t("nothing.title")} text={t("nothing.text")} act={{ label: t("clear"), to: "/customers" }} />;
}
