// People at the customer: what each is there for, how they stand to us, how they like to be dealt with.
import { Badge, Button, Group, MultiSelect, Select, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./handoffs.module.css";
import type { Handoff } from "./types";

const ROLES = ["champion", "economic_buyer", "technical_admin", "program_contact", "daily_contact", "renewal_owner", "billing", "detractor", "user"] as const;
const STANCES = ["supporter", "neutral", "opponent", "unknown"] as const;
const STYLES = ["direct", "analytical", "personal", "orderly", "unknown"] as const;
type Role = (typeof ROLES)[number];

/** The panel. */
export function AtCustomer({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const found = api.useQuery("get", "/api/v1/customers/{id}/stakeholders", { params: { path: { id: handoff.customer.id } } });
  const items = found.data?.items;
  return (
    <Panel title={t("at")} lead={t("at.lead")} flush>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {items === undefined ? found.isError ? null : <Skeleton height={120} /> : items.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes.pad}>
          {t("at.none")}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {items.map((one) => (
            <Person key={one.id} one={one} mayWrite={handoff.parties.length > 0} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Person({ one, mayWrite }: { one: Wire["Stakeholder"]; mayWrite: boolean }) {
  const { t } = useTranslation("handoffs");
  const [isEdited, setEdited] = useState(false);
  const known = [one.stance === "unknown" ? "" : t(`stance.${one.stance as "neutral"}`), one.style === "unknown" ? "" : t(`style.${one.style as "direct"}`), one.aim ?? ""];
  return (
    <li className={classes.line} aria-label={one.name}>
      <div className={classes.lineMain}>
        <Group gap="xs">
          <Text size="sm" fw={550}>
            {one.name}
          </Text>
          {one.roles.map((role) => (
            <Badge key={role} variant="outline" size="sm" className={classes.badge}>
              {t(`at.role.${role as Role}`)}
            </Badge>
          ))}
        </Group>
        <Text size="sm" c="dimmed">
          {[one.title ?? "", ...known].filter(Boolean).join(" · ")}
        </Text>
        {isEdited ? <Describe one={one} onDone={() => setEdited(false)} /> : null}
      </div>
      {mayWrite && !isEdited ? (
        <Button size="compact-sm" variant="default" aria-label={t("at.describe.of", { name: one.name })} onClick={() => setEdited(true)}>
          {t("at.describe")}
        </Button>
      ) : null}
    </li>
  );
}

function Describe({ one, onDone }: { one: Wire["Stakeholder"]; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ roles: one.roles, stance: one.stance, style: one.style, aim: one.aim ?? "" });
  const describe = api.useMutation("put", "/api/v1/contacts/{id}/stakeholder", {
    onSuccess: async () => {
      toastDone(t("at.done"));
      onDone();
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    describe.mutate({ params: { path: { id: one.id } }, body: { ...draft, aim: draft.aim.trim() === "" ? null : draft.aim, version: one.version } });
  };
  return (
    <form onSubmit={submit} className={classes.inset} aria-label={t("at.describe.of", { name: one.name })}>
      <Stack gap="sm">
        <ProblemAlert error={describe.error} />
        <MultiSelect label={t("at.roles")} value={draft.roles} data={ROLES.map((role) => ({ value: role, label: t(`at.role.${role}`) }))} onChange={(roles) => setDraft({ ...draft, roles })} />
        <Group grow align="flex-start">
          <Select label={t("at.stance")} value={draft.stance} allowDeselect={false} data={STANCES.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))} onChange={(stance) => setDraft({ ...draft, stance: stance ?? draft.stance })} />
          <Select label={t("at.style")} value={draft.style} allowDeselect={false} data={STYLES.map((style) => ({ value: style, label: t(`style.${style}`) }))} onChange={(style) => setDraft({ ...draft, style: style ?? draft.style })} />
        </Group>
        <TextInput label={t("at.aim")} value={draft.aim} maxLength={500} onChange={(event) => setDraft({ ...draft, aim: event.currentTarget.value })} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={describe.isPending}>
            {shared("save")}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
