// The editor: a plan without any syntax on the left, what it would have paid on the right, and the way to keep and approve it.
import { Alert, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import Coins from "lucide-react/icons/coins";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { api, client } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone, toastProblem } from "../shared/toast";
import { useMe } from "../shell/useMe";
import { ComponentForm } from "./ComponentForm";
import { ForForm } from "./ForForm";
import { Frame } from "./Frame";
import classes from "./incentives.module.css";
import { ExchangeForm, LimitsForm } from "./LimitsForm";
import { PlanTrial } from "./PlanTrial";
import { Sentences } from "./Plans";
import { TransitionForm } from "./TransitionForm";
import { freeId, others, parts, replaced, ROUNDINGS, set, text } from "./tree";
import type { Checked, Plans, Tree } from "./types";
import { useWords } from "./types";
import { begin, keep, usual, useWork, type Work } from "./work";

/** Long enough that a number is not tried digit by digit. */
const QUIET_MS = 600;

/** The page. */
export function Editor() {
  const work = useWork();
  const found = api.useQuery("get", "/api/v1/incentives/plans");
  const plans = found.data as unknown as Plans | undefined;
  return (
    <Frame at="editor">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {work === undefined ? <Nothing plans={plans} /> : <Desk work={work} />}
    </Frame>
  );
}

function Nothing({ plans }: { plans: Plans | undefined }) {
  const { t } = useTranslation("incentives");
  const me = useMe();
  const current = plans?.versions.filter(({ state }) => state === "in_force") ?? [];
  const { currency } = me.company;
  return (
    <Panel>
      <EmptyState icon={Coins} title={t("editor.none")} text={t("editor.none.text")}>
        <Group mt="xs">
          {current.map((version) => (
            <Button key={version.id} onClick={() => begin(version.tree)}>
              {t("editor.from_current", { name: version.name, version: version.version })}
            </Button>
          ))}
          <Button variant={current.length === 0 ? "filled" : "default"} onClick={() => keep({ tree: usual(currency, new Date()) })}>
            {t("editor.from_usual")}
          </Button>
        </Group>
      </EmptyState>
    </Panel>
  );
}

function Desk({ work }: { work: Work }) {
  const { t } = useTranslation("incentives");
  const words = useWords();
  const document = useMemo(() => JSON.stringify(work.tree, null, 2), [work.tree]);
  const [asked] = useDebouncedValue(document, QUIET_MS);
  const check = api.useQuery("post", "/api/v1/incentives/plans/check", { body: { document: asked } }, { placeholderData: keepPreviousData });
  const checked = check.data as unknown as Checked | undefined;
  const isNow = asked === document && !check.isPlaceholderData;
  const usable = isNow && checked !== undefined && checked.refusals.length === 0;
  const change = (tree: Tree) => keep({ ...work, tree });
  const kept = others(work.tree);
  return (
    <div className={classes.desk}>
      <Stack gap="lg" miw={0}>
        <Panel title={t("editor.head")}>
          <Head tree={work.tree} onChange={change} />
          <ForForm tree={work.tree} onChange={change} />
          {kept.length === 0 ? null : (
            <Text size="xs" c="dimmed" mt="sm">
              {t("editor.kept", { parts: kept.join(", ") })}
            </Text>
          )}
        </Panel>
        <Components tree={work.tree} onChange={change} />
        <TransitionForm tree={work.tree} onChange={change} />
        <LimitsForm tree={work.tree} onChange={change} />
        <ExchangeForm tree={work.tree} onChange={change} />
      </Stack>
      <Stack gap="lg" miw={0}>
        <Panel title={t("editor.says")} lead={t("editor.says.lead")} act={<Keep work={work} document={document} usable={usable} />}>
          <ProblemAlert error={check.error} onRetry={() => void check.refetch()} />
          {checked === undefined ? null : checked.refusals.length > 0 ? (
            <Alert color="red" variant="light" role="alert" title={t("editor.refused")}>
              <ul className={classes.plain}>
                {checked.refusals.map((refusal) => (
                  <li key={refusal.reason}>{refusal.reason}</li>
                ))}
              </ul>
            </Alert>
          ) : (
            <>
              <Sentences sentences={checked.sentences} />
              {checked.warnings.map((warning, at) => (
                <Text key={at} size="sm" className={classes.caution}>
                  {warning.id === null || warning.id === undefined ? "" : `${warning.id}: `}
                  {words(warning.words)}
                </Text>
              ))}
            </>
          )}
        </Panel>
        <PlanTrial document={checked !== undefined && checked.refusals.length === 0 ? asked : undefined} isOld={!isNow} />
      </Stack>
    </div>
  );
}

function Head({ tree, onChange }: { tree: Tree; onChange: (tree: Tree) => void }) {
  const { t } = useTranslation("incentives");
  const field = (key: "name" | "version" | "effective" | "until" | "currency", type = "text") => (
    <TextInput
      label={t(`plan.${key}`)} type={type} value={text(tree[key])}
      onChange={(event) => onChange(set(tree, key, key === "until" && event.currentTarget.value === "" ? undefined : event.currentTarget.value))}
    />
  );
  return (
    <div className={classes.fields}>
      {field("name")}
      {field("version")}
      {field("effective", "date")}
      {field("until", "date")}
      {field("currency")}
      <Select
        label={t("plan.rounding")} allowDeselect={false} value={text(tree["rounding"]) || "half_up"} data={ROUNDINGS.map((value) => ({ value, label: t(`rounding.${value}`) }))}
        onChange={(next) => onChange(set(tree, "rounding", next === "half_up" || next === null ? undefined : next))}
      />
    </div>
  );
}

function Components({ tree, onChange }: { tree: Tree; onChange: (tree: Tree) => void }) {
  const { t } = useTranslation("incentives");
  const components = parts(tree["components"]);
  const put = (next: Tree[]) => onChange(set(tree, "components", next));
  const add = () => put([...components, { id: freeId(components, "component"), name: t("component.new_name"), roles: ["account_manager"], on: ["expansion"], rate: "5 %" }]);
  return (
    <Panel
      title={t("components")} lead={t("components.lead")}
      act={
        <Button size="xs" variant="default" onClick={add}>
          {t("component.add")}
        </Button>
      }
    >
      <div className={classes.cards}>
        {components.map((component, at) => (
          <ComponentForm key={text(component["id"])} component={component} currency={text(tree["currency"])} onChange={(next) => put(replaced(components, at, next))} />
        ))}
      </div>
    </Panel>
  );
}

function Keep({ work, document, usable }: { work: Work; document: string; usable: boolean }) {
  const { t } = useTranslation("incentives");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = async () => {
    try {
      if (work.id === undefined) await client.POST("/api/v1/incentives/plans", { body: { document } });
      else await client.PUT("/api/v1/incentives/plans/{id}", { params: { path: { id: work.id } }, body: { document } });
      keep(undefined);
      toastDone(t("editor.saved"));
      await queries.invalidateQueries();
      await navigate({ to: "/incentives/plans" });
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => keep(undefined)}>
        {t("editor.discard")}
      </Button>
      <Button size="xs" disabled={!usable} onClick={() => void save()}>
        {t("editor.save")}
      </Button>
    </Group>
  );
}
