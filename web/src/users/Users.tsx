// Who may sign in, as what, and which seller each is.
import { Badge, Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { DateText } from "../shared/values";
import { UserForm } from "./UserForm";

type User = Wire["UserView"];

/** The people. */
export function Users() {
  const { t } = useTranslation("users");
  const found = api.useQuery("get", "/api/v1/users");
  const [edited, setEdited] = useState<User | "new" | undefined>(undefined);
  const columns = useColumns(setEdited);
  return (
    <Page title={t("title")} lead={t("lead")} act={found.isSuccess ? <Button onClick={() => setEdited("new")}>{t("add")}</Button> : undefined}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={240} radius={12} /> : null}
      {found.data === undefined ? null : (
        <Panel flush>
          <DataTable label={t("title")} rows={found.data.items} columns={columns} rowKey={(user) => user.id} start={{ by: "name", descending: false }} />
        </Panel>
      )}
      <UserForm user={edited} onClose={() => setEdited(undefined)} />
    </Page>
  );
}

function useColumns(edit: (user: User) => void): Column<User>[] {
  const { t } = useTranslation("users");
  const shell = useTranslation("shell").t;
  return [
    { id: "name", header: t("name"), cell: (user) => user.name, sort: (user) => user.name },
    { id: "email", header: t("email"), cell: (user) => user.email, sort: (user) => user.email },
    { id: "role", header: t("role"), cell: (user) => shell(`role.${user.role}` as "role.admin"), sort: (user) => user.role },
    { id: "seller", header: t("seller"), cell: (user) => user.seller?.name ?? "–", sort: (user) => user.seller?.name },
    { id: "created", header: t("since"), cell: (user) => <DateText value={user.created.slice(0, 10)} />, sort: (user) => user.created },
    {
      id: "active",
      header: t("access"),
      cell: (user) => (
        <Badge variant={user.active ? "outline" : "default"} tt="none" fw={550}>
          {t(user.active ? "active" : "disabled")}
        </Badge>
      ),
      sort: (user) => Number(user.active),
    },
    {
      id: "change",
      header: t("change"),
      cell: (user) => (
        <Button size="compact-xs" variant="default" onClick={() => edit(user)} aria-label={t("change.name", { name: user.name })}>
          {t("change")}
        </Button>
      ),
    },
  ];
}
