// What could not be read: where it is, what it is, what to do about it.
import { Button, Group, Text } from "@mantine/core";
import Download from "lucide-react/icons/download";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { csvText, download } from "../shared/csv";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useSaid } from "./said";

type Row = Wire["ProblemRow"];

const STEP = 100;

/** The problems of the last run or dry run; nothing where there are none. */
export function Problems({ run }: { run: Wire["Import"] }) {
  const { t } = useTranslation("imports");
  const { number } = useFormats();
  const [shown, setShown] = useState(STEP);
  const found = api.useQuery("get", "/api/v1/imports/{id}/problems", { params: { path: { id: run.id } } }, { staleTime: 0 });
  const columns = useColumns();
  if (found.isError) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  const rows = found.data?.items ?? [];
  if (rows.length === 0) return null;
  const save = () => download("problems.csv", csvText(columns.map(({ id, header }) => ({ header, text: (row: Row) => String(row[id as keyof Row]) })), rows));
  return (
    <Panel
      title={t("problems", { count: rows.length, number: number(rows.length) })}
      lead={t("problems.lead")}
      act={
        <Button size="xs" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={save}>
          {t("problems.download")}
        </Button>
      }
      flush
    >
      <DataTable label={t("problems.lead")} rows={rows.slice(0, shown)} columns={columns} rowKey={(row) => JSON.stringify(row)} maxHeight={520} />
      {shown >= rows.length ? null : (
        <Group p="md" gap="sm">
          <Button size="xs" variant="default" onClick={() => setShown(shown + STEP)}>
            {t("problems.more")}
          </Button>
          <Text size="xs" c="dimmed">
            {t("problems.shown", { shown: number(shown), all: number(rows.length) })}
          </Text>
        </Group>
      )}
    </Panel>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation("imports");
  const said = useSaid();
  return [
    { id: "file", header: t("file"), cell: (row) => row.file, sort: (row) => row.file },
    { id: "line", header: t("line"), align: "end", cell: (row) => row.line, sort: (row) => row.line },
    { id: "column", header: t("column"), cell: (row) => row.column, sort: (row) => row.column },
    { id: "value", header: t("value"), cell: (row) => <code>{row.value}</code>, sort: (row) => row.value },
    { id: "problem", header: t("problem"), cell: (row) => said(row.problem), sort: (row) => row.problem },
    { id: "advice", header: t("advice"), cell: (row) => said(row.advice) },
  ];
}
