// Proposals that name the person, with nobody else's figures.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Aspects } from "./Aspects";
import classes from "./staffing.module.css";
import { type Named, useRoles } from "./types";

const OBJECTIVES = ["balanced", "wishes", "continuity"] as const;

/** The panel. */
export function NamedPanel({ proposals }: { proposals: Named[] }) {
  const { t } = useTranslation("staffing");
  const { date } = useFormats();
  const roles = useRoles();
  return (
    <Panel title={t("named")} lead={t("named.lead")}>
      {proposals.length === 0 ? <Text size="sm">{t("named.none")}</Text> : null}
      <ul className={classes.list}>
        {proposals.map((one) => (
          <li key={`${one.name} ${one.at}`} className={classes.row}>
            <div className={classes.rowMain}>
              <Text size="sm" fw={600}>
                {one.name}
              </Text>
              <Text size="xs" c="dimmed">
                {t("named.by", { by: one.by, day: date(one.at) })}
              </Text>
              <dl className={classes.facts}>
                {OBJECTIVES.filter((objective) => objective in one.roles).map((objective) => (
                  <Row key={objective} name={t(`objective.${objective}`)} value={roles(one.roles[objective])} />
                ))}
              </dl>
              <Text size="sm">
                {one.adopted === null || one.adopted === undefined
                  ? t("named.open")
                  : t("named.adopted", { by: one.adopted_by ?? "", option: t(`objective.${one.adopted}` as "objective.balanced"), because: one.adopted_because ?? "" })}
              </Text>
              <details>
                <summary>
                  <Text size="sm" component="span">
                    {t("seat.why")}
                  </Text>
                </summary>
                <Aspects placed={one.placed} />
              </details>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
