// What waits for customers' payments, found by name, paid one by one or filled in as a file.
import { Button, Group, Modal, NumberInput, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import Download from "lucide-react/icons/download";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, client } from "../api/client";
import { download } from "../shared/csv";
import { type Column, DataTable } from "../shared/DataTable";
import { today, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastProblem } from "../shared/toast";
import { Amount, DateText } from "../shared/values";
import { type Chosen, paymentRows } from "./chosen";
import classes from "./incentives.module.css";
import type { UnpaidEvent } from "./types";
import { useWords } from "./types";

const QUIET_MS = 250;
const PAGE_ROWS = 50;
const FILE_PAGE_ROWS = 500;

/** The list; `onPay` gets a payment as a row. */
export function Unpaid({ onPay }: { onPay: (chosen: Chosen) => void }) {
  const { t } = useTranslation("incentives");
  const { number } = useFormats();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text, QUIET_MS);
  const [paying, setPaying] = useState<UnpaidEvent | undefined>(undefined);
  const query = { limit: PAGE_ROWS, ...(asked === "" ? {} : { text: asked }) };
  const found = api.useInfiniteQuery("get", "/api/v1/incentives/payments", { params: { query } }, {
    pageParamName: "after",
    initialPageParam: "0",
    getNextPageParam: (page: { next?: string | null }) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.items) as unknown as UnpaidEvent[];
  const total = pages[0]?.total ?? 0;
  return (
    <Panel title={t("unpaid")} lead={t("unpaid.lead", { count: total, number: number(total) })} act={total === 0 ? undefined : <Fill />} flush>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      <TextInput type="search" size="xs" maw={320} mx="1.25rem" mb="sm" aria-label={t("unpaid.search")} placeholder={t("unpaid.search")} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {found.isPending ? <Skeleton height={160} m="md" /> : <Events rows={rows} onPay={setPaying} />}
      {found.hasNextPage ? (
        <Group justify="center" py="sm">
          <Button size="xs" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("more", { shown: number(rows.length), all: number(total) })}
          </Button>
        </Group>
      ) : null}
      {paying === undefined ? null : <PayOne event={paying} onClose={() => setPaying(undefined)} onPay={onPay} />}
    </Panel>
  );
}

function Events({ rows, onPay }: { rows: UnpaidEvent[]; onPay: (event: UnpaidEvent) => void }) {
  const { t } = useTranslation("incentives");
  const words = useWords();
  const columns: Column<UnpaidEvent>[] = [
    { id: "what", header: t("payments.of"), cell: (one) => words(one.what), sort: (one) => one.unit },
    { id: "date", header: t("payments.date"), cell: (one) => <DateText value={one.date} />, sort: (one) => one.date },
    { id: "open", header: t("unpaid.open"), align: "end", cell: (one) => <Amount value={one.open === null || one.open === undefined ? undefined : { amount: one.open, currency: one.currency ?? "" }} detail="exact" />, sort: (one) => ({ decimal: one.open ?? "0" }) },
    {
      id: "waits", header: t("unpaid.waits"), align: "end",
      cell: (one) => one.waits.map((waits) => (
        <span key={`${waits.person.id} ${waits.currency}`} className={classes.part}>
          {waits.person.name} <Amount value={waits} detail="exact" />
        </span>
      )),
    },
    {
      id: "act", header: t("unpaid.act"), bare: true, align: "end",
      cell: (one) => (
        <Button size="compact-xs" variant="default" aria-label={t("unpaid.pay.about", { what: words(one.what) })} onClick={() => onPay(one)}>
          {t("unpaid.pay")}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      label={t("unpaid")} rows={rows} columns={columns} rowKey={(one) => one.event} maxHeight={460}
      empty={<Text size="sm" c="dimmed" px="1.25rem" pb="1.25rem">{t("unpaid.empty")}</Text>}
    />
  );
}

/** One payment, which becomes a row that is looked at like a file. */
function PayOne({ event, onClose, onPay }: { event: UnpaidEvent; onClose: () => void; onPay: (chosen: Chosen) => void }) {
  const { t } = useTranslation("incentives");
  const shared = useTranslation().t;
  const words = useWords();
  const [payment, setPayment] = useState("");
  const [date, setDate] = useState(today);
  const [amount, setAmount] = useState<string | number>(event.open ?? "");
  const currency = event.currency ?? "";
  const look = () => {
    const of = event.event;
    onPay({ name: payment, rows: paymentRows([{ payment, date, unit: event.unit_id, amount: String(amount), currency, of }]) });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t("unpaid.pay.title")} closeButtonProps={{ "aria-label": shared("close") }} centered>
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          look();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{words(event.what)}</Text>
          <TextInput label={t("payments.payment")} description={t("payments.payment.note")} required value={payment} onChange={(change) => setPayment(change.currentTarget.value)} />
          <TextInput type="date" label={t("payments.paid_on")} required value={date} onChange={(change) => setDate(change.currentTarget.value)} />
          <NumberInput label={t("payments.amount_in", { currency })} description={t("payments.amount.note")} min={0} value={amount} onChange={setAmount} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shared("cancel")}
            </Button>
            <Button type="submit">{t("unpaid.pay.look")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** All that waits as a file in which only the number and the day of each payment are missing. */
function Fill() {
  const { t } = useTranslation("incentives");
  const make = async () => {
    try {
      download("payments.csv", paymentRows((await everything()).map((one) => ({ payment: "", date: "", unit: one.unit_id, amount: one.open ?? "", currency: one.currency ?? "", of: one.event }))));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <Button size="xs" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={() => void make()}>
      {t("unpaid.fill")}
    </Button>
  );
}

async function everything(): Promise<UnpaidEvent[]> {
  const all: UnpaidEvent[] = [];
  let after: string | undefined = "0";
  while (after !== undefined) {
    const query: { limit: number; after: string } = { limit: FILE_PAGE_ROWS, after };
    const { data } = await client.GET("/api/v1/incentives/payments", { params: { query } });
    all.push(...((data?.items ?? []) as unknown as UnpaidEvent[]));
    after = data?.next ?? undefined;
  }
  return all;
}
