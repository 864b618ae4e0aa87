// The files: what each was recognised as and why, and, where it can still be changed, how it is read.
import { Badge, Box, Button, Collapse, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import type { Draft, FileDraft } from "./draft";
import classes from "./imports.module.css";
import { MappingEditor } from "./MappingEditor";
import { useSaid } from "./said";
import { useObjectName } from "./words";

type Import = Wire["Import"];

/** All files of an import. Without `onChange` they are only shown. */
export function Files({ run, draft, onChange }: { run: Import; draft: Draft; onChange?: (draft: Draft) => void }) {
  const { t } = useTranslation("imports");
  const change = (index: number, file: FileDraft) =>
    onChange?.({ ...draft, files: draft.files.map((other, at) => (at === index ? file : other)) });
  return (
    <Panel title={t("read_as")} lead={t(onChange === undefined ? "read_as.was" : "read_as.lead")} flush>
      {onChange === undefined ? null : (
        <Box px={{ base: 16, sm: 20 }} pb="md" maw={440}>
          <TextInput
            label={t("source.name")} description={t("source.help")} value={draft.source} maxLength={80}
            onChange={(event) => onChange({ ...draft, source: event.currentTarget.value })}
          />
        </Box>
      )}
      {run.files.map((file, index) => {
        const drafted = draft.files[index];
        return drafted === undefined ? null : (
          <OneFile key={file.name} file={file} draft={drafted} {...(onChange === undefined ? {} : { onChange: (next: FileDraft) => change(index, next) })} />
        );
      })}
    </Panel>
  );
}

function OneFile({ file, draft, onChange }: { file: Wire["FileView"]; draft: FileDraft; onChange?: (file: FileDraft) => void }) {
  const { t } = useTranslation("imports");
  const said = useSaid();
  const { number } = useFormats();
  const object = useObjectName();
  const [opened, setOpened] = useState(onChange !== undefined && draft.object === null && file.columns.length > 0);
  return (
    <Box className={classes.file}>
      <div className={classes.fileHead}>
        <Stack gap={2} flex="1 1 280px" miw={0}>
          <Group gap="xs">
            <span className={classes.fileName}>{file.name}</span>
            <Badge variant={draft.object === null ? "default" : "light"} tt="none" fw={550}>
              {draft.object === null ? t("passed_over") : object(draft.object)}
            </Badge>
          </Group>
          <Text size="xs" c="dimmed">
            {said(file.because)}
          </Text>
        </Stack>
        <Group gap="md">
          <Text size="xs" c="dimmed" className="figures">
            {t("about", { count: file.rows, number: number(file.rows), encoding: file.encoding })}
          </Text>
          <Button size="xs" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)} aria-label={t("columns.of", { file: file.name })}>
            {t("columns")}
          </Button>
        </Group>
      </div>
      <Collapse expanded={opened}>
        <Box className={classes.editor}>
          {opened ? <MappingEditor file={file} draft={draft} {...(onChange === undefined ? {} : { onChange })} /> : null}
        </Box>
      </Collapse>
    </Box>
  );
}
