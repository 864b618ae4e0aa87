// Which time is what: rules that people can read and change, from top to bottom.
import { Button, Group, NumberInput, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { type Rule, RuleRow } from "./RuleRow";

/** The document of the server. */
interface Rules {
  rules: Rule[];
  usual_minutes: Record<string, number>;
  /** Hundredths of a percent. */
  developed_from_bp: number;
  /** Hundredths of an hour. */
  centihours_per_week: number;
}

/** The editor; waits for the rules that hold now. */
export function TimeRules() {
  const { t } = useTranslation("settings");
  const found = api.useQuery("get", "/api/v1/time/rules");
  return (
    <Panel title={t("rules")} lead={t("rules.lead")}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} /> : null}
      {found.data === undefined ? null : <Editor rules={found.data as unknown as Rules} />}
    </Panel>
  );
}

function Editor({ rules }: { rules: Rules }) {
  const { t } = useTranslation("settings");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(rules);
  const [opened, setOpened] = useState<number | undefined>(undefined);
  const save = api.useMutation("put", "/api/v1/time/rules", {
    onSuccess: async () => {
      toastDone(shared("saved"));
      await queries.invalidateQueries();
    },
  });
  const put = (list: Rule[]) => setDraft({ ...draft, rules: list });
  const add = () => {
    put([{ words: [], category: "internal" }, ...draft.rules]);
    setOpened(0);
  };
  const reorder = (list: Rule[]) => {
    setOpened(undefined);
    put(list);
  };
  return (
    <Stack gap="md">
      <ProblemAlert error={save.error} />
      <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: "none" }}>
        {draft.rules.map((rule, index) => (
          <RuleRow
            // Rules have no name of their own; their place is what they are known by.
            key={index}
            rule={rule}
            place={index + 1}
            onChange={(next) => put(draft.rules.map((other, at) => (at === index ? next : other)))}
            isOpen={opened === index}
            onOpen={() => setOpened(opened === index ? undefined : index)}
            onRemove={() => reorder(draft.rules.filter((_, at) => at !== index))}
            {...(index === 0 ? {} : { onUp: () => reorder(swapped(draft.rules, index - 1)) })}
            {...(index === draft.rules.length - 1 ? {} : { onDown: () => reorder(swapped(draft.rules, index)) })}
          />
        ))}
      </Stack>
      <Group>
        <Button variant="default" size="xs" onClick={add}>
          {t("rules.add")}
        </Button>
      </Group>
      <Minutes minutes={draft.usual_minutes} onChange={(usual_minutes) => setDraft({ ...draft, usual_minutes })} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t("developed")} description={t("developed.help")} suffix=" %" value={draft.developed_from_bp / 100} min={1} max={100} decimalScale={2}
          inputWrapperOrder={["label", "input", "description", "error"]}
          onChange={(value) => setDraft({ ...draft, developed_from_bp: Math.round(Number(value) * 100) })}
        />
        <NumberInput
          label={t("week")} description={t("week.help")} value={draft.centihours_per_week / 100} min={1} max={80} decimalScale={2}
          inputWrapperOrder={["label", "input", "description", "error"]}
          onChange={(value) => setDraft({ ...draft, centihours_per_week: Math.round(Number(value) * 100) })}
        />
      </SimpleGrid>
      <Group>
        <Button onClick={() => save.mutate({ body: draft as unknown as Record<string, never> })} loading={save.isPending}>
          {t("rules.save")}
        </Button>
      </Group>
    </Stack>
  );
}

function swapped(rules: Rule[], first: number): Rule[] {
  const [one, other] = [rules[first], rules[first + 1]];
  if (one === undefined || other === undefined) return rules;
  return rules.map((rule, at) => (at === first ? other : at === first + 1 ? one : rule));
}

function Minutes({ minutes, onChange }: { minutes: Record<string, number>; onChange: (minutes: Record<string, number>) => void }) {
  const { t } = useTranslation("settings");
  return (
    <Stack gap="xs">
      <Title order={3}>{t("minutes")}</Title>
      <Text size="sm" c="dimmed">
        {t("minutes.help")}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
        {Object.entries(minutes).map(([kind, value]) => (
          <NumberInput
            key={kind} label={t(`kind.${kind}` as "kind.meeting", { defaultValue: kind })} value={value} min={1} max={960} allowDecimal={false} hideControls
            onChange={(next) => onChange({ ...minutes, [kind]: Number(next) })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
