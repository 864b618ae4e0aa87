// Who does what in the alignment, and the constants that people most often set.
import { Button, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./alignments.module.css";
import { type Alignment, useAlignmentWords } from "./types";

const PARTS = ["field", "inside", "hunter", "aside"] as const;

/** What of the constants is set here; the others stay. */
interface Rules {
  hours_band: number;
  potential_band: number;
  pipeline_months: number;
  hunters_max: number | null;
  inside: { far_km: number; far_potential_max: number; small_potential_max: number };
}

/** The panels. */
export function Parts({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const queries = useQueryClient();
  const [parts, setParts] = useState<Record<string, string>>({});
  const [rules, setRules] = useState(of.rules as unknown as Rules);
  const [touched, setTouched] = useState(false);
  const change = api.useMutation("patch", "/api/v1/alignments/{id}", {
    onSuccess: async () => {
      toastDone(t("saved"));
      await queries.invalidateQueries();
    },
  });
  const save = () => change.mutate({ params: { path: { id: of.id } }, body: { version: of.version, parts: parts as never, rules: rules as never } });
  const set = (next: Partial<Rules>) => {
    setRules({ ...rules, ...next });
    setTouched(true);
  };
  const isChanged = touched || Object.keys(parts).length > 0;
  return (
    <Panel title={t("parts")} lead={t("parts.lead")} act={of.may_change ? <Button disabled={!isChanged} loading={change.isPending} onClick={save}>{t("save")}</Button> : undefined}>
      <ProblemAlert error={change.error} />
      <div className={classes.parts}>
        <People of={of} parts={parts} onChange={setParts} />
        <Constants rules={rules} disabled={!of.may_change} currency={of.currency} onChange={set} />
      </div>
    </Panel>
  );
}

function People({ of, parts, onChange }: { of: Alignment; parts: Record<string, string>; onChange: (parts: Record<string, string>) => void }) {
  const { t } = useTranslation("alignments");
  const { part, hours } = useAlignmentWords(of.currency);
  const options = PARTS.map((value) => ({ value, label: part(value) }));
  return (
    <ul className={classes.list}>
      {of.people.map((person) => (
        <li key={person.id} className={classes.row}>
          <div className={classes.grow}>
            <Text size="sm">{person.name}</Text>
            <Text size="xs" c="dimmed">
              {person.capacity === null || person.capacity === undefined ? t("parts.usual", { part: part(person.usual) }) : t("parts.capacity", { hours: hours(person.capacity) })}
              {person.placed ? "" : ` · ${t("parts.unplaced")}`}
            </Text>
          </div>
          {of.may_change ? (
            <Select size="xs" w={168} aria-label={t("parts.of", { name: person.name })} data={options} allowDeselect={false} value={parts[person.id] ?? person.part} onChange={(value) => onChange({ ...parts, [person.id]: value ?? person.part })} />
          ) : (
            <Text size="sm">{part(person.part)}</Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function Constants({ rules, disabled, currency, onChange }: { rules: Rules; disabled: boolean; currency: string; onChange: (next: Partial<Rules>) => void }) {
  const { t } = useTranslation("alignments");
  const { amount } = useFormats();
  const whole = (value: number | string, least: number) => (typeof value === "number" ? value : least);
  const inside = (next: Partial<Rules["inside"]>) => onChange({ inside: { ...rules.inside, ...next } });
  const money = (value: number) => amount({ amount: value.toFixed(0), currency });
  return (
    <Stack gap="sm">
      <Group grow align="flex-end">
        <NumberInput size="xs" label={t("rules.hours_band")} suffix=" %" min={1} max={80} disabled={disabled} value={Math.round(100 * rules.hours_band)} onChange={(value) => onChange({ hours_band: whole(value, 10) / 100 })} />
        <NumberInput size="xs" label={t("rules.potential_band")} suffix=" %" min={1} max={80} disabled={disabled} value={Math.round(100 * rules.potential_band)} onChange={(value) => onChange({ potential_band: whole(value, 15) / 100 })} />
      </Group>
      <NumberInput size="xs" label={t("rules.pipeline")} description={t("rules.pipeline.help")} min={0} max={120} disabled={disabled} value={rules.pipeline_months} onChange={(value) => onChange({ pipeline_months: whole(value, 12) })} />
      <NumberInput size="xs" label={t("rules.hunters_max")} description={t("rules.hunters_max.help")} min={1} max={50} disabled={disabled} value={rules.hunters_max ?? ""} onChange={(value) => onChange({ hunters_max: typeof value === "number" ? value : null })} />
      <Text size="sm" fw={550} mt="xs">{t("rules.inside")}</Text>
      <Text size="xs" c="dimmed">{t("rules.inside.help")}</Text>
      <NumberInput size="xs" label={t("rules.far_km")} min={0} max={20_000} suffix=" km" disabled={disabled} value={rules.inside.far_km} onChange={(value) => inside({ far_km: whole(value, 150) })} />
      <NumberInput size="xs" label={t("rules.far_potential")} description={money(rules.inside.far_potential_max)} min={0} disabled={disabled} value={Math.round(rules.inside.far_potential_max)} onChange={(value) => inside({ far_potential_max: whole(value, 0) })} />
      <NumberInput size="xs" label={t("rules.small_potential")} description={money(rules.inside.small_potential_max)} min={0} disabled={disabled} value={Math.round(rules.inside.small_potential_max)} onChange={(value) => inside({ small_potential_max: whole(value, 0) })} />
    </Stack>
  );
}
