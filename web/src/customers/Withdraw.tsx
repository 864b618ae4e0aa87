// Taking a file out of sight, once somebody has confirmed it.
import { Button, Group, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";

/** The button with its question. */
export function Withdraw({ file }: { file: Wire["Attachment"] }) {
  const { t } = useTranslation("customers");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const withdraw = api.useMutation("delete", "/api/v1/attachments/{id}", {
    onSuccess: async () => {
      toastDone(t("attachments.withdrawn", { name: file.name }));
      setOpen(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t("attachments.withdraw.of", { name: file.name })} onClick={() => setOpen(true)}>
        {t("attachments.withdraw")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("attachments.withdraw.of", { name: file.name })} centered closeButtonProps={{ "aria-label": shared("close") }}>
        <Text size="sm">{t("attachments.withdraw.text")}</Text>
        <ProblemAlert error={withdraw.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setOpen(false)}>
            {shared("cancel")}
          </Button>
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ params: { path: { id: file.id } } })}>
            {t("attachments.withdraw")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
