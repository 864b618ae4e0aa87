// On which days who works: the company's country, countries of single people, and documents of holidays.
import { Button, Group, Select, Skeleton, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./settings.module.css";

type Calendar = Wire["WorkCalendarView"];

/** The panel. */
export function WorkCalendar() {
  const { t } = useTranslation("settings");
  const found = api.useQuery("get", "/api/v1/settings/work-calendar");
  return (
    <Panel title={t("work")} lead={t("work.lead")}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data === undefined ? found.isError ? null : <Skeleton height={180} /> : <Form key={JSON.stringify(found.data)} calendar={found.data} />}
    </Panel>
  );
}

const EXAMPLE = "country: TW\nfirst_year: 2027\nlast_year: 2027\nholidays:\n  - {day: 2027-01-01, en: New Year, zh-Hant: 元旦}\nworked: [2027-02-20]\n";

function Form({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation("settings");
  const queries = useQueryClient();
  const [draft, setDraft] = useState(calendar);
  const save = api.useMutation("put", "/api/v1/settings/work-calendar", {
    onSuccess: async () => {
      toastDone(t("work.saved"));
      await queries.invalidateQueries();
    },
  });
  const change = (at: number, text: string) => setDraft({ ...draft, holidays: draft.holidays.map((one, index) => (index === at ? text : one)) });
  const submit = () => save.mutate({ body: { ...draft, holidays: draft.holidays.filter((one) => one.trim() !== "") } });
  return (
    <Stack gap="md">
      <TextInput
        label={t("work.country")} description={t("work.country.help")} value={draft.country ?? ""} maxLength={2} w={240} inputWrapperOrder={["label", "input", "description", "error"]}
        onChange={(event) => setDraft({ ...draft, country: event.currentTarget.value === "" ? null : event.currentTarget.value.toUpperCase() })}
      />
      <People draft={draft} onChange={setDraft} />
      <Stack gap="xs">
        <Text size="sm" fw={550}>{t("work.holidays")}</Text>
        <Text size="xs" c="dimmed">{t("work.holidays.help")}</Text>
        {draft.holidays.map((text, at) => (
          // Documents have no name; their place is what tells them apart.
          <Textarea key={at} aria-label={t("work.document", { number: at + 1 })} value={text} autosize minRows={4} maxRows={14} classNames={{ input: classes.code ?? "" }} onChange={(event) => change(at, event.currentTarget.value)} />
        ))}
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setDraft({ ...draft, holidays: [...draft.holidays, EXAMPLE] })}>{t("work.add")}</Button>
        </Group>
      </Stack>
      <ProblemAlert error={save.error} />
      <Group justify="flex-end">
        <Button loading={save.isPending} onClick={submit}>{t("work.save")}</Button>
      </Group>
    </Stack>
  );
}

/** People who work elsewhere. */
function People({ draft, onChange }: { draft: Calendar; onChange: (draft: Calendar) => void }) {
  const { t } = useTranslation("settings");
  const sellers = api.useQuery("get", "/api/v1/sellers");
  const all = sellers.data?.items ?? [];
  const name = (id: string) => all.find((one) => one.id === id)?.name ?? id;
  const put = (id: string, country: string) => onChange({ ...draft, people: { ...draft.people, [id]: country } });
  const drop = (id: string) => onChange({ ...draft, people: Object.fromEntries(Object.entries(draft.people).filter(([one]) => one !== id)) });
  return (
    <Stack gap="xs">
      <Text size="sm" fw={550}>{t("work.people")}</Text>
      {Object.entries(draft.people).map(([id, country]) => (
        <Group key={id} gap="sm" wrap="nowrap">
          <Text size="sm" flex={1} miw={0} truncate>{name(id)}</Text>
          <TextInput aria-label={t("work.country.of", { name: name(id) })} value={country} maxLength={2} w={80} onChange={(event) => put(id, event.currentTarget.value.toUpperCase())} />
          <Button size="compact-sm" variant="subtle" color="gray" aria-label={t("work.drop.of", { name: name(id) })} onClick={() => drop(id)}>{t("work.drop")}</Button>
        </Group>
      ))}
      <Select
        aria-label={t("work.person")} placeholder={t("work.person")} value={null} searchable w={240} nothingFoundMessage={t("work.person.none")}
        data={all.filter(({ id }) => draft.people[id] === undefined).map(({ id, name: label }) => ({ value: id, label }))} onChange={(id) => (id === null ? undefined : put(id, draft.country ?? ""))}
      />
    </Stack>
  );
}
