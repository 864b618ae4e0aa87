// What came of an import or a dry run, per file.
import { List, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { useSaid } from "./said";
import { useObjectName } from "./words";

type Row = Wire["ReportRow"];

const COUNTS = ["read", "created", "updated", "unchanged", "failed"] as const;

/** The counts; nothing before there are any. */
export function Outcome({ run }: { run: Wire["Import"] }) {
  const { t } = useTranslation("imports");
  const said = useSaid();
  const { number } = useFormats();
  const object = useObjectName();
  const report = run.report;
  if (report === null || report === undefined) return null;
  const sum = (kind: (typeof COUNTS)[number]) => report.objects.reduce((total, row) => total + row[kind], 0);
  const columns: Column<Row>[] = [
    { id: "file", header: t("file"), cell: (row) => row.file, sort: (row) => row.file },
    { id: "object", header: t("object"), cell: (row) => object(row.object), sort: (row) => row.object },
    ...COUNTS.map(
      (kind): Column<Row> => ({
        id: kind,
        header: t(`count.${kind}`),
        align: "end",
        cell: (row) => (kind === "failed" && row.failed > 0 ? <strong>{number(row.failed)}</strong> : number(row[kind])),
        sort: (row) => row[kind],
      }),
    ),
  ];
  const values = { read: number(sum("read")), created: number(sum("created")), updated: number(sum("updated")), unchanged: number(sum("unchanged")), failed: number(sum("failed")) };
  return (
    <Panel title={t(report.dry_run ? "outcome.dry" : "outcome.run")} lead={t(report.dry_run ? "outcome.dry.lead" : "outcome.run.lead", values)} flush>
      <DataTable label={t(report.dry_run ? "outcome.dry" : "outcome.run")} rows={report.objects} columns={columns} rowKey={(row) => `${row.file} ${row.object}`} />
      {report.notes.length === 0 ? null : (
        <Stack gap={4} px={{ base: 16, sm: 20 }} py="md">
          <Text size="sm" fw={550}>
            {t("notes")}
          </Text>
          <List size="sm" spacing={2}>
            {report.notes.map((note) => (
              <List.Item key={note}>{said(note)}</List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Panel>
  );
}
