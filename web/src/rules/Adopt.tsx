// Adopting a draft: first what comes of it, then the button. What the server refuses is told where it was asked.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./rules.module.css";
import type { RulesDocument, TryOut } from "./types";

interface Props {
  text: string;
  /** Absent where the text cannot be used as it is. */
  document: RulesDocument | undefined;
  warnings: number;
  /** Absent where it is not known what the text does. */
  tried: TryOut | undefined;
  onAdopted: () => void;
}

/** The button, and the window that it opens. */
export function Adopt(props: Props) {
  const { t } = useTranslation("rules");
  const shared = useTranslation().t;
  const [isOpen, setOpen] = useState(false);
  const { document } = props;
  return (
    <>
      <Button onClick={() => setOpen(true)} disabled={document === undefined} aria-describedby={document === undefined ? "adopt-why" : undefined}>
        {t("adopt")}
      </Button>
      {document === undefined ? (
        <Text id="adopt-why" size="xs" c="dimmed">
          {t("adopt.not_yet")}
        </Text>
      ) : null}
      <Modal opened={isOpen && document !== undefined} onClose={() => setOpen(false)} title={t("adopt.title")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        {document === undefined ? null : <Summary {...props} document={document} onClose={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function Summary({ text, document, warnings, tried, onAdopted, onClose }: Props & { document: RulesDocument; onClose: () => void }) {
  const { t } = useTranslation("rules");
  const shared = useTranslation().t;
  const { date } = useFormats();
  const queries = useQueryClient();
  const adopt = api.useMutation("post", "/api/v1/rules", {
    onSuccess: async () => {
      toastDone(t("adopted.done", { version: document.version, day: date(document.effective) }));
      onAdopted();
      await queries.invalidateQueries();
    },
  });
  return (
    <Stack gap="sm">
      <Text size="sm">{t("adopt.what", { name: document.name, version: document.version, day: date(document.effective) })}</Text>
      {tried === undefined ? <Text size="sm" c="dimmed">{t("adopt.unknown")}</Text> : <Consequences tried={tried} />}
      {warnings === 0 ? null : <Text size="sm">{t("adopt.warnings", { count: warnings })}</Text>}
      <Text size="sm" c="dimmed">
        {t("adopt.then")}
      </Text>
      <ProblemAlert error={adopt.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {shared("cancel")}
        </Button>
        <Button onClick={() => adopt.mutate({ body: { document: text } })} loading={adopt.isPending}>
          {t("adopt.act", { day: date(document.effective) })}
        </Button>
      </Group>
    </Stack>
  );
}

function Consequences({ tried }: { tried: TryOut }) {
  const { t } = useTranslation("rules");
  const { number, amount } = useFormats();
  const money = (value: number) => amount({ amount: String(value), currency: tried.currency }, "short");
  const { hand_off, ask } = tried.answers;
  const changed = tried.differences?.reduce((sum, { units }) => sum + units, 0);
  const most = tried.loads[0];
  return (
    <ul className={classes.consequences}>
      <li>{t("adopt.hand_off", { count: hand_off.units, units: number(hand_off.units), customers: number(tried.customers_moved), arr: money(hand_off.arr) })}</li>
      <li>{t("adopt.ask", { count: ask.units, units: number(ask.units), arr: money(ask.arr) })}</li>
      {changed === undefined ? null : <li>{t("adopt.changed", { count: changed, units: number(changed) })}</li>}
      {most === undefined || most.customers_after <= most.customers_before ? null : (
        <li>{t("adopt.most", { name: most.seller.name, before: number(most.customers_before), after: number(most.customers_after) })}</li>
      )}
      {tried.without_receiver === 0 ? null : <li>{t("adopt.without", { count: tried.without_receiver, units: number(tried.without_receiver) })}</li>}
    </ul>
  );
}
