// Languages and skills: what each is called, who has it, which customers need it, and what it costs where somebody lacks it.
import { Button, Group, MultiSelect, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import Plus from "lucide-react/icons/plus";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useWords } from "../customers/words";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./alignments.module.css";
import { type Alignment, type Skill, useAlignmentWords } from "./types";

const SKILLS_MAX = 64;
const NEW: Skill = { name: "", people: [], countries: [], industries: [], segments: [], units: 0, keepers: 0 };

/** What of the constants is set here; the others stay. */
interface Rules {
  skill_cost: number;
}

/** The panel. */
export function Skills({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const queries = useQueryClient();
  const { money } = useAlignmentWords(of.currency);
  const kept = of.rules as unknown as Rules;
  const [skills, setSkills] = useState<Skill[]>();
  const [cost, setCost] = useState<number>();
  const change = api.useMutation("patch", "/api/v1/alignments/{id}", {
    onSuccess: async () => {
      toastDone(t("saved"));
      await queries.invalidateQueries();
      setSkills(undefined);
      setCost(undefined);
    },
  });
  const shown = skills ?? of.skills;
  const put = (at: number, next: Partial<Skill>) => setSkills(shown.map((skill, other) => (other === at ? { ...skill, ...next } : skill)));
  const save = () => {
    const given = shown.map(({ name, people, countries, industries, segments }) => ({ name, people, countries, industries, segments }));
    const rules = cost === undefined ? {} : { rules: { ...kept, skill_cost: cost } as never };
    change.mutate({ params: { path: { id: of.id } }, body: { version: of.version, skills: given, ...rules } });
  };
  const isChanged = skills !== undefined || cost !== undefined;
  const isNamed = shown.every(({ name }) => name.trim() !== "");
  return (
    <Panel title={t("skills")} lead={t("skills.lead")} act={of.may_change ? <Button disabled={!isChanged || !isNamed} loading={change.isPending} onClick={save}>{t("skills.save")}</Button> : undefined}>
      <ProblemAlert error={change.error} />
      {shown.length === 0 ? <Text size="sm" c="dimmed">{t("skills.none")}</Text> : null}
      <ul className={classes.list} aria-label={t("skills")}>
        {shown.map((skill, at) => <One key={at} of={of} skill={skill} isKept={skills === undefined} onChange={(next) => put(at, next)} onRemove={() => setSkills(shown.filter((_, other) => other !== at))} />)}
      </ul>
      <Group mt="sm" align="flex-end" justify="space-between">
        {of.may_change && shown.length < SKILLS_MAX ? <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => setSkills([...shown, NEW])}>{t("skills.add")}</Button> : <span />}
        {shown.length === 0 ? null : (
          <NumberInput size="xs" w={260} label={t("skills.cost")} description={money(cost ?? kept.skill_cost)} min={0} max={1e9} disabled={!of.may_change} value={Math.round(cost ?? kept.skill_cost)} onChange={(value) => typeof value === "number" && value !== Math.round(cost ?? kept.skill_cost) && setCost(value)} />
        )}
      </Group>
    </Panel>
  );
}

function One({ of, skill, isKept, onChange, onRemove }: { of: Alignment; skill: Skill; isKept: boolean; onChange: (next: Partial<Skill>) => void; onRemove: () => void }) {
  const { t } = useTranslation("alignments");
  const { country } = useWords();
  const { countries, industries, segments } = of.skill_choices;
  // What was chosen when the record still held it can be seen and taken away.
  const all = (known: readonly string[], chosen: readonly string[], write: (value: string) => string) =>
    [...new Set([...known, ...chosen])].map((value) => ({ value, label: write(value) }));
  const fixed = { size: "xs", searchable: true, disabled: !of.may_change } as const;
  return (
    <li className={classes.row}>
      <Stack gap="xs" className={classes.grow} role="group" aria-label={skill.name === "" ? t("skills.new") : skill.name}>
        <Group gap="xs" align="flex-end">
          <TextInput size="xs" w={220} label={t("skills.name")} maxLength={60} disabled={!of.may_change} value={skill.name} onChange={(event) => onChange({ name: event.currentTarget.value })} />
          {of.may_change ? <Button size="xs" variant="default" aria-label={t("skills.remove.name", { name: skill.name })} onClick={onRemove}>{t("skills.remove")}</Button> : null}
          {isKept ? <Text size="xs" c="dimmed">{t("skills.counts", { units: t("skills.units", { count: skill.units }), keepers: t("skills.keepers", { count: skill.keepers }) })}</Text> : null}
        </Group>
        <div className={classes.parts}>
          <MultiSelect {...fixed} label={t("skills.people")} data={of.people.map(({ id, name }) => ({ value: id, label: name }))} value={skill.people} onChange={(people) => onChange({ people })} />
          <MultiSelect {...fixed} label={t("skills.countries")} data={all(countries, skill.countries, country)} value={skill.countries} onChange={(chosen) => onChange({ countries: chosen })} />
          <MultiSelect {...fixed} label={t("skills.industries")} data={all(industries, skill.industries, String)} value={skill.industries} onChange={(chosen) => onChange({ industries: chosen })} />
          <MultiSelect {...fixed} label={t("skills.segments")} data={all(segments, skill.segments, (segment) => t(`segment.${segment}` as "segment.small"))} value={skill.segments} onChange={(chosen) => onChange({ segments: chosen })} />
        </div>
      </Stack>
    </li>
  );
}
