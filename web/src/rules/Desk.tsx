// The draft at work: how it is written on the left, what it would do on the right and below.
import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { Details } from "./Details";
import { draftOf, gapsOf, type Work } from "./draft";
import { DraftForm } from "./DraftForm";
import classes from "./rules.module.css";
import { TextMode } from "./TextMode";
import { Trial } from "./Trial";
import { TwoYears } from "./TwoYears";
import type { Checked, Facts, Rules } from "./types";
import { useTrial } from "./useTrial";
import { written } from "./yaml";

interface Props {
  work: Work;
  rules: Rules;
  facts: Facts;
  onChange: (work: Work | undefined) => void;
}

/** The desk. */
export function Desk({ work, rules, facts, onChange }: Props) {
  const { t } = useTranslation("rules");
  const { text, places } = useMemo(() => (work.mode === "text" ? { text: work.text, places: [] } : written(work.draft, facts)), [work, facts]);
  const gaps = useMemo(() => (work.mode === "text" ? [] : gapsOf(work.draft, facts)), [work, facts]);
  const trial = useTrial(gaps.length === 0 ? text : undefined, rules.may_try);
  const faults = gaps.length > 0 ? [] : (trial.lastChecked?.faults ?? []);
  const warnings = trial.lastChecked?.warnings ?? [];
  const usable = gaps.length === 0 && trial.checked?.faults.length === 0 ? text : undefined;
  return (
    <>
      <div className={classes.desk}>
        <Panel title={t("draft")} lead={t("draft.lead")} act={<Mode work={work} text={text} onChange={onChange} />}>
          {work.mode === "text" ? (
            <TextMode text={work.text} faults={faults} warnings={warnings} onChange={(next) => onChange({ mode: "text", text: next })} />
          ) : (
            <DraftForm
              draft={work.draft} facts={facts} gaps={gaps} faults={faults} warnings={warnings} places={places} tried={rules.may_try ? trial.tried : undefined}
              onChange={(draft) => onChange({ mode: "form", draft })}
            />
          )}
        </Panel>
        <Trial trial={trial} gaps={gaps} rules={rules} text={text} onAdopted={() => onChange(undefined)} />
      </div>
      {rules.may_try && trial.tried !== undefined ? <Details tried={trial.tried} isOld={trial.isOld} /> : null}
      {rules.may_try ? <TwoYears text={usable} /> : null}
    </>
  );
}

/** Form or text, and away with all of it. */
function Mode({ work, text, onChange }: Pick<Props, "work" | "onChange"> & { text: string }) {
  const { t } = useTranslation("rules");
  const [refused, setRefused] = useState<"faults" | undefined>(undefined);
  const [error, setError] = useState<unknown>(null);
  const toForm = async () => {
    try {
      setError(null);
      const { data } = await client.POST("/api/v1/rules/check", { body: { document: text } });
      const document = (data as unknown as Checked | undefined)?.document;
      setRefused(document === null || document === undefined ? "faults" : undefined);
      if (document !== null && document !== undefined) onChange({ mode: "form", draft: draftOf(document) });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Stack gap={6} align="flex-end" className={classes.mode}>
      <Group gap="xs">
        <SegmentedControl
          size="xs" aria-label={t("mode")} value={work.mode} data={[{ value: "form", label: t("mode.form") }, { value: "text", label: t("mode.text") }]}
          onChange={(next) => (next === work.mode ? undefined : next === "text" ? onChange({ mode: "text", text }) : void toForm())}
        />
        <Discard
          onDiscard={() => {
            onChange(undefined);
            toastDone(t("discarded"));
          }}
        />
      </Group>
      {refused === undefined || work.mode === "form" ? null : (
        <Alert color="red" variant="light" p="xs" role="alert">
          {t("mode.refused")}
        </Alert>
      )}
      <ProblemAlert error={error} />
    </Stack>
  );
}

function Discard({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation("rules");
  const shared = useTranslation().t;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t("discard")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("discard.title")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <Text size="sm" mb="md">
          {t("discard.text")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setOpen(false)}>
            {shared("cancel")}
          </Button>
          <Button color="red" onClick={onDiscard}>
            {t("discard")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
