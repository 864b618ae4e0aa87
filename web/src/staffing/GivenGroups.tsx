// The check for groups that the record does not hold and should not: somebody names them here, they are compared, and nothing of it is kept.
import { Autocomplete, Button, Group, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Figures } from "./Groups";
import classes from "./staffing.module.css";
import { type TeamRow, useRoles } from "./types";

/** The form, and what was found. */
export function GivenGroups() {
  const { t } = useTranslation("staffing");
  const roles = useRoles();
  const [groups, setGroups] = useState<Record<string, string>>({});
  const team = api.useQuery("get", "/api/v1/staffing/team");
  const compare = api.useMutation("post", "/api/v1/staffing/groups");
  const people = (team.data?.people ?? []) as unknown as TeamRow[];
  const given: Record<string, string> = Object.fromEntries(Object.entries(groups).map(([id, name]) => [id, name.trim()]).filter(([, name]) => name !== ""));
  const names = [...new Set(Object.values(given))].sort();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        compare.mutate({ body: { groups: given } });
      }}
    >
      <ProblemAlert error={team.error} onRetry={() => void team.refetch()} />
      {team.isPending ? <Skeleton height={160} /> : null}
      <ul className={classes.list}>
        {people.map(({ seller, role, team: of }) => (
          <li key={seller.id} className={classes.row}>
            <div className={classes.rowMain}>
              <Text size="sm">{seller.name}</Text>
              <Text size="xs" c="dimmed">
                {[roles(role), of ?? ""].filter(Boolean).join(" · ")}
              </Text>
            </div>
            <Autocomplete
              size="xs" w={180} maxLength={60} aria-label={t("groups.given.of", { name: seller.name })} placeholder={t("groups.given.none")} data={names}
              value={groups[seller.id] ?? ""} onChange={(name) => setGroups({ ...groups, [seller.id]: name })}
            />
          </li>
        ))}
      </ul>
      <Group justify="space-between" mt="sm">
        <Text size="xs" c="dimmed">
          {t("groups.given.kept")}
        </Text>
        <Button size="xs" type="submit" loading={compare.isPending} disabled={names.length < 2}>
          {t("groups.given.act")}
        </Button>
      </Group>
      <ProblemAlert error={compare.error} />
      {compare.data === undefined ? null : <Figures found={compare.data} />}
    </form>
  );
}
