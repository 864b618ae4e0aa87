// Search, filters with how many customers each value has, and the order.
import { Box, Button, Collapse, Group, Select, Text } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import classes from "./customers.module.css";
import { narrowing, type Order, orderOf, orders, useCustomerFilters } from "./filters";
import { SearchBox } from "./SearchBox";
import { useWords } from "./words";

type Facet = Wire["Facet"];

/** The bar above the list. */
export function FilterBar() {
  const { t } = useTranslation("customers");
  const [filters, change] = useCustomerFilters();
  const [isOpen, { toggle }] = useDisclosure(false);
  const isPhone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const id = useId();
  const chosen = narrowing(filters).filter((word) => word !== "q").length;
  const choices = <Choices />;
  return (
    <Box role="search" aria-label={t("filters")}>
      <Box className={classes.bar}>
        <SearchBox value={filters.q ?? ""} onChange={(q) => change({ q })} />
        {isPhone ? (
          <Button variant="default" onClick={toggle} aria-expanded={isOpen} aria-controls={id} leftSection={<SlidersHorizontal size={16} aria-hidden />}>
            {chosen === 0 ? t("filters") : t("filters.chosen", { number: chosen })}
          </Button>
        ) : (
          choices
        )}
      </Box>
      {isPhone ? (
        <Collapse expanded={isOpen} id={id}>
          <Box className={classes.choices}>{choices}</Box>
        </Collapse>
      ) : null}
    </Box>
  );
}

function Choices() {
  const { t } = useTranslation("customers");
  const [filters, change] = useCustomerFilters();
  const facets = api.useQuery("get", "/api/v1/customers/facets");
  const { country } = useWords();
  return (
    <>
      <Choice name={t("segment")} facets={facets.data?.segments} value={filters.segment} onChange={(segment) => change({ segment })} />
      <Choice name={t("industry")} facets={facets.data?.industries} value={filters.industry} onChange={(industry) => change({ industry })} />
      <Choice name={t("country")} facets={facets.data?.countries} value={filters.country} write={country} onChange={(to) => change({ country: to })} />
      <Choice name={t("owner")} facets={facets.data?.owners} value={filters.owner} onChange={(owner) => change({ owner })} />
      <Select
        aria-label={t("order")}
        className={classes.order}
        value={orderOf(filters)}
        onChange={(sort) => change({ sort: sort ?? undefined })}
        data={orders.map((order: Order) => ({ value: order, label: t(`order.${order}`) }))}
        allowDeselect={false}
      />
    </>
  );
}

/** One filter. Values that nobody has any more stay choosable while they are chosen. */
function Choice(props: { name: string; facets: Facet[] | undefined; value: string | undefined; write?: (value: string) => string; onChange: (value: string | undefined) => void }) {
  const { t } = useTranslation("customers");
  const { number } = useFormats();
  const value = props.value === "" ? undefined : props.value;
  const known = props.facets ?? [];
  const facets = value === undefined || known.some((facet) => facet.value === value) ? known : [...known, { value, count: 0 }];
  if (facets.length === 0) return null;
  const counts = new Map(facets.map((facet) => [facet.value, facet.count]));
  const write = (facet: Facet) => facet.label ?? (props.write ?? String)(facet.value);
  return (
    <Select
      aria-label={props.name}
      placeholder={props.name}
      className={classes.choice}
      data-chosen={value === undefined ? undefined : true}
      value={value ?? null}
      onChange={(next) => props.onChange(next ?? undefined)}
      data={facets.map((facet) => ({ value: facet.value, label: write(facet) }))}
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" flex={1} gap="sm">
          <span>{option.label}</span>
          <Text span size="xs" c="dimmed" className="figures">
            {number(counts.get(option.value) ?? 0)}
          </Text>
        </Group>
      )}
      clearable
      clearButtonProps={{ "aria-label": t("filter.clear", { name: props.name }) }}
      searchable={facets.length > 8}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
      nothingFoundMessage={t("nothing.title")}
      maxDropdownHeight={320}
    />
  );
}
