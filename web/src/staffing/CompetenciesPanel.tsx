// What a person can do in a role, level by level; who says so; whether that makes ready; and assessing it.
import { Badge, Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { AssessForm } from "./AssessForm";
import classes from "./staffing.module.css";
import { type Person, type Role, type Standing, useRoles, useWords } from "./types";

/** The panel. */
export function CompetenciesPanel({ person }: { person: Person }) {
  const { t } = useTranslation("staffing");
  const roles = useRoles();
  const [chosen, setChosen] = useState(() => person.roles.find(({ role }) => role === person.role)?.role ?? person.roles[0]?.role ?? "hunter");
  const [assessed, setAssessed] = useState<Standing>();
  const role = person.roles.find((one) => one.role === chosen);
  const choice = (
    <Select
      aria-label={t("competencies.role")} size="xs" w={200} allowDeselect={false} value={chosen} onChange={(next) => setChosen(next ?? chosen)}
      data={person.roles.map((one) => ({ value: one.role, label: roles(one.role) }))}
    />
  );
  return (
    <Panel title={person.own ? t("competencies") : t("competencies.theirs", { name: person.seller.name })} lead={t("competencies.lead")} act={choice}>
      {role === undefined ? null : (
        <Stack gap="sm">
          <Readiness role={role} />
          <ul className={classes.list}>
            {role.standings.map((standing) => (
              <Line key={standing.competency} standing={standing} onAssess={person.own || person.may_assess ? () => setAssessed(standing) : undefined} own={person.own} />
            ))}
          </ul>
        </Stack>
      )}
      <History person={person} />
      {assessed === undefined ? null : <AssessForm person={person} standing={assessed} onClose={() => setAssessed(undefined)} />}
    </Panel>
  );
}

/** Whether somebody is ready, and by whose word. */
export function ReadyBadge({ ready }: { ready: boolean | null | undefined }) {
  const { t } = useTranslation("staffing");
  const known = ready !== null && ready !== undefined;
  return (
    <Badge variant="outline" size="sm" className={classes.badge ?? ""} data-tone={known ? (ready ? "good" : "caution") : undefined}>
      {t(known ? (ready ? "ready.yes" : "ready.no") : "ready.unknown")}
    </Badge>
  );
}

function Readiness({ role }: { role: Role }) {
  const { t } = useTranslation("staffing");
  const stated = role.stated !== null && role.stated !== undefined;
  const known = role.ready !== null && role.ready !== undefined;
  const disagree = stated && role.assessed !== null && role.assessed !== undefined && role.assessed !== role.stated;
  return (
    <div>
      <Group gap="xs">
        <ReadyBadge ready={role.ready} />
        <Text size="sm">{stated ? t("ready.stated", { reason: role.reason ?? "" }) : t(known ? "ready.assessed" : "ready.unknown.text")}</Text>
      </Group>
      {disagree ? (
        <Text size="sm" className={classes.caution ?? ""}>
          {t("ready.disagree")}
        </Text>
      ) : null}
      {role.role === "hunter" ? null : (
        <Text size="xs" c="dimmed">
          {t("ready.gate")}
        </Text>
      )}
    </div>
  );
}

function Line({ standing, own, onAssess }: { standing: Standing; own: boolean; onAssess: (() => void) | undefined }) {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  const words = useWords();
  const name = words(standing.title);
  const level = standing.level ?? undefined;
  const said = level === undefined ? t("competencies.level.none", { name, needed: standing.needed }) : t("competencies.level", { name, level, needed: standing.needed });
  const notes = [
    level === undefined ? t("competencies.not_assessed") : standing.source === "evidence" ? t("competencies.by.evidence") : t("competencies.by.manager"),
    standing.own === null || standing.own === undefined ? "" : t("competencies.own", { level: number(standing.own) }),
    standing.critical ? t("competencies.critical") : "",
  ].filter(Boolean);
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Text size="sm" fw={550}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {notes.join(" · ")}
        </Text>
        {standing.talk ? (
          <Text size="xs" className={classes.caution ?? ""}>
            {t("competencies.talk")}
          </Text>
        ) : null}
      </div>
      <Group gap="md">
        <span className={classes.levels} role="img" aria-label={said}>
          {[1, 2, 3, 4].map((step) => (
            <span key={step} className={classes.level} data-reached={level !== undefined && step <= level ? "" : undefined} data-needed={step === standing.needed ? "" : undefined} />
          ))}
        </span>
        {onAssess === undefined ? null : (
          <Button size="compact-sm" variant="default" onClick={onAssess} aria-label={`${t(own ? "competencies.self" : "competencies.assess")}: ${name}`}>
            {t(own ? "competencies.self" : "competencies.assess")}
          </Button>
        )}
      </Group>
    </li>
  );
}

/** Lines of history that are shown at once. */
const SHOWN = 60;

function History({ person }: { person: Person }) {
  const { t } = useTranslation("staffing");
  const { date } = useFormats();
  const words = useWords();
  const titles = new Map(person.roles.flatMap((role) => role.standings.map((standing) => [standing.competency, standing.title] as const)));
  return (
    <details>
      <summary>
        <Text size="sm" component="span">
          {t("competencies.history")}
        </Text>
      </summary>
      {person.assessments.length === 0 ? <Text size="sm">{t("competencies.history.none")}</Text> : null}
      <ul className={classes.list}>
        {person.assessments.slice(0, SHOWN).map((one, at) => {
          const title = titles.get(one.competency);
          return (
            <li key={at} className={classes.row}>
              <div className={classes.rowMain}>
                <Text size="sm">
                  {t("competencies.history.line", { name: title === undefined ? one.competency : words(title), level: one.level, source: t(`source.${one.source}` as "source.self") })}
                </Text>
                <Text size="xs" c="dimmed">
                  {[date(one.on), one.by, one.because].join(" · ")}
                </Text>
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
