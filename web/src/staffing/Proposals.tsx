// Proposals: the list, and making one from the people needed in each role.
import { Anchor, Badge, Button, Group, MultiSelect, NumberInput, SegmentedControl, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import UserCheck from "lucide-react/icons/user-check";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { Frame } from "./Frame";
import classes from "./staffing.module.css";
import { type Line, ROLES, useRoles } from "./types";

/** The page. */
export function Proposals() {
  const { t } = useTranslation("staffing");
  const [makes, setMakes] = useState(false);
  const found = api.useQuery("get", "/api/v1/staffing/proposals");
  const group = Object.values(found.data?.group ?? {}).reduce((sum, people) => sum + people, 0);
  const items = found.data?.items ?? [];
  const act = group > 0 && !makes && items.length > 0 ? <Button onClick={() => setMakes(true)}>{t("proposals.new")}</Button> : undefined;
  return (
    <Frame at="proposals" act={act}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={260} radius={12} /> : null}
      {makes ? <Make group={group} onClose={() => setMakes(false)} /> : null}
      {found.data === undefined || items.length > 0 || makes ? null : (
        <Panel>
          <EmptyState
            icon={UserCheck} title={t("proposals.none")} text={t(group > 0 ? "proposals.none.text" : "proposals.none.others")}
            {...(group > 0 ? {} : { act: { label: t("page.mine"), to: "/staffing" } })}
          >
            {group > 0 ? (
              <Button mt="xs" onClick={() => setMakes(true)}>
                {t("proposals.new")}
              </Button>
            ) : null}
          </EmptyState>
        </Panel>
      )}
      {items.length === 0 ? null : (
        <Panel title={t("page.proposals")}>
          <ul className={classes.list}>
            {items.map((line) => (
              <Row key={line.id} line={line} />
            ))}
          </ul>
        </Panel>
      )}
    </Frame>
  );
}

/** Seats by role as one line. */
export function useSeats(): (seats: Record<string, number>) => string {
  const roles = useRoles();
  const { number, list } = useFormats();
  return (seats) => list(ROLES.filter((role) => (seats[role] ?? 0) > 0).map((role) => `${roles(role)} ${number(seats[role] ?? 0)}`));
}

function Row({ line }: { line: Line }) {
  const { t } = useTranslation("staffing");
  const { date, number } = useFormats();
  const seats = useSeats();
  const adopted = line.adopted !== null && line.adopted !== undefined;
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Anchor component={Link} to="/staffing/proposals/$proposal" params={{ proposal: line.id } as never} fw={550}>
          {line.name}
        </Anchor>
        <Text size="sm">{seats(line.seats)}</Text>
        <Text size="xs" c="dimmed">
          {[t("proposals.people", { count: line.people, number: number(line.people) }), line.by, date(line.at)].join(" · ")}
        </Text>
      </div>
      <Badge variant="outline" size="sm" className={classes.badge ?? ""} data-tone={adopted ? "good" : undefined}>
        {t(adopted ? "proposals.adopted" : "proposals.open")}
      </Badge>
    </li>
  );
}

function Make({ group, onClose }: { group: number; onClose: () => void }) {
  const { t } = useTranslation("staffing");
  const shared = useTranslation().t;
  const { number } = useFormats();
  const roles = useRoles();
  const queries = useQueryClient();
  const go = useNavigate();
  const half = Math.ceil(group / 2);
  const [name, setName] = useState("");
  const [seats, setSeats] = useState<Record<string, number>>({ hunter: half, account_manager: group - half, inside_account_manager: 0 });
  const [people, setPeople] = useState<string[]>();
  const team = api.useQuery("get", "/api/v1/staffing/team", {}, { enabled: people !== undefined });
  const choose = (isSome: boolean) => {
    setPeople(isSome ? [] : undefined);
    if (!isSome) setSeats({ hunter: half, account_manager: group - half, inside_account_manager: 0 });
  };
  const make = api.useMutation("post", "/api/v1/staffing/proposals", {
    onSuccess: async ({ id }) => {
      toastDone(t("propose.made"));
      await queries.invalidateQueries();
      await go({ to: "/staffing/proposals/$proposal", params: { proposal: id } as never });
    },
  });
  return (
    <Panel title={t("proposals.new")} lead={t("propose.seats.note", { number: number(group) })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ body: { name, seats, locks: {}, ...(people === undefined ? {} : { people }) } });
        }}
      >
        <Stack gap="sm">
          <TextInput label={t("propose.name")} required maxLength={100} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <SegmentedControl
            size="xs" w="fit-content" aria-label={t("propose.people")} value={people === undefined ? "all" : "some"} onChange={(value) => choose(value === "some")}
            data={[{ value: "all", label: t("propose.people.all") }, { value: "some", label: t("propose.people.some") }]}
          />
          {people === undefined ? null : (
            <>
              <MultiSelect
                label={t("propose.people.pick")} searchable value={people} onChange={setPeople}
                data={(team.data?.people ?? []).map(({ seller }) => ({ value: seller.id, label: seller.name }))}
              />
              <ProblemAlert error={team.error} onRetry={() => void team.refetch()} />
            </>
          )}
          <div className={classes.fields} role="group" aria-label={t("propose.seats")}>
            {ROLES.map((role) => (
              <NumberInput key={role} label={roles(role)} min={0} max={10_000} allowDecimal={false} value={seats[role] ?? 0} onChange={(value) => setSeats({ ...seats, [role]: Number(value) || 0 })} />
            ))}
          </div>
          <ProblemAlert error={make.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shared("cancel")}
            </Button>
            <Button type="submit" loading={make.isPending} disabled={name.trim() === "" || people?.length === 0}>
              {t("propose.make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
