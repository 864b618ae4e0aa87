// A step in a list over many handoffs: what, for whom, until when.
import { Badge, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Due } from "./Due";
import classes from "./handoffs.module.css";
import type { MyStep } from "./types";
import { unitOf, useSaid } from "./words";

/** The line. */
export function StepLine({ step, today }: { step: MyStep; today: string }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const about = [step.customer.name, unitOf(step)].filter(Boolean).join(" · ");
  return (
    <li className={classes.line}>
      <div className={classes.lineMain}>
        <Link to={`/handoffs/${step.handoff}`} search={{ step: step.step } as never} className={classes.lineTitle}>
          {said(step.title)}
        </Link>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      </div>
      <div className={classes.lineAside}>
        {step.state === "blocked" ? <Badge variant="outline" size="sm" className={classes.badge} data-tone="caution">{t("step.blocked")}</Badge> : null}
        {step.gate ? <Badge variant="outline" size="sm" className={classes.badge}>{t("step.gate")}</Badge> : null}
        <Due day={step.due} late={step.late} today={today} />
      </div>
    </li>
  );
}
