// The editor: a draft as a form or as text, tried on the book while it is written. It stays on this device until it is adopted or discarded.
import { Skeleton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { today } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMe } from "../shell/useMe";
import { Desk } from "./Desk";
import { draftOf, keepWork, keptWork, nextVersion, type Work } from "./draft";
import { Frame } from "./Frame";
import { Starts } from "./Starts";
import type { Checked, Facts, Rules } from "./types";
import { useFacts } from "./useFacts";

/** The page. */
export function Editor() {
  const rules = api.useQuery("get", "/api/v1/rules");
  const { facts, error, retry } = useFacts();
  return (
    <Frame at="editor">
      <ProblemAlert error={rules.error ?? error} onRetry={() => void Promise.all([retry(), rules.refetch()])} />
      {rules.data !== undefined && facts !== undefined ? <Bench rules={rules.data} facts={facts} /> : rules.isError ? null : <Skeleton height={420} radius={12} />}
    </Frame>
  );
}

function Bench({ rules, facts }: { rules: Rules; facts: Facts }) {
  const me = useMe();
  const [work, setWork] = useState(() => keptWork(me.id));
  const change = (next: Work | undefined) => {
    keepWork(me.id, next);
    setWork(next);
  };
  return work === undefined ? <Begin rules={rules} onStart={change} /> : <Desk work={work} rules={rules} facts={facts} onChange={change} />;
}

function Begin({ rules, onStart }: { rules: Rules; onStart: (work: Work) => void }) {
  const { t } = useTranslation("rules");
  const current = rules.versions.find(({ state }) => state === "in_force") ?? rules.versions.find(({ state }) => state === "coming");
  const checked = api.useQuery("post", "/api/v1/rules/check", { body: { document: current?.document ?? "" } }, { enabled: current !== undefined, staleTime: Infinity });
  const document = (checked.data as unknown as Checked | undefined)?.document;
  const waits = current !== undefined && checked.isPending;
  const inForce = document === null || document === undefined ? undefined : { ...draftOf(document), version: nextVersion(document.version), effective: today() };
  return (
    <Panel title={t("begin")} lead={t("begin.lead")}>
      {waits ? <Skeleton height={180} /> : <Starts inForce={inForce} onStart={(draft) => onStart({ mode: "form", draft })} />}
    </Panel>
  );
}
