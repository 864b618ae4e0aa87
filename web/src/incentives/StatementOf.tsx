// A statement with its period to choose, as files and on paper.
import { Button, Group, Select, Skeleton } from "@mantine/core";
import Download from "lucide-react/icons/download";
import Printer from "lucide-react/icons/printer";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./incentives.module.css";
import { StatementView } from "./StatementView";
import type { Statement } from "./types";

/** The statement of a person; absent: the reader. */
export function StatementOf({ person }: { person?: string }) {
  const { t } = useTranslation("incentives");
  const { month } = useFormats();
  const [period, setPeriod] = useState<string | undefined>(undefined);
  const query = { ...(person === undefined ? {} : { person }), ...(period === undefined ? {} : { period }) };
  const found = api.useQuery("get", "/api/v1/incentives/statement", { params: { query } }, { placeholderData: keepPreviousData });
  const statement = found.data as unknown as Statement | undefined;
  if (statement === undefined) {
    return (
      <>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      </>
    );
  }
  const search = new URLSearchParams({ person: statement.person.id, period: statement.period }).toString();
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      <Group justify="space-between" align="flex-end" className={classes.controls}>
        <Select
          label={t("period")} size="sm" w={230} allowDeselect={false} comboboxProps={{ withinPortal: true }}
          value={statement.period} onChange={(next) => setPeriod(next ?? undefined)}
          data={statement.periods.map((value, at) => ({ value, label: at === 0 && statement.periods.length > 1 ? t("period.open", { month: month(value) }) : month(value) }))}
        />
        <Group gap="xs">
          <Button component="a" href={`/api/v1/incentives/statement.csv?${search}`} variant="default" size="xs" leftSection={<Download size={14} aria-hidden />}>
            CSV
          </Button>
          <Button component="a" href={`/api/v1/incentives/statement.xlsx?${search}`} variant="default" size="xs" leftSection={<Download size={14} aria-hidden />}>
            XLSX
          </Button>
          <Button variant="default" size="xs" leftSection={<Printer size={14} aria-hidden />} onClick={() => window.print()}>
            {t("print")}
          </Button>
        </Group>
      </Group>
      <StatementView statement={statement} />
    </>
  );
}
