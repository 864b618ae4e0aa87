// One step: what, who, until when, what proves it, and what can be done with it.
import { ActionIcon, Badge, Button, Group, Menu, Text } from "@mantine/core";
import Blocked from "lucide-react/icons/circle-alert";
import Done from "lucide-react/icons/circle-check";
import Todo from "lucide-react/icons/circle";
import NotNeeded from "lucide-react/icons/circle-minus";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Due } from "./Due";
import classes from "./handoffs.module.css";
import { useStepAct } from "./sends";
import { StepForm } from "./StepForm";
import { StepTold } from "./StepTold";
import type { Handoff, Step, StepAct } from "./types";
import { useSaid } from "./words";

const SIGNS = { open: Todo, done: Done, not_needed: NotNeeded, blocked: Blocked } as const;

/** The row; `isWanted` where the address asks for it. */
export function StepRow({ step, handoff, isWanted }: { step: Step; handoff: Handoff; isWanted: boolean }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const [form, setForm] = useState<StepAct["act"] | undefined>(undefined);
  const [isTold, setTold] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isWanted) row.current?.scrollIntoView({ block: "center" });
  }, [isWanted]);
  const Sign = SIGNS[step.state];
  const title = said(step.title);
  const who = handoff.people.find(({ id }) => id === step.person)?.name;
  const isOver = step.state === "done" || step.state === "not_needed";
  const hasMore = step.why !== null || step.history.length > 0;
  return (
    <li className={classes.step} ref={row} data-state={step.state} data-wanted={isWanted || undefined} aria-label={title}>
      <Sign size={17} aria-label={t(`step.state.${step.state}`)} className={classes.stepSign} />
      <div className={classes.stepMain}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <div className={classes.stepFacts}>
          <span>{who === undefined ? said(step.owner_title) : t("step.who", { name: who, role: said(step.owner_title) })}</span>
          {isOver ? null : <Due day={step.due} late={step.late} today={handoff.today} />}
          {step.gate ? <Badge variant="outline" size="sm" className={classes.badge}>{t("step.gate")}</Badge> : null}
          {hasMore ? (
            <button type="button" className={classes.quiet} aria-expanded={isTold} aria-label={t("step.more", { title })} onClick={() => setTold(!isTold)}>
              {t(isTold ? "step.told.close" : "step.told")}
            </button>
          ) : null}
        </div>
        {isTold ? <StepTold step={step} people={handoff.people} /> : null}
        {form === undefined ? null : <StepForm key={form} kind={form} step={step} handoff={handoff} onDone={() => setForm(undefined)} onCancel={() => setForm(undefined)} />}
      </div>
      {step.may_do && form === undefined ? <Acts step={step} title={title} handoff={handoff} isOver={isOver} onForm={setForm} /> : null}
    </li>
  );
}

function Acts({ step, title, handoff, isOver, onForm }: { step: Step; title: string; handoff: Handoff; isOver: boolean; onForm: (kind: StepAct["act"]) => void }) {
  const { t } = useTranslation("handoffs");
  const { send, isPending, error } = useStepAct(handoff, step, () => undefined);
  const finish = () => (step.proof === "confirmation" ? send({ act: "finish", proof: { proof: "confirmation" } }, t("step.done")) : onForm("finish"));
  const others: StepAct["act"][] = isOver ? ["reopen"] : [...(step.state === "blocked" ? (["reopen"] as const) : (["block"] as const)), ...(step.may_skip ? (["skip"] as const) : []), "move", "assign"];
  return (
    <div className={classes.stepActs}>
      <Group gap={4} wrap="nowrap">
        {isOver ? null : (
          <Button size="compact-sm" variant="default" loading={isPending} aria-label={t("step.finish.of", { title })} onClick={finish}>
            {t("step.finish")}
          </Button>
        )}
        <Menu position="bottom-end" shadow="md" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("step.others", { title })}>
              <Ellipsis size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((act) => (
              <Menu.Item key={act} onClick={() => onForm(act)}>
                {t(`step.act.${act}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <ProblemAlert error={error} />
    </div>
  );
}
