// What one was told: what others did in one's handoffs, and what is late; by day, the latest first.
import { Badge, Button, Skeleton, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import BellOff from "lucide-react/icons/bell-off";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useSaid } from "../handoffs/words";
import type { Said } from "../handoffs/types";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { byDay } from "./days";
import classes from "./notices.module.css";
import { useNotices } from "./useNotices";

type Notice = Wire["Notice"];

/** The page. */
export function Notices() {
  const { t } = useTranslation("notices");
  const { date } = useFormats();
  const queries = useQueryClient();
  const found = useNotices();
  const read = api.useMutation("post", "/api/v1/notices/read", { onSuccess: () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/notices"] }) });
  const unread = found.data?.unread ?? 0;
  const all = unread === 0 ? undefined : <Button variant="default" loading={read.isPending} onClick={() => read.mutate({ body: {} })}>{t("read.all")}</Button>;
  return (
    <Page title={t("title")} lead={t("lead")} width="text" act={all}>
      <ProblemAlert error={found.error ?? read.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={240} radius={12} /> : null}
      {found.data === undefined ? null : found.data.items.length === 0 ? (
        <Panel><EmptyState icon={BellOff} title={t("none")} text={t("none.text")} act={{ label: t("none.act"), to: "/handoffs" }} /></Panel>
      ) : (
        <Panel flush>
          {byDay(found.data.items).map(([day, notices]) => (
            <section key={day} aria-label={date(day)}>
              <Title order={2} className={classes.day}>{date(day)}</Title>
              <ul className={classes.list}>
                {notices.map((notice) => <Line key={notice.id} notice={notice} onRead={() => read.mutate({ body: { ids: [notice.id] } })} />)}
              </ul>
            </section>
          ))}
        </Panel>
      )}
    </Page>
  );
}

function Line({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { t } = useTranslation("notices");
  const said = useSaid();
  const text = said(notice.said as unknown as Said);
  const to = notice.handoff === null || notice.handoff === undefined ? "/handoffs" : `/handoffs/${notice.handoff}`;
  return (
    <li className={classes.line} data-new={!notice.is_read || undefined}>
      <Link to={to} className={classes.said} onClick={() => (notice.is_read ? undefined : onRead())}>{text}</Link>
      {notice.kind === "late" ? <Badge size="xs" variant="light" color="orange">{t("late")}</Badge> : null}
      {notice.is_read ? null : <Badge size="xs" variant="light">{t("new")}</Badge>}
    </li>
  );
}
