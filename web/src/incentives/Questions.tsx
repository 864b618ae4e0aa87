// Questions about lines: found by state, person, period and words, a page at a time; what waits for an answer stands first.
import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./incentives.module.css";
import { QuestionCard } from "./QuestionCard";
import type { Question } from "./types";

const QUIET_MS = 250;
const PAGE_ROWS = 20;
const STATES = ["waiting", "open", "answered", "proposed", "adjusted", "declined"] as const;

interface Wanted {
  state?: string;
  person?: string;
  period?: string;
}

/** The panel. */
export function Questions() {
  const { t } = useTranslation("incentives");
  const { number } = useFormats();
  const [wanted, setWanted] = useState<Wanted>({});
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text, QUIET_MS);
  const query = { limit: PAGE_ROWS, ...wanted, ...(asked === "" ? {} : { text: asked }) };
  const found = api.useInfiniteQuery("get", "/api/v1/incentives/questions", { params: { query } }, {
    pageParamName: "after",
    initialPageParam: "0",
    getNextPageParam: (page: { next?: string | null }) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = found.data?.pages ?? [];
  const [first] = pages;
  const items = pages.flatMap((page) => page.items) as unknown as Question[];
  const none = first !== undefined && first.people.length === 0;
  return (
    <Panel title={t("questions")} lead={t("questions.lead")}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {first === undefined || none ? null : <Filters wanted={wanted} onChange={setWanted} text={text} onText={setText} people={first.people} periods={first.periods} />}
      {first === undefined || none ? null : (
        <Text size="sm" c="dimmed" role="status" mb="sm">
          {t("questions.found", { count: first.total, number: number(first.total) })}
        </Text>
      )}
      {none ? <Text size="sm" c="dimmed">{t("questions.none")}</Text> : null}
      <div className={classes.cards}>
        {items.map((question) => (
          <QuestionCard key={question.id} question={question} whose />
        ))}
      </div>
      {found.hasNextPage ? (
        <Group justify="center" pt="sm">
          <Button size="xs" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("more", { shown: number(items.length), all: number(first?.total ?? 0) })}
          </Button>
        </Group>
      ) : null}
    </Panel>
  );
}

interface FiltersProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  text: string;
  onText: (text: string) => void;
  people: { id: string; name: string }[];
  periods: string[];
}

function Filters({ wanted, onChange, text, onText, people, periods }: FiltersProps) {
  const { t } = useTranslation("incentives");
  const { month } = useFormats();
  const choice = (key: keyof Wanted, label: string, data: { value: string; label: string }[]) => (
    <Select
      size="xs" w={170} label={label} placeholder={t("questions.any")} clearable data={data} value={wanted[key] ?? null}
      clearButtonProps={{ "aria-label": t("questions.clear", { what: label }) }}
      onChange={(chosen) => {
        const next = { ...wanted };
        if (chosen === null) delete next[key];
        else next[key] = chosen;
        onChange(next);
      }}
    />
  );
  return (
    <Group gap="xs" mb="sm" align="flex-end">
      {choice("state", t("state"), STATES.map((value) => ({ value, label: t(`question.${value}`) })))}
      {choice("person", t("column.person"), people.map(({ id, name }) => ({ value: id, label: name })))}
      {choice("period", t("period"), periods.map((value) => ({ value, label: month(value) })))}
      <TextInput type="search" size="xs" w={200} label={t("questions.text")} value={text} onChange={(event) => onText(event.currentTarget.value)} />
    </Group>
  );
}
