// One run: how far it is and how to stop it, what began, what did not and why, and how to take all of it back.
import { Alert, Button, Checkbox, Group, Pagination, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import ChevronLeft from "lucide-react/icons/chevron-left";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import handoffs from "./handoffs.module.css";
import { isOver, type Run, type RunUnit } from "./mass";
import { MassBar, MassState } from "./MassState";
import classes from "./mass.module.css";
import { StateBadge } from "./StateBadge";
import { unitOf, useSaid } from "./words";

const LOOK_MS = 1_000;
const ROWS = 25;

/** The page. */
export function MassRunPage() {
  const { t } = useTranslation("handoffs");
  const { instant } = useFormats();
  const { id } = useParams({ strict: false }) as { id: string };
  const found = api.useQuery("get", "/api/v1/handoffs/mass/{id}", { params: { path: { id } } }, {
    staleTime: 0, refetchInterval: ({ state }) => (state.data === undefined || !isOver(state.data as unknown as Run) ? LOOK_MS : false),
  });
  const run = found.data as unknown as Run | undefined;
  const above = <Link to="/handoffs/mass" className={handoffs.back}><ChevronLeft size={15} aria-hidden />{t("page.mass")}</Link>;
  return (
    <Page title={run === undefined ? t("mass.run") : t("mass.run.of", { name: run.seller?.name ?? run.reason })} lead={run === undefined ? undefined : t("mass.by", { by: run.by, at: instant(run.started_at) })} above={above}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      {run === undefined ? null : (
        <>
          <Standing run={run} />
          <Units units={run.units} />
          {run.may_change && ["done", "cancelled", "failed"].includes(run.state) && run.begun > 0 ? <TakeBack run={run} /> : null}
        </>
      )}
    </Page>
  );
}

function Standing({ run }: { run: Run }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const said = useSaid();
  const queries = useQueryClient();
  const cancel = api.useMutation("post", "/api/v1/handoffs/mass/{id}/cancel", {
    onSuccess: async () => {
      toastDone(t("mass.cancelled"));
      await queries.invalidateQueries();
    },
  });
  return (
    <Panel title={t("mass.standing")} lead={run.reason} act={<MassState run={run} />}>
      <Stack gap="sm">
        {isOver(run) ? null : <MassBar run={run} />}
        <Text size="sm" role="status">{t(run.state === "undoing" ? "mass.undoing" : "mass.count", { begun: number(run.begun), total: number(run.total), left: number(run.left) })}</Text>
        {run.said === null || run.said === undefined ? null : <Alert color="orange" variant="light">{said(run.said)}</Alert>}
        <ProblemAlert error={cancel.error} />
        {run.state === "running" && run.may_change ? (
          <Group>
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { path: { id: run.id } } })}>{t("mass.cancel")}</Button>
            <Text size="xs" c="dimmed">{t("mass.cancel.lead")}</Text>
          </Group>
        ) : null}
      </Stack>
    </Panel>
  );
}

function Units({ units }: { units: readonly RunUnit[] }) {
  const { t } = useTranslation("handoffs");
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(units.length / ROWS));
  return (
    <Panel title={t("mass.units")} flush>
      <ul className={classes.runs}>
        {units.slice((page - 1) * ROWS, page * ROWS).map((unit) => <Unit key={unit.unit.id} unit={unit} />)}
      </ul>
      {pages === 1 ? null : (
        <div className={classes.turn}>
          <Pagination size="sm" total={pages} value={page} onChange={setPage} getControlProps={(control) => ({ "aria-label": t(`mass.turn.${control}`) })} getItemProps={(at) => ({ "aria-label": t("mass.turn.page", { page: at }) })} />
        </div>
      )}
    </Panel>
  );
}

function Unit({ unit }: { unit: RunUnit }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const said = useSaid();
  const name = [unit.customer.name, unitOf(unit)].filter(Boolean).join(", ");
  const handoff = unit.handoff ?? undefined;
  return (
    <li className={classes.run}>
      <div className={classes.runMain}>
        {handoff === undefined ? <Text size="sm" fw={550}>{name}</Text> : <Link to="/handoffs/$id" params={{ id: handoff }} className={classes.runName}>{name}</Link>}
        {unit.said === null || unit.said === undefined ? null : <Text size="sm" className={handoffs.caution}>{said(unit.said)}</Text>}
        {unit.receiver === null || unit.receiver === undefined ? null : <Text size="xs" c="dimmed">{t("mass.to", { name: unit.receiver, day: unit.transfer === null || unit.transfer === undefined ? t("due.none") : date(unit.transfer) })}</Text>}
      </div>
      {unit.state === null || unit.state === undefined ? <Text size="xs" c="dimmed">{t(unit.said === null || unit.said === undefined ? "mass.waiting" : "mass.notBegun")}</Text> : <StateBadge state={unit.state} />}
    </li>
  );
}

function TakeBack({ run }: { run: Run }) {
  const { t } = useTranslation("handoffs");
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [although, setAlthough] = useState(false);
  const undo = api.useMutation("post", "/api/v1/handoffs/mass/{id}/undo", {
    onSuccess: async () => {
      toastDone(t("mass.undo.begun"));
      await queries.invalidateQueries();
    },
  });
  const submit = () => undo.mutate({ params: { path: { id: run.id } }, body: { reason, although_worked_on: although } });
  return (
    <Panel title={t("mass.undo")} lead={t("mass.undo.lead")}>
      <Stack gap="sm">
        <Textarea label={t("reason")} value={reason} autosize minRows={2} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
        <ProblemAlert error={undo.error} />
        {undo.error === null ? null : <Checkbox label={t("mass.undo.although")} checked={although} onChange={(event) => setAlthough(event.currentTarget.checked)} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={reason.trim() === ""} loading={undo.isPending} onClick={submit}>{t("mass.undo.act")}</Button>
        </Group>
      </Stack>
    </Panel>
  );
}
