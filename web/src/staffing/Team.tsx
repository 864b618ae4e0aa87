// The people whom one leads: competencies as squares, readiness, learning, who begins contacts, wishes.
import { Anchor, Select, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import UserCheck from "lucide-react/icons/user-check";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { ReadyBadge } from "./CompetenciesPanel";
import { Frame } from "./Frame";
import classes from "./staffing.module.css";
import { type Role, type TeamRow, ROLES, useRoles, useWords } from "./types";
import { SharePicture } from "./YearPanel";

const FILTERS = ["all", "not_ready", "unknown", "late"] as const;
type Filter = (typeof FILTERS)[number];

function fits(row: TeamRow, filter: Filter): boolean {
  if (filter === "late") return (row.learning[1] ?? 0) > 0;
  if (filter === "not_ready") return row.roles.some(({ ready }) => ready === false);
  return filter === "all" || row.roles.some(({ ready }) => ready === null || ready === undefined);
}

/** The page. */
export function Team() {
  const { t } = useTranslation("staffing");
  const [filter, setFilter] = useState<Filter>("all");
  const found = api.useQuery("get", "/api/v1/staffing/team");
  const people = found.data?.people as unknown as TeamRow[] | undefined;
  const choice = (
    <Select
      aria-label={t("team.filter")} size="xs" w={190} allowDeselect={false} value={filter} onChange={(next) => setFilter((next ?? "all") as Filter)}
      data={FILTERS.map((value) => ({ value, label: t(`team.filter.${value}`) }))}
    />
  );
  return (
    <Frame at="team">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      {people === undefined ? null : people.length === 0 ? (
        <Panel>
          <EmptyState icon={UserCheck} title={t("team.empty")} text={t("team.empty.text")} act={{ label: t("team.empty.act"), to: "/staffing" }} />
        </Panel>
      ) : (
        <Panel title={t("team")} lead={t("team.lead")} act={choice} flush>
          <Grid rows={people.filter((row) => fits(row, filter))} />
        </Panel>
      )}
    </Frame>
  );
}

function Grid({ rows }: { rows: TeamRow[] }) {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  const roles = useRoles();
  const columns: Column<TeamRow>[] = [
    {
      id: "name", header: t("team.name"), sort: (row) => row.seller.name,
      cell: (row) => (
        <>
          <Anchor component={Link} to="/staffing/people/$person" params={{ person: row.seller.id } as never} size="sm">
            {row.seller.name}
          </Anchor>
          <Text size="xs" c="dimmed" component="span" display="block">
            {[roles(row.role), row.team ?? ""].filter(Boolean).join(" · ")}
          </Text>
        </>
      ),
    },
    { id: "competencies", header: t("team.competencies"), cell: (row) => row.roles.map((role) => <Squares key={role.role} role={role} named={row.roles.length > 1} />) },
    {
      id: "ready", header: t("team.ready"), sort: (row) => (row.roles.some(({ ready }) => ready === true) ? 2 : row.roles.some(({ ready }) => ready === false) ? 1 : 0),
      cell: (row) => row.roles.map((role) => (
        <div key={role.role}>
          {row.roles.length > 1 ? <Text size="xs" c="dimmed" component="span">{roles(role.role)} </Text> : null}
          <ReadyBadge ready={role.ready} />
        </div>
      )),
    },
    {
      id: "learning", header: t("team.learning"), sort: (row) => row.learning[1] ?? 0,
      cell: (row) => <Plan learning={row.learning} />,
    },
    { id: "proactive", header: t("team.proactive"), sort: (row) => row.proactive?.bp, cell: (row) => <SharePicture share={row.proactive ?? undefined} /> },
    {
      id: "wish", header: t("team.wish"),
      cell: (row) => ROLES.filter((role) => row.wishes[role] === "want").map(roles).join(", ") || "–",
    },
  ];
  function Plan({ learning: [open = 0, late = 0, done = 0] }: { learning: number[] }) {
    if (open + late + done === 0) return <Text size="sm" c="dimmed">{t("team.learning.none")}</Text>;
    return (
      <>
        <Text size="sm">{t("team.learning.told", { open: number(open), done: number(done) })}</Text>
        {late === 0 ? null : <Text size="xs" className={classes.caution ?? ""}>{t("team.late", { number: number(late) })}</Text>}
      </>
    );
  }
  return (
    <DataTable
      label={t("team")} rows={rows} columns={columns} rowKey={(row) => row.seller.id} start={{ by: "name", descending: false }} maxHeight={720}
      empty={<Text size="sm" c="dimmed" px="1.25rem" pb="1.25rem">{t("team.filter.none")}</Text>}
    />
  );
}

function Squares({ role, named }: { role: Role; named: boolean }) {
  const { t } = useTranslation("staffing");
  const roles = useRoles();
  const words = useWords();
  return (
    <>
      {named ? <Text size="xs" c="dimmed">{roles(role.role)}</Text> : null}
      <ul className={classes.squares} aria-label={`${t("team.competencies")}: ${roles(role.role)}`}>
        {role.standings.map((one) => {
          const name = words(one.title);
          const level = one.level ?? undefined;
          const said = level === undefined ? t("team.square.none", { name }) : t("team.square.there", { name, level, needed: one.needed });
          return (
            <li key={one.competency} className={classes.square} data-state={level === undefined ? "none" : one.gap > 0 ? "below" : "there"} data-critical={one.critical ? "" : undefined} title={said}>
              <span className={classes.hidden}>{said}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
