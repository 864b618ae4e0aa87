// Earlier imports: when, from where, what came of it.
import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { DateText } from "../shared/values";
import { StateBadge } from "./StateBadge";
import { isGoingOn, sourceName } from "./words";

type Import = Wire["Import"];

/** The list; nothing where there was none. */
export function Earlier() {
  const { t } = useTranslation("imports");
  const found = api.useQuery("get", "/api/v1/imports", {}, {
    refetchInterval: (query) => (query.state.data?.items.some((run) => isGoingOn(run.state)) ? 1_500 : false),
    staleTime: 0,
  });
  const columns = useColumns();
  if (found.isError) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  const runs = found.data?.items ?? [];
  return runs.length === 0 ? null : (
    <Panel title={t("earlier")} flush>
      <DataTable label={t("earlier")} rows={runs} columns={columns} rowKey={(run) => run.id} />
    </Panel>
  );
}

function useColumns(): Column<Import>[] {
  const { t } = useTranslation("imports");
  const { list, number } = useFormats();
  const count = (run: Import, kind: "created" | "updated" | "failed") =>
    run.report === null || run.report === undefined || run.report.dry_run ? "–" : number(run.report.objects.reduce((sum, row) => sum + row[kind], 0));
  return [
    {
      id: "files",
      header: t("files"),
      cell: (run) => (
        <Anchor component={Link} to={`/import/${run.id}`} fw={550} size="sm">
          {run.files.length > 3 ? t("files.many", { first: run.files[0]?.name ?? "", count: run.files.length - 1 }) : list(run.files.map((file) => file.name))}
        </Anchor>
      ),
    },
    { id: "source", header: t("source"), cell: (run) => sourceName(run.source.name), sort: (run) => run.source.name },
    { id: "created", header: t("started"), cell: (run) => <DateText value={run.created} />, sort: (run) => run.created },
    { id: "by", header: t("by"), cell: (run) => run.by ?? "–", sort: (run) => run.by },
    { id: "made", header: t("count.created"), align: "end", cell: (run) => count(run, "created") },
    { id: "updated", header: t("count.updated"), align: "end", cell: (run) => count(run, "updated") },
    { id: "failed", header: t("count.failed"), align: "end", cell: (run) => count(run, "failed") },
    { id: "state", header: t("state"), cell: (run) => <StateBadge state={run.state} />, sort: (run) => run.state },
  ];
}
