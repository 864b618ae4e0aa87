// What GRR and NRR are counted from, so that they can be checked by hand and compared with others'.
import { Anchor, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { type Amount as Money, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Amount, Percent } from "../shared/values";
import { useMay } from "../shell/useMe";

interface Row {
  id: "start" | "kept" | "end";
  amount: Money;
  share: number | null | undefined;
}

/** The arithmetic. */
export function Retention({ arr }: { arr: Wire["Arr"] }) {
  const { t } = useTranslation("revenue");
  const { date } = useFormats();
  const maySet = useMay("settings.write");
  const { cohort } = arr;
  const values = { count: cohort.units, from: date(cohort.from), to: date(cohort.to) };
  const rows: Row[] = [
    { id: "start", amount: cohort.start, share: cohort.units === 0 ? undefined : 100 },
    { id: "kept", amount: cohort.kept, share: arr.grr.value },
    { id: "end", amount: cohort.end, share: arr.nrr.value },
  ];
  const columns: Column<Row>[] = [
    { id: "what", header: t("retention.what"), cell: (row) => t(`retention.${row.id}`, values) },
    { id: "amount", header: t("retention.amount"), align: "end", cell: (row) => <Amount value={row.amount} /> },
    { id: "share", header: t("retention.share"), align: "end", cell: (row) => <Percent value={row.share} digits={2} /> },
  ];
  return (
    <Panel title={t("retention")} lead={cohort.units === 0 ? t("retention.empty", values) : t("retention.lead", values)} flush>
      {cohort.units === 0 ? null : <DataTable label={t("retention.label")} rows={rows} columns={columns} rowKey={(row) => row.id} />}
      <Stack gap={6} px="lg" py="md">
        <Text size="sm" c="dimmed">
          {t(cohort.reactivation_counts ? "retention.back" : "retention.not_back")}{" "}
          {maySet ? (
            <Anchor component={Link} to="/settings" size="sm" underline="always">
              {t("retention.change")}
            </Anchor>
          ) : null}
        </Text>
        <Text size="sm" c="dimmed">
          {t("rates", { currency: arr.currency, date: date(arr.rates_as_of ?? "") })}
        </Text>
      </Stack>
    </Panel>
  );
}
