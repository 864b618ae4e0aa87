// Scenarios and what was found out about them: choose some, compare or search, watch, read the answer.
import { Anchor, Badge, Button, Checkbox, Group, NumberInput, Progress, Skeleton, Text } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import Split from "lucide-react/icons/split";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { Opened } from "../interventions/Opened";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useBegin } from "./begin";
import classes from "./designs.module.css";
import { Frame } from "./Frame";
import { ScenarioForm } from "./ScenarioForm";
import { ThePlan } from "./ThePlan";
import { type Designs, type Scenario, scenariosOf, type StudyShort } from "./types";
import { isOneRole, useDesignWords } from "./words";

const LOOK_MS = 1_500;

/** The page. */
export function Decide() {
  const { t } = useTranslation("designs");
  const [edited, setEdited] = useState<Scenario | "new" | undefined>(undefined);
  const found = api.useQuery("get", "/api/v1/designs", {}, {
    refetchInterval: ({ state }) => (state.data?.studies.some((study) => study.state === "running") === true ? LOOK_MS : false),
  });
  const add = found.data?.may_change === true ? <Button variant="default" onClick={() => setEdited("new")}>{t("scenario.add")}</Button> : undefined;
  const counts = found.data?.plans.find((plan) => plan.counts);
  return (
    <Frame at="scenarios" act={add}>
      <Opened />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      {counts === undefined || found.data === undefined ? null : <ThePlan plan={counts} currency={found.data.currency} mayDecide={found.data.may_decide} />}
      {found.data === undefined ? null : <Scenarios designs={found.data} onEdit={setEdited} />}
      {found.data === undefined || found.data.studies.length === 0 ? null : <Studies studies={found.data.studies} />}
      <ScenarioForm scenario={edited} onClose={() => setEdited(undefined)} />
    </Frame>
  );
}

function Scenarios({ designs, onEdit }: { designs: Designs; onEdit: (scenario: Scenario) => void }) {
  const { t } = useTranslation("designs");
  const { team, timing, parameter, share } = useDesignWords(designs.currency);
  const { date } = useFormats();
  const [chosen, setChosen] = useState<string[]>([]);
  const scenarios = scenariosOf(designs);
  const there = chosen.filter((id) => scenarios.some((scenario) => scenario.id === id));
  if (scenarios.length === 0) return <Begin mayChange={designs.may_change} />;
  const choose = (id: string, isChosen: boolean) => setChosen(isChosen ? [...there, id] : there.filter((each) => each !== id));
  const columns: Column<Scenario>[] = [
    ...(designs.may_change
      ? [{ id: "choose", header: t("choose"), cell: (row: Scenario) => <Checkbox aria-label={t("choose.name", { name: row.name })} checked={there.includes(row.id)} onChange={(event) => choose(row.id, event.currentTarget.checked)} /> }]
      : []),
    {
      id: "name", header: t("scenario"), bare: true, sort: (row) => row.name,
      cell: (row) => (
        <>
          {row.name} {there[0] === row.id && there.length > 1 ? <Badge size="sm" variant="light">{t("choose.first")}</Badge> : null}
        </>
      ),
    },
    { id: "team", header: t("side.team"), cell: (row) => team(row.team) },
    { id: "timing", header: t("side.timing"), cell: (row) => timing(row.weeks, isOneRole(row.team)) },
    { id: "coaching", header: parameter("psi"), align: "end", cell: (row) => <span className="figures">{share(Number(row.changed["psi"] ?? 0.2))}</span> },
    { id: "start", header: t("start"), cell: (row) => t(row.from_book ? "start.book" : "start.averages") },
    { id: "by", header: t("by"), cell: (row) => t("by.on", { by: row.by, day: date(row.at) }) },
    ...(designs.may_change ? [{ id: "change", header: t("scenario.change"), cell: (row: Scenario) => <Button size="compact-xs" variant="default" onClick={() => onEdit(row)} aria-label={t("scenario.change.name", { name: row.name })}>{t("scenario.change")}</Button> }] : []),
  ];
  return (
    <Panel title={t("scenarios")} lead={t("scenarios.lead")} flush>
      <DataTable label={t("scenarios")} rows={scenarios} columns={columns} rowKey={(row) => row.id} />
      {designs.may_change ? <Ask chosen={there} scenarios={scenarios} /> : null}
    </Panel>
  );
}

