// An import that is going on: how far it is, and a way to stop it.
import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { toastProblem } from "../shared/toast";
import { isGoingOn } from "./words";

/** The progress; nothing where nothing is going on. */
export function Going({ run }: { run: Wire["Import"] }) {
  const { t } = useTranslation("imports");
  const { number } = useFormats();
  const cancel = api.useMutation("post", "/api/v1/imports/{id}/cancel", { onError: toastProblem });
  if (!isGoingOn(run.state)) return null;
  const { done, total } = run.progress ?? { done: 0, total: 0 };
  // How many rows there are is told from the length of the files, so it may be passed.
  const isKnown = done > 0 && total > 0;
  const value = isKnown ? Math.min(99, (done / total) * 100) : 100;
  return (
    <Panel>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" role="status">
            {t(`going.${run.state}` as "going.running")} {isKnown ? t("going.rows", { done: number(done), total: number(Math.max(done, total)) }) : ""}
          </Text>
          {run.state === "running" ? (
            <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { path: { id: run.id } } })}>
              {t("act.cancel")}
            </Button>
          ) : null}
        </Group>
        <Progress value={value} animated={!isKnown} striped={!isKnown} aria-label={t(`going.${run.state}` as "going.running")} />
      </Stack>
    </Panel>
  );
}
