// The columns of tables of months; the month's name takes the month apart, also by keyboard.
import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CsvColumn } from "../shared/csv";
import type { Column } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Amount, Month } from "../shared/values";
import { type ArrMonth, MOVEMENTS, useWords } from "./query";

/** Start, movements, end: what adds up, in this order. */
export const PARTS = ["start", ...MOVEMENTS, "end"] as const;

function isMovement(part: (typeof PARTS)[number]): boolean {
  return part !== "start" && part !== "end";
}

/** The name of each part. */
export function usePartName(): (part: (typeof PARTS)[number]) => string {
  const { t } = useTranslation("revenue");
  const shared = useTranslation().t;
  return (part) => (part === "start" || part === "end" ? t(part === "start" ? "start" : "end") : shared(`movement.${part}`));
}

/** The amounts of a row that is, or has, a month. */
export function usePartColumns<Row>(of: (row: Row) => ArrMonth): Column<Row>[] {
  const name = usePartName();
  return PARTS.map((part) => ({
    id: part,
    header: name(part),
    align: "end",
    // Zeros would hide the few amounts that moved.
    cell: (row) => (isMovement(part) && Number(of(row)[part].amount) === 0 ? <Text span size="sm" c="dimmed">–</Text> : <Amount value={of(row)[part]} />),
    sort: (row) => ({ decimal: of(row)[part].amount }),
  }));
}

/** A month and its parts. */
export function useMonthColumns(): Column<ArrMonth>[] {
  const { t } = useTranslation("revenue");
  const { change } = useWords();
  const { month } = useFormats();
  const parts = usePartColumns<ArrMonth>((row) => row);
  const open = (month: string) => {
    change({ month });
    document.getElementById("apart")?.scrollIntoView({ block: "start" });
  };
  const name: Column<ArrMonth> = {
    id: "month",
    header: t("month"),
    sort: (row) => row.month,
    cell: (row) => (
      <Anchor component="button" type="button" size="sm" onClick={() => open(row.month)} aria-label={t("apart.open", { month: month(row.month) })}>
        <Month value={row.month} />
      </Anchor>
    ),
  };
  return [name, ...parts];
}

/** The same for files: amounts as the server wrote them, the currency beside them. */
export function usePartCsv<Row>(of: (row: Row) => ArrMonth): CsvColumn<Row>[] {
  return [
    ...PARTS.map((part): CsvColumn<Row> => ({ header: part, text: (row) => of(row)[part].amount })),
    { header: "currency", text: (row) => of(row).end.currency },
  ];
}