/** Comparing and searching from what is chosen. */
function Ask({ chosen, scenarios }: { chosen: string[]; scenarios: Scenario[] }) {
  const { t } = useTranslation("designs");
  const navigate = useNavigate();
  const [first] = chosen;
  const own = scenarios.find(({ id }) => id === first)?.team.reduce((sum, seats) => sum + seats, 0) ?? 12;
  const [seats, setSeats] = useState<number | undefined>(undefined);
  const start = api.useMutation("post", "/api/v1/designs/studies", {
    onSuccess: ({ id }) => void navigate({ to: "/decide/studies/$id", params: { id } }),
  });
  return (
    <div className={classes.ask}>
      <ProblemAlert error={start.error} />
      <Group align="flex-end" gap="sm">
        <Button disabled={chosen.length < 2} loading={start.isPending} onClick={() => start.mutate({ body: { kind: "comparison", scenarios: chosen, drivers: true } })}>
          {t("compare")}
        </Button>
        <Button variant="default" disabled={chosen.length !== 1} loading={start.isPending} onClick={() => start.mutate({ body: { kind: "search", scenarios: chosen, seats_max: seats ?? own, drivers: true } })}>
          {t("search")}
        </Button>
        <NumberInput label={t("search.seats")} size="xs" w={150} min={2} max={40} allowDecimal={false} value={seats ?? own} onChange={(value) => setSeats(typeof value === "number" ? value : undefined)} disabled={chosen.length !== 1} />
      </Group>
      <Text size="xs" c="dimmed" mt={6}>{t(chosen.length === 0 ? "ask.none" : chosen.length === 1 ? "ask.one" : "ask.several")}</Text>
    </div>
  );
}

function Begin({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation("designs");
  const { begin, isPending, error } = useBegin();
  if (!mayChange) return <Panel><EmptyState icon={Split} title={t("empty")} text={t("empty.others")} /></Panel>;
  return (
    <Panel>
      <EmptyState icon={Split} title={t("empty")} text={t("empty.text")}>
        <Button onClick={begin} loading={isPending} mt="xs">{t("empty.act")}</Button>
        <ProblemAlert error={error} />
      </EmptyState>
    </Panel>
  );
}

function Studies({ studies }: { studies: StudyShort[] }) {
  const { t } = useTranslation("designs");
  return (
    <Panel title={t("studies")} lead={t("studies.lead")} flush>
      <ul className={classes.studies}>
        {studies.map((study) => (
          <li key={study.id} className={classes.study}>
            <div>
              <Anchor component={Link} to={`/decide/studies/${study.id}`} size="sm">{t(study.kind === "search" ? "study.search" : "study.comparison", { title: study.title })}</Anchor>
              <StudyLine study={study} />
            </div>
            {study.state === "running" ? <Running study={study} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function StudyLine({ study }: { study: StudyShort }) {
  const { t } = useTranslation("designs");
  const { instant, number } = useFormats();
  return (
    <Text size="xs" c="dimmed">
      {t(`state.${study.state}` as "state.done")} · {t("study.by", { by: study.by, at: instant(study.ended_at ?? study.started_at) })} · {t("study.runs", { number: number(study.runs_done) })}
    </Text>
  );
}

/** How far a study is. */
export function Running({ study }: { study: StudyShort }) {
  const { t } = useTranslation("designs");
  const { number } = useFormats();
  const percent = (100 * study.runs_done) / Math.max(study.runs_total, 1);
  return (
    <div>
      <Progress value={percent} aria-label={t("study.progress")} />
      <Text size="xs" c="dimmed" mt={4}>{t("study.progress.value", { done: number(study.runs_done), total: number(study.runs_total) })}</Text>
    </div>
  );
}
