// The rules in force as sentences, what they come to today, and all versions. Where there are none: how to begin.
import { Button, Skeleton, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import Signpost from "lucide-react/icons/signpost";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Answers, RuleCount } from "./Answers";
import { Frame } from "./Frame";
import classes from "./rules.module.css";
import { Sentences } from "./Sentences";
import { Starts } from "./Starts";
import type { Checked, Rules, TryOut, Version } from "./types";
import { useFacts } from "./useFacts";
import { Versions } from "./Versions";

/** The page. */
export function InForce() {
  const found = api.useQuery("get", "/api/v1/rules");
  return (
    <Frame at="in_force">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {found.data === undefined ? null : <Found rules={found.data} />}
    </Frame>
  );
}

function Found({ rules }: { rules: Rules }) {
  const { t } = useTranslation("rules");
  const current = rules.versions.find(({ state }) => state === "in_force");
  const next = rules.versions.findLast(({ state }) => state === "coming");
  const shown = current ?? next;
  return (
    <>
      {shown === undefined ? <Nothing rules={rules} /> : <Shown version={shown} mayTry={rules.may_try} />}
      {rules.versions.length === 0 ? null : (
        <Panel title={t("versions")} lead={t("versions.lead")} flush>
          <Versions versions={rules.versions} mayAdopt={rules.may_adopt} />
        </Panel>
      )}
    </>
  );
}

function Nothing({ rules }: { rules: Rules }) {
  const { t } = useTranslation("rules");
  return (
    <Panel>
      <EmptyState icon={Signpost} title={t("empty.title")} text={t(rules.may_try || rules.may_adopt ? "empty.text" : "empty.text.others")} />
      {rules.may_try || rules.may_adopt ? (
        <div className={classes.startsBelow}>
          <Starts />
        </div>
      ) : null}
    </Panel>
  );
}

function Shown({ version, mayTry }: { version: Version; mayTry: boolean }) {
  const { t } = useTranslation("rules");
  const { date } = useFormats();
  const { facts, error, retry } = useFacts();
  const body = { document: version.document };
  const checked = api.useQuery("post", "/api/v1/rules/check", { body }, { staleTime: Infinity });
  const tried = api.useQuery("post", "/api/v1/rules/try", { body }, { enabled: mayTry });
  const document = (checked.data as unknown as Checked | undefined)?.document;
  const told = { version: version.version, day: date(version.effective), by: version.by };
  const lead = t(version.state === "in_force" ? "in_force.lead" : "coming.lead", told);
  return (
    <Panel title={version.name} lead={lead} act={mayTry ? <Change /> : undefined}>
      <ProblemAlert error={error ?? checked.error} onRetry={() => void Promise.all([retry(), checked.refetch()])} />
      {document === undefined || document === null || facts === undefined ? (
        checked.isError ? null : <Skeleton height={320} />
      ) : (
        <>
          {mayTry ? <Today tried={tried.data} error={tried.error} /> : null}
          <Sentences
            document={document} facts={facts}
            beside={(id, hold) => (tried.data === undefined ? null : <RuleCount tried={tried.data} id={id} hold={hold} />)}
          />
        </>
      )}
    </Panel>
  );
}

function Change() {
  const { t } = useTranslation("rules");
  return (
    <Button component={Link} to="/rules/editor" variant="default" size="xs">
      {t("card.change")}
    </Button>
  );
}

function Today({ tried, error }: { tried: TryOut | undefined; error: unknown }) {
  const { t } = useTranslation("rules");
  const { date } = useFormats();
  return (
    <div className={classes.today}>
      <ProblemAlert error={error} />
      {tried === undefined ? (
        error === null ? <Skeleton height={96} /> : null
      ) : (
        <Answers tried={tried} name={t("today", { day: date(tried.as_of) })} title={<Title order={3}>{t("today", { day: date(tried.as_of) })}</Title>} />
      )}
    </div>
  );
}
