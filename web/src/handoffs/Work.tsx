// My work today: what waits for my answer, and my steps by when they are due.
import { Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMe } from "../shell/useMe";
import { Frame } from "./Frame";
import classes from "./handoffs.module.css";
import { StepLine } from "./StepLine";
import type { MyStep, Waiting } from "./types";
import { grouped, type When } from "./when";
import { unitOf, useSaid } from "./words";

/** The page. */
export function Work() {
  const found = api.useQuery("get", "/api/v1/handoffs/my-work");
  const work = found.data as unknown as { today: string; steps: MyStep[]; waiting: Waiting[] } | undefined;
  return (
    <Frame at="work">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      {work === undefined ? null : work.steps.length + work.waiting.length === 0 ? <Nothing /> : <Everything {...work} />}
    </Frame>
  );
}

function Everything({ today, steps, waiting }: { today: string; steps: MyStep[]; waiting: Waiting[] }) {
  return (
    <>
      {waiting.length === 0 ? null : <Answers waiting={waiting} />}
      {grouped(steps, today).map((group) => (
        <Group key={group.when} {...group} today={today} />
      ))}
    </>
  );
}

function Answers({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const { date } = useFormats();
  return (
    <Panel title={t("waiting")} lead={t("waiting.lead")} flush>
      <ul className={classes.lines}>
        {waiting.map((one) => (
          <li key={`${one.handoff} ${one.what}`} className={classes.line} data-strong>
            <div className={classes.lineMain}>
              <Link to={`/handoffs/${one.handoff}`} search={(one.what === "read_brief" || one.what === "mend_brief" ? { part: "brief" } : {}) as never} className={classes.lineTitle}>
                {t(`waiting.${one.what}`, { customer: one.customer.name })}
              </Link>
              <Text size="sm" c="dimmed">
                {[unitOf(one), t("from_to", { from: one.giver, to: one.receiver ?? t("receiver.none") })].filter(Boolean).join(" · ")}
              </Text>
              {one.what === "answer" ? <Text size="sm">{one.said ? said(one.said) : one.reason}</Text> : null}
            </div>
            <Text size="sm" c="dimmed" className={classes.lineAside}>
              {t("waiting.since", { day: date(one.day) })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Group({ when, steps, today }: { when: When; steps: readonly MyStep[]; today: string }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  return (
    <Panel title={t(`when.${when}`, { number: number(steps.length) })} flush>
      <ul className={classes.lines}>
        {steps.map((step) => (
          <StepLine key={`${step.handoff} ${step.step}`} step={step} today={today} />
        ))}
      </ul>
    </Panel>
  );
}

function Nothing() {
  const { t } = useTranslation("handoffs");
  const { role } = useMe();
  const leads = ["manager", "operations", "admin"].includes(role);
  const act = leads ? { label: t("work.none.board"), to: "/handoffs/all" } : { label: t("work.none.customers"), to: "/customers" };
  return (
    <Panel>
      <EmptyState icon={CircleCheck} title={t("work.none")} text={t(leads ? "work.none.leads" : "work.none.text")} act={act} />
    </Panel>
  );
}
