// What moves, what stays and why, what is still to be decided, and which steps would be opened.
import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import type { Preview } from "./mass";
import classes from "./mass.module.css";
import type { Said } from "./types";
import { useSaid } from "./words";

/** The lists. */
export function MassRecords({ preview }: { preview: Preview }) {
  const { t } = useTranslation("handoffs");
  const { moved, kept, to_decide: open, steps } = preview;
  return (
    <Panel title={t("mass.records")} lead={t("mass.records.lead")}>
      <div className={classes.records}>
        <Counts title={t("mass.moved")} lead={t("mass.moved.lead")} counts={moved} />
        <Counts title={t("mass.decide")} lead={t("mass.decide.lead")} counts={open} />
        <Counts title={t("mass.kept")} lead={t("mass.kept.lead")} counts={kept} />
        <Counts title={t("mass.opened")} lead={t("mass.opened.lead")} counts={steps} />
      </div>
    </Panel>
  );
}

function Counts({ title, lead, counts }: { title: string; lead: string; counts: readonly { title: Said; count: number }[] }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const said = useSaid();
  return (
    <section>
      <Title order={3} size="h5">{title}</Title>
      <Text size="xs" c="dimmed">{lead}</Text>
      {counts.length === 0 ? <Text size="sm" mt={6}>{t("mass.none")}</Text> : (
        <dl className={classes.counts}>
          {counts.map((one) => (
            <div key={one.title.en}>
              <dt>{said(one.title)}</dt>
              <dd className="figures">{number(one.count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
