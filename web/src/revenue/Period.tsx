// Which months are shown, and in which currency; kept in the address.
import { Group, SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { type ArrMonth, MONTHS, useWords } from "./query";

/** The pickers. `shown` are the months that the server answered with. */
export function Period({ all, shown, currencies, total }: { all: readonly ArrMonth[]; shown: readonly ArrMonth[]; currencies: string[]; total: string }) {
  const { t } = useTranslation("revenue");
  const { month } = useFormats();
  const { change, last, isAll, currency } = useWords();
  const months = all.map((row) => ({ value: row.month, label: month(row.month) })).reverse();
  const first = shown[0]?.month ?? null;
  const end = shown.at(-1)?.month ?? null;
  const set = (from: string | null, to: string | null) => {
    if (from !== null && to !== null && from <= to) change({ months: undefined, from, to, month: undefined });
  };
  return (
    <Group gap="sm">
      <SegmentedControl
        size="sm" aria-label={t("period")} value={isAll ? "all" : String(last ?? "")}
        onChange={(value) => change({ months: value === "all" ? undefined : value, from: undefined, to: undefined, month: undefined })}
        data={[...MONTHS.map((count) => ({ value: String(count), label: t("period.months", { count }) })), { value: "all", label: t("period.all") }]}
      />
      <Group gap="xs" wrap="nowrap">
        <Select size="sm" w={130} aria-label={t("period.from")} data={months} value={first} onChange={(value) => set(value, end)} allowDeselect={false} searchable />
        <span aria-hidden>–</span>
        <Select size="sm" w={130} aria-label={t("period.to")} data={months} value={end} onChange={(value) => set(first, value)} allowDeselect={false} searchable />
      </Group>
      {currencies.length < 2 ? null : (
        <Select
          size="sm" w={190} aria-label={t("currency")} value={currency ?? ""} allowDeselect={false}
          onChange={(value) => change({ currency: value === "" ? undefined : (value ?? undefined), by: undefined })}
          data={[{ value: "", label: t("currency.all", { currency: total }) }, ...currencies.map((code) => ({ value: code, label: t("currency.only", { currency: code }) }))]}
        />
      )}
    </Group>
  );
}
