// The verdict in plain words: what was seen, how sure that is, what to try next, what would change it.
import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import classes from "./diagnoses.module.css";
import type { Diagnosis } from "./types";
import { useSentence } from "./words";

/** The verdict. */
export function Verdict({ diagnosis }: { diagnosis: Diagnosis }) {
  const { t } = useTranslation("diagnoses");
  const say = useSentence();
  const [word] = diagnosis.seen;
  const { sure } = diagnosis;
  return (
    <Panel>
      <Stack gap="md">
        <Stack gap={6}>
          <Title order={2} className={classes.verdict} data-verdict={diagnosis.verdict}>
            {word === undefined ? "" : say(word)}
          </Title>
          {sure === null || sure === undefined ? null : (
            <Text maw={760}>
              <strong>{t("sure")}</strong> {say(sure)}
            </Text>
          )}
        </Stack>
        <div className={classes.columns}>
          <Reasons title={t("next")} reasons={diagnosis.next.filter((reason) => !reason.code.startsWith("missing."))} isOrdered />
          <Reasons title={t("would_change")} reasons={diagnosis.would_change} />
        </div>
      </Stack>
    </Panel>
  );
}

function Reasons({ title, reasons, isOrdered }: { title: string; reasons: Diagnosis["next"]; isOrdered?: boolean }) {
  const say = useSentence();
  const List = isOrdered === true && reasons.length > 1 ? "ol" : "ul";
  return reasons.length === 0 ? null : (
    <div>
      <Title order={3}>{title}</Title>
      <List className={classes.list}>
        {reasons.map((reason) => (
          <li key={reason.code}>{say(reason)}</li>
        ))}
      </List>
    </div>
  );
}

/** What is not known, and how to get to know it. */
export function NotMeasured({ missing }: { missing: Diagnosis["next"] }) {
  const { t } = useTranslation("diagnoses");
  const say = useSentence();
  return (
    <Panel title={t("missing")} lead={missing.length === 0 ? t("missing.nothing") : t("missing.lead")}>
      {missing.length === 0 ? null : (
        <ul className={classes.list}>
          {missing.map((reason) => (
            <li key={reason.code}>{say(reason)}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
