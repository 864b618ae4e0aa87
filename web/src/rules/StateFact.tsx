// Stating what only people know of a unit: its health, escalations, invoices, how far a handoff has come.
import { Button, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { today } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { isValue, plain } from "./conditions";
import { FactSelect } from "./FactSelect";
import classes from "./rules.module.css";
import type { Fact, Facts, Value } from "./types";
import { ValueInput } from "./ValueInput";
import { capital, useFactWords } from "./words";

/** The value of a fact as a field holds it. */
function textOf(value: Value | null | undefined): string {
  return value === null || value === undefined || Array.isArray(value) ? "" : typeof value === "number" ? plain(value) : String(value);
}

function valueOf(fact: Fact, text: string): Value {
  if (fact.kind === "truth") return text === "true";
  return fact.kind === "number" || fact.kind === "whole" ? Number(text) : text;
}

/** The form for one fact. */
export function StateFact({ unit, fact, value, named = true, onDone }: { unit: string; fact: Fact; value?: Value | null | undefined; named?: boolean; onDone?: () => void }) {
  const { t } = useTranslation("rules");
  const { fact: nameOf, meaning } = useFactWords();
  const queries = useQueryClient();
  const [text, setText] = useState(textOf(value));
  const [since, setSince] = useState(today());
  const name = capital(nameOf(fact.name));
  const state = api.useMutation("post", "/api/v1/units/{id}/facts", {
    onSuccess: async () => {
      toastDone(t("state.done", { fact: name }));
      onDone?.();
      await queries.invalidateQueries();
    },
  });
  const fits = fact.kind === "truth" ? text === "true" || text === "false" : isValue(text, fact.kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The document calls a value an object; it is a number, a text or a truth.
    if (fits) state.mutate({ params: { path: { id: unit } }, body: { fact: fact.name, value: valueOf(fact, text) as unknown as Record<string, never>, since } });
  };
  return (
    // Units that miss the same fact each have such a form: a group has a name and, other than a form with one, is no landmark.
    <form onSubmit={submit}>
      <div role="group" className={classes.stateFact} aria-label={t("state.name", { fact: name })}>
        {named ? (
          <div>
            <Text size="sm" fw={550}>
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {meaning(fact)}
            </Text>
          </div>
        ) : null}
        <div className={classes.stateFields}>
          {fact.kind === "truth" ? (
            <SegmentedControl
              size="xs" aria-label={name} value={text} onChange={setText} data={[{ value: "true", label: t("truth.yes") }, { value: "false", label: t("truth.no") }]}
            />
          ) : (
            <ValueInput label={name} fact={fact} relation="is" values={[text]} onChange={([next = ""]) => setText(next)} />
          )}
          <Text size="xs" c="dimmed" aria-hidden>
            {t("state.since.word")}
          </Text>
          <TextInput size="xs" type="date" aria-label={t("state.since", { fact: name })} value={since} onChange={(event) => setSince(event.currentTarget.value)} />
          <Button size="xs" type="submit" disabled={!fits} loading={state.isPending}>
            {t("state.act")}
          </Button>
        </div>
        <ProblemAlert error={state.error} />
      </div>
    </form>
  );
}

/** The form for any of the facts that people state. */
export function StateAnyFact({ unit, facts, known, onDone }: { unit: string; facts: Facts; known: ReadonlyMap<string, Value | null | undefined>; onDone: () => void }) {
  const { t } = useTranslation("rules");
  const [name, setName] = useState([...facts.values()].find(({ stated }) => stated)?.name ?? "");
  const fact = facts.get(name);
  return (
    <div className={classes.stateAny}>
      <FactSelect label={t("state.which")} facts={facts} value={name} only={isStated} onChange={(next) => setName(next.name)} />
      {fact === undefined ? null : <StateFact key={name} unit={unit} fact={fact} value={known.get(name)} onDone={onDone} />}
    </div>
  );
}

function isStated({ stated }: Fact): boolean {
  return stated;
}
