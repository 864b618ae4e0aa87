// Gray cases: units about which the rules ask, the largest first, each answered where it stands.
import { Button, Skeleton, Text } from "@mantine/core";
import CircleCheck from "lucide-react/icons/circle-check";
import Lock from "lucide-react/icons/lock";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { GrayCase } from "./GrayCase";
import classes from "./rules.module.css";
import type { Facts, Rules } from "./types";
import { useFacts } from "./useFacts";

const SHOWN = 20;

/** The page. */
export function GrayCases() {
  const { t } = useTranslation("rules");
  const rules = api.useQuery("get", "/api/v1/rules");
  return (
    <Frame at="gray">
      <ProblemAlert error={rules.error} onRetry={() => void rules.refetch()} />
      {rules.isPending ? <Skeleton height={320} radius={12} /> : null}
      {rules.data === undefined ? null : rules.data.may_try ? (
        <Waiting rules={rules.data} />
      ) : (
        <Panel>
          <EmptyState icon={Lock} title={t("gray.may_not")} text={t("gray.may_not.text")} act={{ label: t("gray.may_not.act"), to: "/customers" }} />
        </Panel>
      )}
    </Frame>
  );
}

function Waiting({ rules }: { rules: Rules }) {
  const { facts, error, retry } = useFacts();
  const found = api.useQuery("get", "/api/v1/rules/gray-cases");
  return (
    <>
      <ProblemAlert error={found.error ?? error} onRetry={() => void Promise.all([retry(), found.refetch()])} />
      {found.data !== undefined && facts !== undefined ? <List cases={found.data} facts={facts} rules={rules} /> : found.isError ? null : <Skeleton height={420} radius={12} />}
    </>
  );
}

function List({ cases, facts, rules }: { cases: Wire["GrayCases"]; facts: Facts; rules: Rules }) {
  const { t } = useTranslation("rules");
  const { number } = useFormats();
  const [shown, setShown] = useState(SHOWN);
  if (cases.total === 0) {
    const act = cases.in_force ? {} : { act: { label: t("page.in_force"), to: "/rules" } };
    return (
      <Panel>
        <EmptyState icon={CircleCheck} title={t("gray.none")} text={t(cases.in_force ? "gray.none.text" : "gray.no_rules")} {...act} />
      </Panel>
    );
  }
  return (
    <Panel title={t("gray.count", { count: cases.total, number: number(cases.total) })} lead={t(rules.may_decide ? "gray.lead" : "gray.lead.others")} flush>
      <ul className={classes.cases}>
        {cases.items.slice(0, shown).map((each) => (
          <GrayCase key={each.unit.id} found={each} currency={cases.currency} facts={facts} mayDecide={rules.may_decide} />
        ))}
      </ul>
      {cases.items.length <= shown ? null : (
        <div className={classes.more}>
          <Button size="xs" variant="default" onClick={() => setShown(shown + SHOWN)}>
            {t("gray.more")}
          </Button>
          <Text size="xs" c="dimmed">
            {t("gray.shown", { shown: number(shown), total: number(cases.total) })}
          </Text>
        </div>
      )}
    </Panel>
  );
}
