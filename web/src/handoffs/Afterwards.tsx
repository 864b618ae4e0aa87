// After the transfer: what becomes of the revenue, the receiver's checks, and the verdict on the brief.
import { Badge, Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import type { After, Outcome } from "./after";
import { Checks } from "./Checks";
import classes from "./handoffs.module.css";
import type { Handoff } from "./types";
import { Verdict } from "./Verdict";

/** The part. */
export function Afterwards({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const found = api.useQuery("get", "/api/v1/handoffs/{id}/afterwards", { params: { path: { id: handoff.id } } });
  const after = found.data as unknown as After | undefined;
  if (after === undefined || after.transferred == null) {
    return (
      <Panel title={t("part.afterwards")} lead={t("after.lead")}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending ? <Skeleton height={120} /> : null}
        {after === undefined ? null : (
          <Text size="sm" c="dimmed">
            {t("after.not_yet")}
          </Text>
        )}
      </Panel>
    );
  }
  const isReceiving = handoff.parties.some((party) => party === "receiver" || party === "receiving_manager");
  return (
    <>
      <Panel title={t("after.outcomes")} lead={t("after.lead")} flush>
        <ul className={classes.lines}>
          {after.outcomes.map(({ at, outcome }) => (
            <li key={at} className={classes.line}>
              <div className={classes.lineMain}>
                <Text size="sm" fw={550}>
                  {t(`after.at.${at}`)}
                </Text>
              </div>
              <OutcomeBadge outcome={outcome} />
            </li>
          ))}
        </ul>
      </Panel>
      <Checks handoff={handoff} after={after} mayCheck={isReceiving} />
      <Verdict handoff={handoff} after={after} mayRate={isReceiving} />
    </>
  );
}

function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation("handoffs");
  const { date, percent } = useFormats();
  if (outcome.is === "not_yet") {
    return (
      <Text size="sm" c="dimmed">
        {t("after.is.not_yet", { day: date(outcome.on) })}
      </Text>
    );
  }
  const change = outcome.is === "kept" || outcome.is === "grown" ? ` ${outcome.change_bp > 0 ? "+" : ""}${percent(outcome.change_bp / 100)}` : "";
  return (
    <Badge variant="outline" size="sm" className={classes.badge} data-tone={outcome.is === "lost" ? "caution" : outcome.is === "not_known" ? undefined : "good"}>
      {t(`after.is.${outcome.is}`)}
      {change}
    </Badge>
  );
}
