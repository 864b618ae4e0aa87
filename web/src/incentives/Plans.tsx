// The plans in force in sentences, drafts and what became of every version.
import { Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import Coins from "lucide-react/icons/coins";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone, toastProblem } from "../shared/toast";
import { DateText } from "../shared/values";
import { useMe } from "../shell/useMe";
import { Frame } from "./Frame";
import classes from "./incentives.module.css";
import { begin, beside, keep } from "./work";
import type { Plans as AllPlans, PlanVersion, Sentence } from "./types";
import { useWords } from "./types";

/** The page. */
export function Plans() {
  const found = api.useQuery("get", "/api/v1/incentives/plans");
  const plans = found.data as unknown as AllPlans | undefined;
  return (
    <Frame at="plans" act={plans?.may_write === true && plans.versions.length > 0 ? <StartOther /> : undefined}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {plans === undefined ? found.isPending ? <Skeleton height={420} radius={12} /> : null : <Found plans={plans} />}
    </Frame>
  );
}

function Found({ plans }: { plans: AllPlans }) {
  const { t } = useTranslation("incentives");
  const { date } = useFormats();
  const current = plans.versions.filter(({ state }) => state === "in_force");
  const drafts = plans.versions.filter(({ state }) => state === "draft");
  return (
    <>
      {current.length === 0 ? (
        <Panel>
          <EmptyState icon={Coins} title={t("plans.none")} text={t("plans.none.text")} {...(plans.may_write ? { act: { label: t("empty.act"), to: "/incentives/editor" } } : {})} />
        </Panel>
      ) : null}
      {current.map((version) => (
        <Panel
          key={version.id}
          title={t("plan.title", { name: version.name, version: version.version })}
          lead={t("plan.in_force", { day: date(version.effective), by: version.approved_by ?? "" })}
          act={plans.may_write ? <StartFrom version={version} label={t("plan.next")} about={t("plan.next.of", { name: version.name })} /> : undefined}
        >
          <Sentences sentences={version.sentences} />
        </Panel>
      ))}
      {drafts.map((draft) => (
        <Draft key={draft.id} draft={draft} plans={plans} />
      ))}
      {plans.versions.length === 0 ? null : (
        <Panel title={t("versions")} lead={t("versions.lead")} flush>
          <Versions plans={plans} />
        </Panel>
      )}
    </>
  );
}

/** A plan sentence by sentence. */
export function Sentences({ sentences }: { sentences: Sentence[] }) {
  const words = useWords();
  return (
    <ul className={classes.sentences}>
      {sentences.map((sentence, at) => (
        <li key={at}>{words(sentence.words)}</li>
      ))}
    </ul>
  );
}

function StartFrom({ version, label, about, id }: { version: PlanVersion; label: string; about?: string; id?: string }) {
  return (
    <Button component={Link} to="/incentives/editor" size="xs" variant="default" aria-label={about} onClick={() => begin(version.tree, id)}>
      {label}
    </Button>
  );
}

/** The way to a plan beside those that are in force. */
function StartOther() {
  const { t } = useTranslation("incentives");
  const { currency } = useMe().company;
  return (
    <Button component={Link} to="/incentives/editor" size="xs" variant="default" onClick={() => keep({ tree: beside(currency, new Date(), t("plan.other.name")) })}>
      {t("plan.other")}
    </Button>
  );
}

function Draft({ draft, plans }: { draft: PlanVersion; plans: AllPlans }) {
  const { t } = useTranslation("incentives");
  const { date } = useFormats();
  const queries = useQueryClient();
  const done = (message: string) => ({
    onSuccess: async () => {
      toastDone(message);
      await queries.invalidateQueries();
    },
    onError: toastProblem,
  });
  const path = { params: { path: { id: draft.id } } };
  const approve = api.useMutation("post", "/api/v1/incentives/plans/{id}/approve", done(t("plan.approved")));
  const drop = api.useMutation("delete", "/api/v1/incentives/plans/{id}", done(t("plan.dropped")));
  return (
    <Panel
      title={t("plan.draft", { name: draft.name, version: draft.version })}
      lead={t("plan.draft.lead", { day: date(draft.effective), by: draft.by })}
      act={
        plans.may_write ? (
          <Group gap="xs">
            <StartFrom version={draft} id={draft.id} label={t("plan.open")} />
            <Button size="xs" variant="default" loading={drop.isPending} onClick={() => drop.mutate(path)}>
              {t("plan.drop")}
            </Button>
            {plans.may_approve ? (
              <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate(path)}>
                {t("plan.approve")}
              </Button>
            ) : null}
          </Group>
        ) : undefined
      }
    >
      <Sentences sentences={draft.sentences} />
    </Panel>
  );
}

function Versions({ plans }: { plans: AllPlans }) {
  const { t } = useTranslation("incentives");
  const columns: Column<PlanVersion>[] = [
    { id: "version", header: t("plan.version"), cell: (one) => `${one.name} ${one.version}`, sort: (one) => one.version },
    { id: "state", header: t("state"), cell: (one) => <Badge variant="outline" tt="none" className={classes.state} data-state={one.state}>{t(`plan.state.${one.state}` as "plan.state.past", { defaultValue: one.state })}</Badge>, sort: (one) => one.state },
    { id: "effective", header: t("plan.effective"), cell: (one) => <DateText value={one.effective} />, sort: (one) => one.effective },
    { id: "by", header: t("plan.by"), cell: (one) => one.by, sort: (one) => one.by },
    { id: "approved", header: t("plan.approved_by"), cell: (one) => one.approved_by ?? <Text span c="dimmed" size="sm">–</Text>, sort: (one) => one.approved_by ?? "" },
  ];
  return <DataTable label={t("versions")} rows={plans.versions} columns={columns} rowKey={(one) => one.id} />;
}
