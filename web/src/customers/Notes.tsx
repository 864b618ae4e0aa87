// What people wrote about the customer.
import { Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { DateText } from "../shared/values";
import classes from "./customers.module.css";

/** The notes, the latest first. */
export function Notes({ id }: { id: string }) {
  const { t } = useTranslation("customers");
  const found = api.useQuery("get", "/api/v1/customers/{id}/notes", { params: { path: { id } } });
  const notes = found.data?.items ?? [];
  return (
    <Panel title={t("notes")} {...(found.isSuccess && notes.length === 0 ? { lead: t("notes.none"), flush: true } : {})}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={80} /> : null}
      <ul className={classes.plain}>
        {notes.map((note) => (
          <li key={note.id}>
            <Text size="sm" className={classes.note}>
              {note.text}
            </Text>
            <Text size="xs" c="dimmed" mt={2}>
              {note.author ? `${note.author} · ` : ""}
              <DateText value={note.date} />
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
