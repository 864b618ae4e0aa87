// One import through all of its states: recognised, tried, imported, taken back.
import { Anchor, Group, Skeleton } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Acts } from "./Acts";
import { type Draft, draftOf } from "./draft";
import { Files } from "./Files";
import { Going } from "./Going";
import { Outcome } from "./Outcome";
import { Problems } from "./Problems";
import { StateBadge } from "./StateBadge";
import { isGoingOn, sourceName } from "./words";

type Import = Wire["Import"];

const WATCH_MS = 700;

/** The page of an import. */
export function OneImport() {
  const { t } = useTranslation("imports");
  const { id } = useParams({ strict: false }) as { id: string };
  const found = api.useQuery("get", "/api/v1/imports/{id}", { params: { path: { id } } }, {
    refetchInterval: (query) => (query.state.data !== undefined && isGoingOn(query.state.data.state) ? WATCH_MS : false),
    staleTime: 0,
  });
  const above = (
    <Anchor component={Link} to="/import" size="sm">
      {t("back")}
    </Anchor>
  );
  if (found.data === undefined) {
    return (
      <Page title={t("title")} above={above}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      </Page>
    );
  }
  return <Shown key={id} run={found.data} above={above} />;
}

function Shown({ run, above }: { run: Import; above: ReactNode }) {
  const { t } = useTranslation("imports");
  const { list, instant } = useFormats();
  const [edited, setEdited] = useState<Draft | undefined>(undefined);
  const [isEdited, setIsEdited] = useState(false);
  const draft = edited ?? draftOf(run);
  const change = (next: Draft) => {
    setEdited(next);
    setIsEdited(true);
  };
  const title = run.files.length > 3 ? t("files.many", { first: run.files[0]?.name ?? "", count: run.files.length - 1 }) : list(run.files.map((file) => file.name));
  const canChange = ["uploaded", "checked", "failed", "cancelled"].includes(run.state);
  return (
    <Page
      title={title}
      above={above}
      lead={
        <Group gap="xs">
          <StateBadge state={run.state} />
          {t("lead.run", { source: run.source.kind ? sourceName(run.source.kind) : t("source.unknown"), by: run.by ?? "–", at: instant(run.created) })}
        </Group>
      }
    >
      <Acts run={run} draft={draft} isEdited={isEdited} onSaved={() => setIsEdited(false)} />
      <Going run={run} />
      {isEdited ? null : <Outcome run={run} />}
      {!isEdited && run.report ? <Problems run={run} /> : null}
      <Files run={run} draft={draft} {...(canChange ? { onChange: change } : {})} />
    </Page>
  );
}
