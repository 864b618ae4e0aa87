// What was lost on the way: by handoff, by giver, by field of the brief.
import { Badge, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { type Mean, ranked, type Report } from "./report";
import classes from "./report.module.css";
import { useSaid } from "./words";

const SHOWN = 12;

/** The panel. */
export function ReportLoss({ report }: { report: Report }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const { percent, number } = useFormats();
  const fields = ranked(report.fields).slice(0, SHOWN);
  if (report.losses.length === 0 && report.givers.length === 0 && fields.length === 0) {
    return <Panel title={t("report.loss")} lead={t("report.loss.lead")}><Text size="sm">{t("report.loss.none")}</Text></Panel>;
  }
  return (
    <Panel title={t("report.loss")} lead={t("report.loss.lead")}>
      <div className={classes.losses}>
        <section>
          <Title order={3} size="h5">{t("report.loss.handoffs")}</Title>
          <ul className={classes.bars}>
            {report.losses.slice(0, SHOWN).map((one) => (
              <li key={one.handoff} className={classes.bar}>
                <Link to="/handoffs/$id" params={{ id: one.handoff }} className={classes.name}>{one.customer}</Link>
                <Fill bp={one.loss.whole_bp} />
                <span className={classes.value}>{percent(one.loss.whole_bp / 100, 0)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <Title order={3} size="h5">{t("report.loss.givers")}</Title>
          <ul className={classes.bars}>
            {report.givers.map(({ giver, loss }) => <Row key={giver.id} name={giver.name} loss={loss} />)}
          </ul>
        </section>
        <section>
          <Title order={3} size="h5">{t("report.loss.fields")}</Title>
          {fields.length === 0 ? <Text size="sm" c="dimmed">{t("report.loss.fields.none")}</Text> : null}
          <ul className={classes.bars}>
            {fields.map((field) => (
              <Row
                key={field.field} name={said(field.title)} loss={field.loss}
                mark={field.drop ? <Badge size="xs" variant="light" color="gray">{t("report.drop", { unused: number(field.unused), judged: number(field.judged) })}</Badge> : undefined}
              />
            ))}
          </ul>
        </section>
      </div>
    </Panel>
  );
}

function Fill({ bp }: { bp: number }) {
  return <span className={classes.track} aria-hidden><span className={classes.fill} data-tone="loss" style={{ width: `${bp / 100}%` }} /></span>;
}

function Row({ name, loss, mark }: { name: string; loss: Mean; mark?: ReactNode }) {
  const { t } = useTranslation("handoffs");
  const { percent, number } = useFormats();
  return (
    <li className={classes.bar}>
      <span className={classes.name}>{name} {mark}</span>
      {loss.is === "known" ? <Fill bp={loss.mean_bp} /> : <span className={classes.few}>{t("report.loss.few", { count: loss.count, number: number(loss.count) })}</span>}
      <span className={classes.value}>{loss.is === "known" ? percent(loss.mean_bp / 100, 0) : ""}</span>
    </li>
  );
}
