// Writing down that somebody decided: for which way, and why. Nobody's role changes by it.
import { Button, Group, Select, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { type Proposal, useWords } from "./types";

/** The panel. */
export function Adopt({ proposal, shown }: { proposal: Proposal; shown: string }) {
  const { t } = useTranslation("staffing");
  const words = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const [because, setBecause] = useState("");
  const objective = chosen ?? shown;
  const adopt = api.useMutation("post", "/api/v1/staffing/proposals/{id}/adoption", {
    onSuccess: async () => {
      toastDone(t("adopt.saved"));
      await queries.invalidateQueries();
    },
  });
  return (
    <Panel title={t("adopt")} lead={t("adopt.lead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          adopt.mutate({ params: { path: { id: proposal.id } }, body: { objective, because, version: proposal.version } });
        }}
      >
        <Stack gap="sm">
          <Select label={t("adopt.option")} allowDeselect={false} value={objective} onChange={(next) => setChosen(next ?? undefined)} data={proposal.options.map((option) => ({ value: option.objective, label: words(option.title) }))} />
          <Textarea label={t("adopt.because")} autosize minRows={2} maxLength={1000} required value={because} onChange={(event) => setBecause(event.currentTarget.value)} />
          <ProblemAlert error={adopt.error} />
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={adopt.isPending} disabled={because.trim() === ""}>
              {t("adopt.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
