// Late steps of those one leads, by person, the oldest first.
import { Skeleton, Title } from "@mantine/core";
import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import classes from "./handoffs.module.css";
import { StepLine } from "./StepLine";
import type { MyStep } from "./types";

/** The page. */
export function Late() {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const found = api.useQuery("get", "/api/v1/handoffs/late-steps");
  const late = found.data as unknown as { today: string; steps: MyStep[] } | undefined;
  return (
    <Frame at="late">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      {late === undefined ? null : late.steps.length === 0 ? (
        <Panel>
          <EmptyState icon={CircleCheck} title={t("late.none")} text={t("late.none.text")} act={{ label: t("work.none.board"), to: "/handoffs/all" }} />
        </Panel>
      ) : (
        <Panel title={t("steps.late", { count: late.steps.length, number: number(late.steps.length) })} flush>
          {byPerson(late.steps).map(([person, steps]) => (
            <section key={person} aria-label={person === "" ? t("step.nobody") : person}>
              <Title order={3} className={classes.personHead}>
                {person === "" ? t("step.nobody") : person}
              </Title>
              <ul className={classes.lines}>
                {steps.map((step) => (
                  <StepLine key={`${step.handoff} ${step.step}`} step={step} today={late.today} />
                ))}
              </ul>
            </section>
          ))}
        </Panel>
      )}
    </Frame>
  );
}

/** Whoever is latest comes first. */
function byPerson(steps: readonly MyStep[]): [string, MyStep[]][] {
  const people = new Map<string, MyStep[]>();
  for (const step of steps) people.set(step.person ?? "", [...(people.get(step.person ?? "") ?? []), step]);
  return [...people];
}
