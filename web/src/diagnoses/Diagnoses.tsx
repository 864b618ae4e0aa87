// Whether the team is stretched: what the answer stands on, the verdict, the pictures that carry it, each seller, what is not known.
import { Group, Skeleton, Text, TextInput } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import Scale from "lucide-react/icons/scale";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFilters } from "../shared/filters";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMay } from "../shell/useMe";
import classes from "./diagnoses.module.css";
import { Drift } from "./Drift";
import { Findings } from "./Findings";
import { Load } from "./Load";
import { NewCustomers } from "./NewCustomers";
import { Card, Sellers } from "./Sellers";
import { NotMeasured, Verdict } from "./Verdict";
import type { Diagnosis } from "./types";
import { useSentence } from "./words";

/** The page. */
export function Diagnoses() {
  const { t } = useTranslation("diagnoses");
  const [{ as_of: asked }, change] = useFilters<"as_of">();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked ?? "") ? asked : undefined;
  const query = day === undefined ? {} : { as_of: day };
  const found = api.useQuery("get", "/api/v1/diagnosis", { params: { query } }, { placeholderData: keepPreviousData });
  const picker = (
    <TextInput
      type="date" size="sm" label={t("as_of")} key={found.data?.as_of} defaultValue={day ?? found.data?.as_of ?? ""}
      onBlur={(event) => event.currentTarget.value !== (found.data?.as_of ?? "") && change({ as_of: event.currentTarget.value })}
    />
  );
  return (
    <Page title={t("title")} lead={t("lead")} act={picker}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Waiting /> : null}
      {found.data === undefined ? null : found.data.scope === "own" ? <Own diagnosis={found.data} /> : <Team diagnosis={found.data} />}
    </Page>
  );
}

function Team({ diagnosis }: { diagnosis: Diagnosis }) {
  const { t } = useTranslation("diagnoses");
  const { month } = useFormats();
  const say = useSentence();
  const mayImport = useMay("imports.run");
  const { coverage } = diagnosis;
  if (coverage !== null && coverage !== undefined && coverage.sellers === 0) {
    return (
      <Panel>
        <EmptyState icon={Scale} title={t("empty.title")} text={t("empty.text")} {...(mayImport ? { act: { label: t("empty.act"), to: "/import" } } : {})} />
      </Panel>
    );
  }
  const scope = t(diagnosis.scope === "team" ? "scope.team" : "scope.company", { from: month(diagnosis.from), to: month(diagnosis.to) });
  return (
    <>
      <Panel title={t("coverage")}>
        <Text size="sm">
          {scope} {coverage === null || coverage === undefined ? null : say(coverage.because)}
        </Text>
      </Panel>
      <Verdict diagnosis={diagnosis} />
      <Findings findings={diagnosis.findings} />
      <NewCustomers slowdown={diagnosis.slowdown} />
      <Load sellers={diagnosis.sellers} />
      <Drift drift={diagnosis.drift} />
      <Sellers sellers={diagnosis.sellers} />
      <NotMeasured missing={coverage?.missing ?? []} />
    </>
  );
}

/** Sellers see themselves alone; the verdict is about teams. */
function Own({ diagnosis }: { diagnosis: Diagnosis }) {
  const { t } = useTranslation("diagnoses");
  const [own] = diagnosis.sellers;
  return (
    <Panel title={t("own")} lead={t("own.lead")}>
      {own === undefined ? (
        <Text size="sm">{t("own.none")}</Text>
      ) : (
        <div className={classes.own}>
          <Card seller={own} />
        </div>
      )}
    </Panel>
  );
}

function Waiting() {
  const { t } = useTranslation("diagnoses");
  return (
    <>
      <Group role="status">
        <Text c="dimmed">{t("waiting")}</Text>
      </Group>
      <Skeleton height={220} radius={12} />
      <Skeleton height={420} radius={12} />
    </>
  );
}
