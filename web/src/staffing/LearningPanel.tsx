// The learning plan: items with a competency, a way and a day; either side adds, finishes and drops them.
import { Badge, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { daysLater, today, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone, toastProblem } from "../shared/toast";
import classes from "./staffing.module.css";
import { type Learning, type Person, useRoles, useWords } from "./types";

/** The panel. */
export function LearningPanel({ person }: { person: Person }) {
  const { t } = useTranslation("staffing");
  const [adds, setAdds] = useState(false);
  const may = person.own || person.may_assess;
  const act = may && !adds ? (
    <Button size="compact-sm" variant="default" onClick={() => setAdds(true)}>
      {t("learning.add")}
    </Button>
  ) : undefined;
  return (
    <Panel title={t("learning")} lead={t("learning.lead")} act={act}>
      {adds ? <Add person={person} onClose={() => setAdds(false)} /> : null}
      {person.learning.length === 0 && !adds ? <Text size="sm">{t(person.own ? "learning.none.own" : "learning.none.theirs")}</Text> : null}
      <ul className={classes.list}>
        {person.learning.map((item) => (
          <Line key={item.id} item={item} person={person} may={may} />
        ))}
      </ul>
    </Panel>
  );
}

function titles(person: Person) {
  return new Map(person.roles.flatMap((role) => role.standings.map((standing) => [standing.competency, standing.title] as const)));
}

function Line({ item, person, may }: { item: Learning; person: Person; may: boolean }) {
  const { t } = useTranslation("staffing");
  const { date } = useFormats();
  const words = useWords();
  const queries = useQueryClient();
  const send = api.useMutation("post", "/api/v1/staffing/learning/{id}/acts", {
    onSuccess: async () => {
      toastDone(t("learning.changed"));
      await queries.invalidateQueries();
    },
    onError: toastProblem,
  });
  const title = titles(person).get(item.competency);
  const act = (name: string, body: Parameters<typeof send.mutate>[0]["body"]) => (
    <Button size="compact-xs" variant="subtle" disabled={send.isPending} aria-label={t("learning.named", { act: name, what: item.what })} onClick={() => send.mutate({ params: { path: { id: item.id } }, body })}>
      {name}
    </Button>
  );
  const day = date(item.done ?? item.until);
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Text size="sm" fw={550}>
          {title === undefined ? item.competency : words(title)}
        </Text>
        <Text size="sm">{item.what}</Text>
        <Text size="xs" c="dimmed">
          {t("learning.by", { by: item.by })}
        </Text>
      </div>
      <Group gap={4}>
        <Badge variant="outline" size="sm" className={classes.badge ?? ""} data-tone={item.state === "done" ? "good" : item.state === "late" ? "caution" : undefined}>
          {t(`learning.state.${item.state}` as "learning.state.open", { day })}
        </Badge>
        {may ? (
          <>
            {item.state === "done" ? act(t("learning.reopen"), { act: { act: "reopen" } }) : act(t("learning.finish"), { act: { act: "finish", on: today() } })}
            {act(t("learning.drop"), { act: { act: "drop" } })}
          </>
        ) : null}
      </Group>
    </li>
  );
}

function Add({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation("staffing");
  const shared = useTranslation().t;
  const roles = useRoles();
  const words = useWords();
  const queries = useQueryClient();
  // The largest gap of the own role comes first.
  const own = person.roles.filter(({ role }) => role === person.role);
  const shown = own.length === 0 ? person.roles : own;
  const first = shown.flatMap((role) => role.standings).reduce((one, other) => (other.gap > one.gap ? other : one), { gap: 0, competency: shown[0]?.standings[0]?.competency ?? "" });
  const [draft, setDraft] = useState({ competency: first.competency, what: "", until: daysLater(today(), 60) });
  const plan = api.useMutation("post", "/api/v1/staffing/people/{id}/learning", {
    onSuccess: async () => {
      toastDone(t("learning.planned"));
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        plan.mutate({ params: { path: { id: person.seller.id } }, body: draft });
      }}
    >
      <Stack gap="sm" mb="sm">
        <Select
          label={t("learning.competency")} allowDeselect={false} value={draft.competency} onChange={(competency) => setDraft({ ...draft, competency: competency ?? draft.competency })}
          data={person.roles.map((role) => ({ group: roles(role.role), items: role.standings.map((standing) => ({ value: standing.competency, label: words(standing.title) })) }))}
        />
        <TextInput label={t("learning.what")} description={t("learning.what.note")} maxLength={500} required data-autofocus value={draft.what} onChange={(event) => setDraft({ ...draft, what: event.currentTarget.value })} />
        <TextInput type="date" label={t("learning.until")} min={today()} required value={draft.until} onChange={(event) => setDraft({ ...draft, until: event.currentTarget.value })} />
        <ProblemAlert error={plan.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={plan.isPending} disabled={draft.what.trim() === ""}>
            {t("learning.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
