// One alignment: how far it is, what the data lack, who does what, and its proposals side by side; once adopted, what became of it.
import { Alert, Anchor, Button, Group, Progress, Skeleton, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { Adopted } from "./Adopted";
import { DataProblems } from "./DataProblems";
import { Parts } from "./Parts";
import { Proposals } from "./Proposals";
import { Skills } from "./Skills";
import { type Alignment, useAlignmentWords } from "./types";

const LOOK_MS = 800;

/** The page. */
export function AlignmentPage() {
  const { t } = useTranslation("alignments");
  const { id = "" } = useParams({ strict: false });
  const found = api.useQuery("get", "/api/v1/alignments/{id}", { params: { path: { id } } }, {
    refetchInterval: ({ state }) => (state.data?.solve?.state === "running" ? LOOK_MS : false), staleTime: 0,
  });
  const of = found.data;
  return (
    <Page title={of?.name ?? t("title")} lead={of === undefined ? undefined : t(`scope.${of.scope}.lead` as "scope.all.lead")} above={<Anchor component={Link} size="sm" to="/align">{t("title")}</Anchor>} act={of === undefined ? undefined : <Act of={of} />}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {of === undefined ? null : <Whole of={of} />}
    </Page>
  );
}

function Whole({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  if (of.state === "adopted") return <Adopted of={of} />;
  return (
    <>
      {of.cannot === null || of.cannot === undefined ? null : <Alert color="yellow" variant="light" title={t("cannot")}>{t("cannot.text")}</Alert>}
      <Solving of={of} />
      <Changed of={of} />
      {of.proposals.length === 0 ? null : <Proposals of={of} />}
      <Totals of={of} />
      <DataProblems of={of} />
      <Parts key={of.version} of={of} />
      <Skills of={of} />
    </>
  );
}

function Act({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { params: { path: { id: of.id } } };
  const solve = api.useMutation("post", "/api/v1/alignments/{id}/solve", { onSettled: () => queries.invalidateQueries() });
  const drop = api.useMutation("delete", "/api/v1/alignments/{id}", {
    onSuccess: async () => {
      toastDone(t("deleted"));
      await navigate({ to: "/align" });
      await queries.invalidateQueries();
    },
  });
  if (!of.may_change) return null;
  const isRunning = of.solve?.state === "running";
  return (
    <>
      <Button variant="default" loading={drop.isPending} disabled={isRunning} onClick={() => drop.mutate(path)}>{t("delete")}</Button>
      <Button loading={solve.isPending} disabled={isRunning || (of.cannot !== null && of.cannot !== undefined)} onClick={() => solve.mutate(path)}>
        {t(of.proposals.length === 0 ? "solve" : "solve.again")}
      </Button>
      <ProblemAlert error={solve.error ?? drop.error} />
    </>
  );
}

/** How far it is, or why there is nothing. */
function Solving({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const queries = useQueryClient();
  const cancel = api.useMutation("post", "/api/v1/alignments/{id}/cancel", { onSettled: () => queries.invalidateQueries() });
  const { share } = useFormats();
  const solve = of.solve;
  if (solve === null || solve === undefined) return null;
  if (solve.state === "running") {
    return (
      <Panel title={t("running")} lead={t("running.lead")}>
        <Progress value={100 * solve.share} aria-label={t("running.progress")} />
        <Group mt="sm" justify="space-between">
          <Text size="sm" c="dimmed" className="figures">{t("running.value", { share: share(solve.share) })}</Text>
          {of.may_change ? <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { path: { id: of.id } } })}>{t("cancel")}</Button> : null}
        </Group>
      </Panel>
    );
  }
  if (solve.state === "failed") return <Alert color="red" variant="light" title={t("failed")}>{solve.error}</Alert>;
  if (solve.state === "cancelled" && of.proposals.length === 0) return <Alert color="gray" variant="light" title={t("cancelled")}>{t("cancelled.text")}</Alert>;
  return null;
}

const CHANGES_SHOWN = 8;

function Changed({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const { list } = useFormats();
  if (of.changed.length === 0) return null;
  const said = of.changed.slice(0, CHANGES_SHOWN).map(({ what, name }) => t(`changed.${what}` as "changed.owner", { name }));
  return (
    <Alert color="yellow" variant="light" title={t("changed", { count: of.changed.length })}>
      <Text size="sm">{list(said)}{of.changed.length > CHANGES_SHOWN ? " …" : ""}</Text>
      <Text size="sm" mt={4}>{t("changed.text")}</Text>
    </Alert>
  );
}

function Totals({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const { number } = useFormats();
  const { money, percent, hours } = useAlignmentWords(of.currency);
  const sums = of.totals;
  if (sums === null || sums === undefined) return null;
  return (
    <Figures>
      <Figure label={t("totals.units")} value={number(sums.units)} period={t("totals.arr", { arr: money(sums.arr) })} />
      <Figure label={t("totals.busy")} value={percent(sums.hours / Math.max(sums.capacity, 1))} period={t("totals.busy.of", { hours: hours(sums.hours), capacity: hours(sums.capacity) })} />
      <Figure label={t("totals.inside")} value={number(sums.inside_able)} period={t("totals.inside.wished", { count: sums.inside_wished })} />
      <Figure label={t("totals.decided")} value={number(of.locks)} period={t("totals.left_out", { count: sums.left_out })} />
    </Figures>
  );
}
