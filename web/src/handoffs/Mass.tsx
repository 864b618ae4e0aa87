// Mass handoffs: those that run and ran, and the way to a new one.
import { Button, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import UsersRound from "lucide-react/icons/users-round";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { isOver, type Run } from "./mass";
import { MassBar, MassState } from "./MassState";
import classes from "./mass.module.css";

const LOOK_MS = 2_000;

/** The page. */
export function Mass() {
  const { t } = useTranslation("handoffs");
  const found = api.useQuery("get", "/api/v1/handoffs/mass", {}, {
    staleTime: 0, refetchInterval: ({ state }) => ((state.data?.items as unknown as Run[] | undefined)?.every(isOver) === false ? LOOK_MS : false),
  });
  const runs = found.data?.items as unknown as Run[] | undefined;
  const begin = <Button component={Link} to="/handoffs/mass/new">{t("mass.new")}</Button>;
  return (
    <Frame at="mass" act={runs === undefined || runs.length === 0 ? undefined : begin}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={260} radius={12} /> : null}
      {runs === undefined ? null : runs.length === 0 ? (
        <Panel><EmptyState icon={UsersRound} title={t("mass.empty")} text={t("mass.empty.text")} act={{ label: t("mass.new"), to: "/handoffs/mass/new" }} /></Panel>
      ) : (
        <Panel title={t("mass.runs")} flush>
          <ul className={classes.runs}>
            {runs.map((run) => <Line key={run.id} run={run} />)}
          </ul>
        </Panel>
      )}
    </Frame>
  );
}

function Line({ run }: { run: Run }) {
  const { t } = useTranslation("handoffs");
  const { instant, number } = useFormats();
  return (
    <li className={classes.run}>
      <div className={classes.runMain}>
        <Link to="/handoffs/mass/$id" params={{ id: run.id }} className={classes.runName}>{run.seller?.name ?? run.reason}</Link>
        <Text size="sm" c="dimmed" lineClamp={2}>{run.reason}</Text>
        <Text size="xs" c="dimmed">{t("mass.by", { by: run.by, at: instant(run.started_at) })}</Text>
      </div>
      <div className={classes.runState}>
        <MassState run={run} />
        <Text size="xs" c="dimmed">{t("mass.count", { begun: number(run.begun), total: number(run.total), left: number(run.left) })}</Text>
        {isOver(run) ? null : <MassBar run={run} />}
      </div>
    </li>
  );
}
