// One person's weeks.
import { Anchor, Skeleton, Stack } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import UserX from "lucide-react/icons/user-x";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Legend } from "../shared/chart/Legend";
import { EmptyState } from "../shared/EmptyState";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useKinds } from "./kinds";
import { PersonBar } from "./People";
import { Period } from "./Period";
import { useTime, useWords } from "./query";
import { Weeks } from "./Weeks";

/** The page of a seller. */
export function Person() {
  const { t } = useTranslation("time");
  const { seller = "" } = useParams({ strict: false });
  const found = useTime(seller);
  const person = found.data?.people[0];
  const back = (
    <Anchor component={Link} to="/time" search={((before: object) => before) as never} size="sm">
      {t("title")}
    </Anchor>
  );
  return (
    <Page title={person?.seller.name ?? t("person")} lead={t("person.lead")} above={back}>
      <Period shown={found.data} />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={400} radius={12} /> : null}
      {found.data === undefined ? null : person === undefined ? <Nobody /> : <Hours person={person} weeks={found.data.weeks} />}
    </Page>
  );
}

function Hours({ person, weeks }: { person: Wire["TimePerson"]; weeks: Wire["TimeWeek"][] }) {
  const { t } = useTranslation("time");
  const { hours } = useFormats();
  const { split } = useWords();
  const kinds = useKinds(split);
  const classes = useKinds("class");
  return (
    <>
      <Panel title={t("person.known")} lead={t("person.known.lead")}>
        <Stack gap="sm">
          <PersonBar person={person} kinds={kinds} height={18} />
          <Legend keys={[...kinds, { name: t("coverage.unknown"), color: () => "var(--t-line)" }]} />
        </Stack>
      </Panel>
      <Figures>
        {classes.map((kind) => (
          <Figure key={kind.id} label={kind.name} value={hours(kind.hours(person))} period={t("person.period")} />
        ))}
      </Figures>
      <Weeks weeks={weeks} title={t("person.weeks")} lead={t("weeks.lead")} />
    </>
  );
}

function Nobody() {
  const { t } = useTranslation("time");
  return (
    <Panel>
      <EmptyState icon={UserX} title={t("nobody.title")} text={t("nobody.text")} act={{ label: t("title"), to: "/time" }} />
    </Panel>
  );
}
