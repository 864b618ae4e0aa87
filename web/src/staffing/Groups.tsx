// The check of groups: whether teams, time in the company or the language of answers go along with differences; never of few people.
import { SegmentedControl, Skeleton, Text } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import type { Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { GivenGroups } from "./GivenGroups";
import classes from "./staffing.module.css";
import { useWords, type Words } from "./types";

/** What the record knows, and groups that somebody names. */
const BY = ["team", "tenure", "language", "given"] as const;
type Found = Wire["StaffingGroups"];

/** The panel. */
export function Groups() {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  const [by, setBy] = useState<string>("team");
  const isGiven = by === "given";
  const found = api.useQuery("get", "/api/v1/staffing/groups", { params: { query: { by: isGiven ? "team" : by } } }, { placeholderData: keepPreviousData });
  const choice = <SegmentedControl size="xs" aria-label={t("groups.by")} value={by} onChange={setBy} data={BY.map((value) => ({ value, label: t(`groups.by.${value}`) }))} />;
  return (
    <Panel title={t("groups")} lead={t(isGiven ? "groups.given.lead" : "groups.lead", { min: number(found.data?.people_min ?? 5) })} act={choice}>
      {isGiven ? (
        <GivenGroups />
      ) : (
        <>
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
          {found.data === undefined ? (found.isPending ? <Skeleton height={160} /> : null) : <Figures found={found.data} />}
        </>
      )}
    </Panel>
  );
}

/** What was found, figure by figure. */
export function Figures({ found }: { found: Found }) {
  const { t } = useTranslation("staffing");
  const words = useWords();
  return (
    <>
      {found.figures.map((figure) => (
        <div key={figure.id}>
          <Text size="sm" fw={600} mt="sm">
            {t(`groups.figure.${figure.id}` as "groups.figure.hunting")}
          </Text>
          {figure.groups.length === 0 ? <Text size="sm">{t("groups.none")}</Text> : null}
          <ul className={classes.list}>
            {figure.groups.map((group) => (
              <Row key={group.group} group={group} share={figure.id === "proposed"} />
            ))}
          </ul>
        </div>
      ))}
      <Text size="sm" mt="sm">
        {words(found.says as unknown as Words)}
      </Text>
    </>
  );
}

function Row({ group, share }: { group: Wire["StaffingGroup"]; share: boolean }) {
  const { t } = useTranslation("staffing");
  const formats = useFormats();
  const figure = (value: number) => (share ? formats.share(value) : formats.number(value, 2));
  const [by, low, high] = group.difference ?? [];
  const known = group.value !== null && group.value !== undefined && by !== undefined && low !== undefined && high !== undefined;
  const verdict = group.below_four_fifths ? t("groups.four_fifths") : t(group.differs ? "groups.differs" : "groups.same");
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Text size="sm">{t(`groups.group.${group.group}` as "groups.group.short", { defaultValue: group.group })}</Text>
        <Text size="xs" c="dimmed">
          {t("groups.people", { count: group.people, number: formats.number(group.people) })}
        </Text>
      </div>
      <div>
        <Text size="sm" ta="right">
          {known ? t("groups.difference", { value: figure(group.value ?? 0), by: figure(by), low: figure(low), high: figure(high) }) : t("groups.few")}
        </Text>
        {known ? (
          <Text size="xs" ta="right" className={group.differs ? classes.caution ?? "" : ""}>
            {verdict}
          </Text>
        ) : null}
      </div>
    </li>
  );
}
