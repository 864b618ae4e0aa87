// Fields that planning and drawing share: what is done, aimed at what, what is counted, how much is hoped for, who.
import { Checkbox, NumberInput, Select, SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./interventions.module.css";
import type { Choices, PersonChoice } from "./types";
import { useAmounts } from "./words";

/** What both forms hold. */
export interface Aimed {
  kind: string;
  aim: string;
  outcome: string;
  /** As it is typed: shares in percentage points. */
  expected: number | "";
}

/** What a form starts with. */
export function aimedOf(choices: Choices): Aimed {
  const aim = choices.aims["crowd_out"] === undefined ? (Object.keys(choices.aims)[0] ?? "") : "crowd_out";
  return { kind: "training", aim, outcome: choices.aims[aim] ?? "", expected: "" };
}

/** What was typed, as the server counts it. */
export function expectedOf(aimed: Aimed, choices: Choices): number {
  const typed = aimed.expected === "" ? 0 : aimed.expected;
  return unitOf(aimed.outcome, choices) === "share" ? typed / 100 : typed;
}

/** In what an outcome is counted. */
export function unitOf(outcome: string, choices: Choices): string {
  return choices.outcomes.find((each) => each.outcome === outcome)?.unit ?? "count";
}

interface Props {
  aimed: Aimed;
  choices: Choices;
  onChange: (aimed: Aimed) => void;
  /** The kind and the aim are asked for elsewhere. */
  only?: "outcome" | undefined;
}

/** The fields. */
export function AimFields({ aimed, choices, onChange, only }: Props) {
  const { t } = useTranslation("interventions");
  const unit = unitOf(aimed.outcome, choices);
  const wanted = choices.outcomes.find(({ outcome }) => outcome === aimed.outcome)?.wanted;
  const outcomes = choices.outcomes.filter(({ known }) => known);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {only === "outcome" ? null : (
        <>
          <Select
            label={t("field.kind")} allowDeselect={false} value={aimed.kind} onChange={(kind) => onChange({ ...aimed, kind: kind ?? aimed.kind })}
            data={choices.kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}` as "kind.training") }))}
          />
          <Select
            label={t("field.aim")} allowDeselect={false} value={aimed.aim}
            onChange={(aim) => onChange({ ...aimed, aim: aim ?? aimed.aim, outcome: choices.aims[aim ?? aimed.aim] ?? aimed.outcome })}
            data={Object.keys(choices.aims).map((aim) => ({ value: aim, label: t(`aim.${aim}` as "aim.crowd_out") }))}
          />
        </>
      )}
      <Select
        label={t("field.outcome")} description={t("field.outcome.help")} allowDeselect={false} value={aimed.outcome} onChange={(outcome) => onChange({ ...aimed, outcome: outcome ?? aimed.outcome, expected: "" })}
        data={outcomes.map(({ outcome }) => ({ value: outcome, label: t(`outcome.${outcome}` as "outcome.won") }))}
      />
      <NumberInput
        label={t("field.expected")} description={t(wanted === "less" ? "field.expected.less" : "field.expected.more")} value={aimed.expected} step={unit === "share" ? 1 : 0.1} required withAsterisk={false}
        suffix={unit === "share" ? t("points.suffix") : unit === "hours" ? t("hours.suffix") : ""} onChange={(value) => onChange({ ...aimed, expected: typeof value === "number" ? value : "" })}
      />
    </SimpleGrid>
  );
}

interface PeopleProps {
  label: string;
  help?: string;
  people: readonly PersonChoice[];
  chosen: readonly string[];
  outcome: string;
  unit: string;
  currency: string;
  onChange: (chosen: string[]) => void;
}

/** People by team, with how they did lately. */
export function PeopleField({ label, help, people, chosen, outcome, unit, currency, onChange }: PeopleProps) {
  const { t } = useTranslation("interventions");
  const { plain } = useAmounts(unit, currency);
  const teams = [...new Set(people.map(({ team }) => team ?? ""))];
  const toggle = (id: string, is: boolean) => onChange(is ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset className={classes.people}>
      <legend>{label}</legend>
      {help === undefined ? null : <Text size="xs" c="dimmed">{help}</Text>}
      {teams.map((team) => {
        const own = people.filter((person) => (person.team ?? "") === team);
        const all = own.every(({ seller }) => chosen.includes(seller.id));
        const ids = own.map(({ seller }) => seller.id);
        return (
          <div key={team} className={classes.team}>
            <Checkbox
              label={team === "" ? t("team.none") : team} fw={600} checked={all} indeterminate={!all && own.some(({ seller }) => chosen.includes(seller.id))}
              onChange={(event) => onChange(event.currentTarget.checked ? [...new Set([...chosen, ...ids])] : chosen.filter((id) => !ids.includes(id)))}
            />
            <div className={classes.persons}>
              {own.map(({ seller, means }) => (
                <Checkbox
                  key={seller.id} label={seller.name} description={means[outcome] === undefined ? t("mean.none") : t("mean", { value: plain(means[outcome]) })}
                  checked={chosen.includes(seller.id)} onChange={(event) => toggle(seller.id, event.currentTarget.checked)}
                />
              ))}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
