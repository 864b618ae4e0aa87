// Everybody before and after: hours and potential as bars in their bands.
import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import { Choice, type View } from "../shared/chart/Chart";
import { type Column, DataTable } from "../shared/DataTable";
import classes from "./alignments.module.css";
import { both, type Person, type Proposal, useAlignmentWords } from "./types";

const [WIDTH, HEIGHT] = [300, 34];

/** The panel. */
export function People({ of }: { of: Proposal }) {
  const { t } = useTranslation("alignments");
  const [view, setView] = useState<View>("picture");
  const people = of.figures.people;
  const keepers = people.filter(({ part }) => part !== "hunter");
  if (keepers.length === 0) return null;
  return (
    <Panel title={t("people")} lead={t("people.lead")} act={<Choice name={t("people")} view={view} onChange={setView} />} flush={view === "table"}>
      {view === "table" ? <Table of={of} people={people} /> : <Bars of={of} keepers={keepers} />}
    </Panel>
  );
}

function Bars({ of, keepers }: { of: Proposal; keepers: readonly Person[] }) {
  const { t } = useTranslation("alignments");
  const { money, hours, part } = useAlignmentWords(of.currency);
  const top = (value: (person: Person) => readonly number[], band: (person: Person) => readonly number[]) =>
    Math.max(...keepers.flatMap((person) => [...value(person), ...band(person)]), 1);
  const [hoursTop, potentialTop] = [top((person) => person.hours, (person) => person.hours_band), top((person) => person.potential, (person) => person.potential_band)];
  return (
    <>
      <div className={classes.bars}>
        {keepers.map((person) => (
          <div key={person.id} className={classes.person}>
            <div>
              <Text size="sm" fw={550}>{person.name}</Text>
              <Text size="xs" c="dimmed">{part(person.part)} · {t("people.units", { before: both(person.units)[0], after: both(person.units)[1] })}</Text>
              {person.paired.length === 0 ? null : <Text size="xs" c="dimmed">{t("people.hunters", { names: person.paired.join(", ") })}</Text>}
            </div>
            <Bar name={t("work")} pair={both(person.hours)} band={both(person.hours_band)} top={hoursTop} write={hours} />
            <Bar name={t("potential")} pair={both(person.potential)} band={both(person.potential_band)} top={potentialTop} write={money} />
          </div>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="sm">{t("people.how")}</Text>
    </>
  );
}

/** Two bars in a band: before above, after below. */
export function Bar({ name, pair: [before, after], band: [low, high], top, write }: { name: string; pair: [number, number]; band: [number, number]; top: number; write: (value: number) => string }) {
  const { t } = useTranslation("alignments");
  const x = (value: number) => (value / top) * WIDTH;
  const outside = after < low - 1e-6 || after > high + 1e-6;
  const said = t("bar", { name, before: write(before), after: write(after), low: write(low), high: write(high) });
  return (
    <div>
      <Text size="xs" className="figures">
        {name}: {t("before_after", { before: write(before), after: write(after) })}
        {outside ? <Text span size="xs" c="var(--t-loss)" fw={600}> · {t(after > high ? "bar.above" : "bar.below")}</Text> : null}
      </Text>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={classes.bar} role="img" aria-label={said}>
        <rect x={x(low)} width={Math.max(2, x(high) - x(low))} y={0} height={HEIGHT} className={classes.band} />
        <rect x={0} width={x(before)} y={6} height={8} className={classes.before} />
        <rect x={0} width={x(after)} y={18} height={10} className={classes.after} data-outside={outside || undefined} />
      </svg>
    </div>
  );
}

function Table({ of, people }: { of: Proposal; people: readonly Person[] }) {
  const { t } = useTranslation("alignments");
  const { money, hours, km, part } = useAlignmentWords(of.currency);
  const pair = (value: readonly number[], write: (value: number) => string) => t("before_after", { before: write(both(value)[0]), after: write(both(value)[1]) });
  const columns: Column<Person>[] = [
    { id: "name", header: t("person"), bare: true, sort: (row) => row.name, cell: (row) => row.name },
    { id: "part", header: t("part"), sort: (row) => row.part, cell: (row) => part(row.part) },
    { id: "units", header: t("units.short"), cell: (row) => <span className="figures">{pair(row.units, String)}</span> },
    { id: "hours", header: t("work"), sort: (row) => both(row.hours)[1], cell: (row) => <span className="figures">{pair(row.hours, hours)}</span> },
    { id: "potential", header: t("potential"), sort: (row) => both(row.potential)[1], cell: (row) => <span className="figures">{pair(row.potential, money)}</span> },
    { id: "arr", header: t("arr"), sort: (row) => both(row.arr)[1], cell: (row) => <span className="figures">{pair(row.arr, money)}</span> },
    { id: "km", header: t("strip.travel"), sort: (row) => both(row.km)[1], cell: (row) => <span className="figures">{pair(row.km, km)}</span> },
  ];
  return <DataTable label={t("people")} rows={people} columns={columns} rowKey={(row) => row.id} />;
}
