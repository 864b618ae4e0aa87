// The steps by phase: what is to be done by whom until when, and doing it where it stands.
import { SegmentedControl, Text, Title } from "@mantine/core";
import ListChecks from "lucide-react/icons/list-checks";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { useMe } from "../shell/useMe";
import classes from "./handoffs.module.css";
import { StepRow } from "./StepRow";
import { type Handoff, PHASES, type Step } from "./types";
import { useSaid } from "./words";

const SHOWN = ["todo", "mine", "all"] as const;

/** The part. */
export function StepList({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const me = useMe();
  const { step: wanted } = useSearch({ strict: false }) as { step?: string };
  const isOver = handoff.steps.length > 0 && handoff.steps.every((step) => step.state === "done" || step.state === "not_needed");
  const [shown, setShown] = useState<(typeof SHOWN)[number]>(isOver ? "all" : "todo");
  if (handoff.steps.length === 0) {
    return (
      <Panel>
        <EmptyState icon={ListChecks} title={t("steps.none")} text={t("steps.none.text")} />
      </Panel>
    );
  }
  const is = (step: Step, which: (typeof SHOWN)[number]) =>
    which === "all" || ((step.state === "open" || step.state === "blocked") && (which === "todo" || step.person === me.id));
  const steps = handoff.steps.filter((step) => is(step, shown) || step.id === wanted);
  const count = (which: (typeof SHOWN)[number]) => number(handoff.steps.filter((step) => is(step, which)).length);
  return (
    <Panel
      title={t("part.steps")} flush
      act={<SegmentedControl size="xs" aria-label={t("steps.shown")} value={shown} onChange={(next) => setShown(next as "all")} data={SHOWN.map((which) => ({ value: which, label: t(`steps.${which}`, { number: count(which) }) }))} />}
    >
      {steps.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes.pad}>
          {t("steps.nothing")}
        </Text>
      ) : (
        PHASES.map((phase) => <Phase key={phase} steps={steps.filter((step) => (step.phase ?? "follow_up") === phase)} handoff={handoff} wanted={wanted} />)
      )}
    </Panel>
  );
}

function Phase({ steps, handoff, wanted }: { steps: readonly Step[]; handoff: Handoff; wanted: string | undefined }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const [first] = steps;
  if (first === undefined) return null;
  const title = first.phase_title === null ? t("steps.other") : said(first.phase_title);
  return (
    <section aria-label={title}>
      <Title order={3} className={classes.phase}>
        {title}
      </Title>
      <ul className={classes.lines}>
        {steps.map((step) => (
          <StepRow key={step.id} step={step} handoff={handoff} isWanted={step.id === wanted} />
        ))}
      </ul>
    </section>
  );
}
