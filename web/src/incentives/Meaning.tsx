// What rows of payments mean: what is refused with line, column, value and what to do; what each other row was matched with and makes payable.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Amount, DateText } from "../shared/values";
import classes from "./incentives.module.css";
import type { Preview, PreviewRow, Refused } from "./types";
import { useWords } from "./types";

/** Both tables, and the sums. */
export function Meaning({ preview }: { preview: Preview }) {
  return (
    <>
      {preview.refused.length === 0 ? null : <RefusedRows preview={preview} />}
      {preview.items.length === 0 ? null : <Fitting preview={preview} />}
    </>
  );
}

function RefusedRows({ preview }: { preview: Preview }) {
  const { t } = useTranslation("incentives");
  const columns: Column<Refused>[] = [
    { id: "line", header: t("payments.line"), align: "end", cell: (one) => one.line, sort: (one) => one.line },
    { id: "column", header: t("payments.column"), cell: (one) => one.column ?? "–", sort: (one) => one.column ?? "" },
    { id: "value", header: t("payments.value"), cell: (one) => one.value ?? "–", sort: (one) => one.value ?? "" },
    { id: "reason", header: t("payments.reason"), cell: (one) => <span className={classes.reason}>{one.reason}</span> },
  ];
  return (
    <>
      <DataTable label={t("payments.refused.label")} rows={preview.refused} columns={columns} rowKey={(one) => `${one.line} ${one.column ?? ""} ${one.reason}`} maxHeight={320} />
      <Left shown={preview.refused.length} all={preview.problems} />
    </>
  );
}

function Fitting({ preview }: { preview: Preview }) {
  const { t } = useTranslation("incentives");
  const words = useWords();
  const columns: Column<PreviewRow>[] = [
    { id: "line", header: t("payments.line"), align: "end", cell: (row) => row.line, sort: (row) => row.line },
    { id: "payment", header: t("payments.payment"), cell: (row) => row.event, sort: (row) => row.event },
    { id: "date", header: t("payments.date"), cell: (row) => <DateText value={row.date} />, sort: (row) => row.date },
    {
      id: "of", header: t("payments.of"), sort: (row) => row.unit,
      cell: (row) => (
        <>
          {row.of === null || row.of === undefined ? row.unit : words(row.of)}
          {row.movement === "invoice_paid" ? null : (
            <Text size="xs" c="dimmed" component="span" display="block">
              {row.movement}
            </Text>
          )}
        </>
      ),
    },
    { id: "amount", header: t("payments.amount"), align: "end", cell: (row) => (row.amount === null || row.amount === undefined ? t("payments.all") : <Amount value={{ amount: row.amount, currency: row.currency ?? "" }} detail="exact" />) },
    { id: "payable", header: t("payments.payable"), align: "end", cell: (row) => <Payable row={row} /> },
  ];
  return (
    <>
      <DataTable label={t("payments.fitting.label")} rows={preview.items} columns={columns} rowKey={(row) => row.event} maxHeight={420} />
      <Left shown={preview.items.length} all={preview.fitting} />
      <Text size="sm" px="1.25rem" py="0.75rem">
        {t("payments.sums", { paid: useSums(preview.paid), payable: useSums(preview.payable) })}
      </Text>
    </>
  );
}

function Payable({ row }: { row: PreviewRow }) {
  const words = useWords();
  if (row.payable.length === 0) return <span className={classes.reason}>{row.nothing === null || row.nothing === undefined ? "–" : words(row.nothing)}</span>;
  return (
    <>
      {row.payable.map((part) => (
        <span key={part.person.id} className={classes.part}>
          {part.person.name} <Amount value={{ amount: part.amount, currency: row.payable_currency ?? "" }} detail="exact" />
        </span>
      ))}
    </>
  );
}

function Left({ shown, all }: { shown: number; all: number }) {
  const { t } = useTranslation("incentives");
  return shown === all ? null : (
    <Text size="xs" c="dimmed" px="1.25rem" py="0.5rem">
      {t("payments.first", { shown, all })}
    </Text>
  );
}

/** Sums such as `3000.00 USD` as the reader writes them. */
function useSums(sums: string[]): string {
  const { amount } = useFormats();
  const one = (sum: string) => {
    const [value = "0", currency = "USD"] = sum.split(" ");
    return amount({ amount: value, currency }, "exact");
  };
  return sums.length === 0 ? "0" : sums.map(one).join(" + ");
}
