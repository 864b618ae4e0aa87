// The team: who earned what in a period, questions to answer, and periods to compute and close.
import { Anchor, Select, Skeleton, Text } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Amount } from "../shared/values";
import { Frame } from "./Frame";
import { Periods } from "./Periods";
import { Questions } from "./Questions";
import type { TeamRow } from "./types";

/** The page. */
export function Team() {
  const { t } = useTranslation("incentives");
  const { month } = useFormats();
  const [period, setPeriod] = useState<string | undefined>(undefined);
  const overview = api.useQuery("get", "/api/v1/incentives");
  const query = period === undefined ? {} : { period };
  const team = api.useQuery("get", "/api/v1/incentives/team", { params: { query } }, { placeholderData: keepPreviousData });
  const periods = overview.data?.periods ?? [];
  const choice = team.data === undefined || periods.length === 0 ? undefined : (
    <Select
      aria-label={t("period")} size="xs" w={170} allowDeselect={false} value={team.data.period} onChange={(next) => setPeriod(next ?? undefined)}
      data={[...new Set([team.data.period, ...periods.map((one) => one.period)])].sort().reverse().map((value) => ({ value, label: month(value) }))}
    />
  );
  return (
    <Frame at="team">
      <ProblemAlert error={overview.error ?? team.error} onRetry={() => void Promise.all([overview.refetch(), team.refetch()])} />
      <Panel title={t("team")} lead={team.data === undefined ? undefined : t(`team.lead.${team.data.scope}` as "team.lead.own")} act={choice} flush>
        {team.data === undefined ? (
          team.isPending ? <Skeleton height={260} m="md" /> : null
        ) : (
          <People rows={team.data.people} />
        )}
      </Panel>
      <Questions />
      {overview.data === undefined || overview.data.open === null || overview.data.open === undefined ? null : <Periods overview={overview.data} />}
    </Frame>
  );
}

function People({ rows }: { rows: TeamRow[] }) {
  const { t } = useTranslation("incentives");
  const money = (id: "earned" | "payable" | "awaiting_payment" | "held" | "expected"): Column<TeamRow> => ({
    id, header: t(`column.${id}`), align: "end", cell: (row) => <Amount value={{ amount: row[id], currency: row.currency }} detail="exact" />, sort: (row) => ({ decimal: row[id] }),
  });
  const columns: Column<TeamRow>[] = [
    {
      id: "person", header: t("column.person"), sort: (row) => row.person.name,
      cell: (row) => (
        <>
          <Anchor component={Link} to="/incentives/people/$person" params={{ person: row.person.id } as never} size="sm">
            {row.person.name}
          </Anchor>
          {row.role === null || row.role === undefined ? null : (
            <Text size="xs" c="dimmed" component="span" display="block">
              {t(`role.${row.role}` as "role.hunter", { defaultValue: row.role })}
            </Text>
          )}
        </>
      ),
    },
    money("earned"), money("payable"), money("held"), money("awaiting_payment"), money("expected"),
    { id: "lines", header: t("column.lines"), align: "end", cell: (row) => row.lines, sort: (row) => row.lines },
    { id: "open", header: t("column.questions"), align: "end", cell: (row) => (row.open_questions === 0 ? "–" : row.open_questions), sort: (row) => row.open_questions },
  ];
  return (
    <DataTable
      label={t("team")} rows={rows} columns={columns} rowKey={(row) => `${row.person.id} ${row.currency}`} start={{ by: "earned", descending: true }} maxHeight={460}
      empty={<Text size="sm" c="dimmed" px="1.25rem" pb="1.25rem">{t("team.empty")}</Text>}
    />
  );
}
