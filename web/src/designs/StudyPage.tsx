// A comparison or a search: how far it is and how to stop it, then its answer, the way to the rules, and the report on paper.
import { Alert, Anchor, Button, Group, Skeleton, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { useMay } from "../shell/useMe";
import { Comparison } from "./Comparison";
import { Running } from "./Decide";
import { ForOthers } from "./Frame";
import { Paper } from "./Paper";
import { Search, usePlanNames } from "./Search";
import { Taking } from "./Taking";
import { Timing } from "./Timing";
import type { Compared, Searched, Study } from "./types";
import { isOneRole } from "./words";

const LOOK_MS = 1_000;

/** The page. */
export function StudyPage() {
  const { t } = useTranslation("designs");
  const { id } = useParams({ strict: false });
  const found = api.useQuery("get", "/api/v1/designs/studies/{id}", { params: { path: { id: id ?? "" } } }, {
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === "running" ? LOOK_MS : false), staleTime: 0,
  });
  const study = found.data;
  const mayLook = useMay("designs.see");
  const { instant } = useFormats();
  const print = study?.answer === null || study?.answer === undefined ? undefined : <Button variant="default" onClick={() => window.print()}>{t("print")}</Button>;
  if (!mayLook) return <ForOthers />;
  return (
    <Page
      title={study === undefined ? t("title") : t(study.kind === "search" ? "study.search" : "study.comparison", { title: study.title })}
      lead={study === undefined ? undefined : t("study.by", { by: study.by, at: instant(study.started_at) })}
      above={<Anchor component={Link} to="/decide" size="sm">{t("title")}</Anchor>} act={print}
    >
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {study === undefined ? null : <State study={study} />}
      {study?.answer === null || study?.answer === undefined ? null : (
        <>
          {study.answer.kind === "comparison" ? <OfComparison study={study} compared={study.answer} /> : <OfSearch study={study} searched={study.answer} />}
          <Paper study={study} />
        </>
      )}
    </Page>
  );
}

function OfComparison({ study, compared }: { study: Study; compared: Compared }) {
  const best = compared.plans[compared.verdict?.better ?? 0];
  return (
    <>
      <Comparison compared={compared} currency={study.currency} />
      {best?.weeks === null || best?.weeks === undefined || isOneRole(best.team) ? null : <Timing weeks={best.weeks} plan={best.name} />}
      {study.may_decide ? <Taking study={study.id} names={compared.plans.map(({ name }) => name)} first={compared.verdict?.better ?? 0} /> : null}
    </>
  );
}

function OfSearch({ study, searched }: { study: Study; searched: Searched }) {
  const names = usePlanNames(searched, study.currency);
  const [name = ""] = names;
  const [preferred] = searched.plans;
  return (
    <>
      <Search searched={searched} currency={study.currency} />
      {preferred === undefined || isOneRole(preferred.team) ? null : <Timing weeks={preferred.weeks} plan={name} />}
      {study.may_decide && names.length > 0 ? <Taking study={study.id} names={names} first={0} /> : null}
    </>
  );
}

function State({ study }: { study: Study }) {
  const { t } = useTranslation("designs");
  const { list } = useFormats();
  const queries = useQueryClient();
  const cancel = api.useMutation("post", "/api/v1/designs/studies/{id}/cancel", {
    onSuccess: async () => {
      toastDone(t("study.cancelled"));
      await queries.invalidateQueries();
    },
  });
  if (study.state === "running") {
    return (
      <Panel title={t("study.running")} lead={t("study.running.lead")}>
        <ProblemAlert error={cancel.error} />
        <Running study={study} />
        {study.may_change ? (
          <Group mt="sm">
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { path: { id: study.id } } })}>{t("study.cancel")}</Button>
          </Group>
        ) : null}
      </Panel>
    );
  }
  if (study.state === "done") {
    if (study.changed_since.length === 0) return null;
    return (
      <Alert color="yellow" variant="light" title={t("study.stale")}>
        <Text size="sm">{t("study.stale.text", { names: list(study.changed_since) })}</Text>
      </Alert>
    );
  }
  return (
    <Alert color="gray" variant="light" title={t(`state.${study.state}` as "state.cancelled")}>
      <Text size="sm">{study.state === "failed" ? (study.error ?? "") : t("study.cancelled.text")}</Text>
    </Alert>
  );
}
