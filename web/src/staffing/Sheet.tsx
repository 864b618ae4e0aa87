// One person, put together: what suits, what is wanted, what the record shows, what the person can do and learns; for oneself also who looked.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { CompetenciesPanel } from "./CompetenciesPanel";
import { FitPanel } from "./FitPanel";
import { LearningPanel } from "./LearningPanel";
import { NamedPanel } from "./NamedPanel";
import { Questionnaire } from "./Questionnaire";
import classes from "./staffing.module.css";
import type { Look, Person } from "./types";
import { WishPanel } from "./WishPanel";
import { YearPanel } from "./YearPanel";

/** The whole of it. */
export function Sheet({ person }: { person: Person }) {
  return (
    <div className={classes.two}>
      <div className={classes.column}>
        <FitPanel person={person} />
        <CompetenciesPanel person={person} />
        <LearningPanel person={person} />
      </div>
      <div className={classes.column}>
        {person.own ? <Questionnaire person={person} /> : null}
        <WishPanel person={person} />
        {person.year === null || person.year === undefined ? null : <YearPanel year={person.year} />}
        {person.looks === null || person.looks === undefined ? null : <Looks looks={person.looks} />}
        {person.proposals === null || person.proposals === undefined ? null : <NamedPanel proposals={person.proposals} />}
      </div>
    </div>
  );
}

function Looks({ looks }: { looks: Look[] }) {
  const { t } = useTranslation("staffing");
  const { instant, number } = useFormats();
  return (
    <Panel title={t("looks")} lead={t("looks.lead")}>
      {looks.length === 0 ? <Text size="sm">{t("looks.none")}</Text> : null}
      <ul className={classes.list}>
        {looks.map((look) => (
          <li key={`${look.at} ${look.by} ${look.at_what}`} className={classes.row}>
            <div className={classes.rowMain}>
              <Text size="sm" fw={550}>
                {look.by}
              </Text>
              <Text size="sm">{t(`look.${look.at_what}` as "look.profile")}</Text>
            </div>
            <Text size="xs" c="dimmed">
              {instant(look.at)}
              {look.times > 1 ? ` · ${t("look.times", { number: number(look.times) })}` : ""}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
