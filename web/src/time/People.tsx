// Person by person: how much of their time is known, and what it went into.
import { Anchor, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Legend } from "../shared/chart/Legend";
import { Parts } from "../shared/chart/Parts";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Hours } from "../shared/values";
import { type Kind, useKinds } from "./kinds";
import { useWords } from "./query";
import classes from "./time.module.css";

type Person = Wire["TimePerson"];

/** The people. */
export function People({ people }: { people: Person[] }) {
  const { t } = useTranslation("time");
  const { split } = useWords();
  const kinds = useKinds(split);
  // A phone shows who and how much; what it went into is one touch away.
  const isNarrow = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const columns: Column<Person>[] = [
    { id: "seller", header: t("people.seller"), cell: (row) => <Name person={row} />, sort: (row) => row.seller.name },
    { id: "bar", header: t("people.bar"), bare: true, cell: (row) => <PersonBar person={row} kinds={kinds} />, sort: (row) => row.hours_recorded },
    ...(isNarrow ? [] : kinds).map((kind): Column<Person> => ({ id: kind.id, header: kind.name, align: "end", cell: (row) => <Hours value={kind.hours(row)} />, sort: kind.hours })),
  ];
  return (
    <Panel title={t("people")} lead={t("people.lead")} flush>
      <div className={classes.legend}>
        <Legend keys={[...kinds, { name: t("coverage.unknown"), color: () => "var(--t-line)" }]} />
      </div>
      <DataTable label={t("people.label")} rows={people} columns={columns} rowKey={(row) => row.seller.id} start={{ by: "bar", descending: true }} />
    </Panel>
  );
}

function Name({ person }: { person: Person }) {
  return (
    <Anchor component={Link} to={`/time/people/${person.seller.id}`} search={((before: object) => before) as never} size="sm" fw={550}>
      {person.seller.name}
    </Anchor>
  );
}

/** A person's hours as a bar as long as the hours there were. */
export function PersonBar({ person, kinds, height }: { person: Person; kinds: Kind[]; height?: number }) {
  const { t } = useTranslation("time");
  const { hours } = useFormats();
  const said = t("people.known", { recorded: hours(person.hours_recorded), available: hours(person.hours_available) });
  const split = kinds.map((kind) => `${kind.name} ${hours(kind.hours(person))}`).join(", ");
  return (
    <div className={classes.person}>
      <Parts
        name={`${person.seller.name}: ${said}; ${split}`} whole={person.hours_available} height={height ?? 14}
        parts={kinds.map((kind) => ({ ...kind, value: kind.hours(person) }))}
      />
      <Text size="xs" c="dimmed" className="figures">
        {person.hours_recorded === 0 ? t("people.unknown", { available: hours(person.hours_available) }) : said}
      </Text>
    </div>
  );
}
