// What can be done now: begin, write the verdict down, open the question of splitting, give up.
import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { Intervention } from "./types";

type Step = "start" | "judge" | "cancel" | "open_splitting";

/** The steps that are possible. */
export function Acts({ one }: { one: Intervention }) {
  const { t } = useTranslation("interventions");
  const [givesUp, setGivesUp] = useState(false);
  const queries = useQueryClient();
  const act = api.useMutation("post", "/api/v1/interventions/{id}/acts", {
    onSuccess: async (_said, { body }) => {
      toastDone(t(`done.${body.step}`));
      setGivesUp(false);
      await queries.invalidateQueries();
    },
  });
  const send = (step: Step, because = "") => act.mutate({ params: { path: { id: one.id } }, body: { version: one.version, step, because } });
  const main = one.steps.filter((step): step is Exclude<Step, "cancel"> => step !== "cancel");
  return (
    <Panel>
      <ProblemAlert error={givesUp ? null : act.error} />
      <Group gap="sm" align="center">
        {main.map((step) => (
          <Button key={step} loading={act.isPending} onClick={() => send(step)}>{t(`step.${step}`)}</Button>
        ))}
        {one.state === "draft" ? <Button variant="default" component={Link} to="/redirect/$id/change" params={{ id: one.id } as never}>{t("change")}</Button> : null}
        {one.steps.includes("cancel") ? <Button variant="default" onClick={() => setGivesUp(true)}>{t("step.cancel")}</Button> : null}
        <Text size="xs" c="dimmed" flex="1 1 240px">{main.map((step) => t(`step.${step}.note`)).join(" ")}</Text>
      </Group>
      <GiveUp opened={givesUp} onClose={() => setGivesUp(false)} isPending={act.isPending} error={act.error} onSend={(because) => send("cancel", because)} />
    </Panel>
  );
}

interface GiveUpProps {
  opened: boolean;
  onClose: () => void;
  isPending: boolean;
  error: unknown;
  onSend: (because: string) => void;
}

function GiveUp({ opened, onClose, isPending, error, onSend }: GiveUpProps) {
  const { t } = useTranslation("interventions");
  const shared = useTranslation().t;
  const [because, setBecause] = useState("");
  return (
    <Modal opened={opened} onClose={onClose} centered title={t("step.cancel")} closeButtonProps={{ "aria-label": shared("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend(because);
        }}
      >
        <Stack gap="sm">
          <ProblemAlert error={error} />
          <Textarea label={t("because.cancel")} autosize minRows={3} maxLength={1000} required withAsterisk={false} data-autofocus value={because} onChange={(event) => setBecause(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{shared("cancel")}</Button>
            <Button type="submit" color="red" loading={isPending} disabled={because.trim() === ""}>{t("step.cancel")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
