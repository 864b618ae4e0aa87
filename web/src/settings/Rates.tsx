// Exchange rates: what is known, and more by pasting or from a file.
import { Button, FileButton, Group, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { DateText } from "../shared/values";
import { useMe } from "../shell/useMe";
import { readRates } from "./rates";

type Rate = Wire["RateView"];

/** The rates. */
export function Rates() {
  const { t } = useTranslation("settings");
  const { company } = useMe();
  const found = api.useQuery("get", "/api/v1/rates");
  const rates = found.data?.items ?? [];
  const columns: Column<Rate>[] = [
    { id: "currency", header: t("rates.currency"), cell: (rate) => rate.currency, sort: (rate) => rate.currency },
    { id: "date", header: t("rates.date"), cell: (rate) => <DateText value={rate.date} />, sort: (rate) => rate.date },
    { id: "rate", header: t("rates.rate", { currency: company.currency }), align: "end", cell: (rate) => rate.rate, sort: (rate) => ({ decimal: rate.rate }) },
  ];
  return (
    <Panel title={t("rates")} lead={found.isSuccess && rates.length === 0 ? t("rates.none", { currency: company.currency }) : t("rates.lead", { currency: company.currency })}>
      <Stack gap="md">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending ? <Skeleton height={90} /> : null}
        {rates.length === 0 ? null : (
          <DataTable label={t("rates")} rows={rates} columns={columns} rowKey={(rate) => `${rate.currency} ${rate.date}`} maxHeight={280} start={{ by: "currency", descending: false }} />
        )}
        <AddRates />
      </Stack>
    </Panel>
  );
}

function AddRates() {
  const { t } = useTranslation("settings");
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const { rates, wrong } = readRates(text);
  const add = api.useMutation("put", "/api/v1/rates", {
    onSuccess: async () => {
      toastDone(t("rates.added", { count: rates.length }));
      setText("");
      await queries.invalidateQueries();
    },
  });
  const load = (file: File | null) => {
    if (file !== null) void file.text().then(setText);
  };
  return (
    <Stack gap="sm">
      <ProblemAlert error={add.error} />
      <Textarea
        label={t("rates.paste")} description={t("rates.paste.help")} value={text} autosize minRows={3} maxRows={10}
        placeholder={"EUR,2026-01-01,1.08\nTWD,2026-01-01,0.0312"} styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {wrong.length === 0 ? null : (
        <Text size="sm" role="status" c="var(--mantine-color-error)">
          {t("rates.wrong", { line: wrong[0]?.line ?? 0, text: wrong[0]?.text ?? "", count: wrong.length })}
        </Text>
      )}
      <Group gap="xs">
        <Button onClick={() => add.mutate({ body: rates })} disabled={rates.length === 0 || wrong.length > 0} loading={add.isPending}>
          {rates.length === 0 ? t("rates.add") : t("rates.add.some", { count: rates.length })}
        </Button>
        <FileButton onChange={load} accept=".csv,.tsv,.txt" inputProps={{ "aria-label": t("rates.file") }}>
          {(props) => (
            <Button {...props} variant="default">
              {t("rates.file")}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}
