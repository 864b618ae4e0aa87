// Asking about one line.
import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { Line } from "./types";
import { useWords } from "./types";

/** The dialogue. */
export function Ask({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation("incentives");
  const shared = useTranslation().t;
  const words = useWords();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const ask = api.useMutation("post", "/api/v1/incentives/questions", {
    onSuccess: async () => {
      toastDone(t("ask.done"));
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("ask.title")} closeButtonProps={{ "aria-label": shared("close") }} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ body: { event: line.event, number: line.number, text } });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{words(line.what)}</Text>
          <Textarea label={t("ask.text")} description={t("ask.text.note")} autosize minRows={3} maxLength={2000} required data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <ProblemAlert error={ask.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shared("cancel")}
            </Button>
            <Button type="submit" loading={ask.isPending} disabled={text.trim() === ""}>
              {t("ask.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
