// Contracts, statements of work, decks: files of the customer, attached by button or by dropping them, kept and withdrawn.
import { Button, FileButton, Group, Progress, Select, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import Paperclip from "lucide-react/icons/paperclip";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { filesOf } from "../imports/dropped";
import { AttachmentList } from "../shared/AttachmentList";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./customers.module.css";
import { type Failed, type Going, useAttaching } from "./useAttaching";
import { Withdraw } from "./Withdraw";

type View = Wire["CustomerView"];

/** The card. */
export function Attachments({ customer }: { customer: View }) {
  const { t } = useTranslation("customers");
  const found = api.useQuery("get", "/api/v1/customers/{id}/attachments", { params: { path: { id: customer.id } } });
  const files = found.data;
  const isBare = files !== undefined && files.items.length === 0;
  return (
    <Panel title={t("attachments")} {...(isBare ? { lead: t(files.may_add ? "attachments.none" : "attachments.none.read") } : {})} flush={isBare && !files.may_add}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={80} /> : null}
      {files === undefined || isBare ? null : (
        <AttachmentList items={files.items} hasUnits={customer.units.length > 1} act={(file) => (file.may_withdraw ? <Withdraw file={file} /> : null)} />
      )}
      {files?.may_add === true ? <Attach customer={customer} bytesMax={files.file_bytes_max} /> : null}
    </Panel>
  );
}

const WHOLE = "";

function Attach({ customer, bytesMax }: { customer: View; bytesMax: number }) {
  const { t } = useTranslation("customers");
  const { bytes } = useFormats();
  const [isOver, setOver] = useState(false);
  // A customer of one unit has nothing to choose from: what is attached to it passes on with it.
  const only = customer.units.length === 1 ? customer.units[0]?.id : undefined;
  const [unit, setUnit] = useState(only ?? WHOLE);
  const [about, setAbout] = useState("");
  const { attach, going, failed } = useAttaching(bytesMax);
  const send = (files: readonly File[]) => void attach(files, { customer: customer.id, unit: unit === WHOLE ? undefined : unit, about }).then(() => setAbout(""));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOf(event.dataTransfer).then(send);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={classes.attach} data-over={isOver || undefined} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <Stack gap="xs">
        {failed.map((one) => (
          <NotAttached key={one.name} failed={one} />
        ))}
        {customer.units.length > 1 ? (
          <Select
            label={t("attachments.unit")} value={unit} allowDeselect={false} onChange={(chosen) => setUnit(chosen ?? WHOLE)}
            data={[{ value: WHOLE, label: t("attachments.whole") }, ...customer.units.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        ) : null}
        <TextInput label={t("attachments.about")} placeholder={t("attachments.about.such")} value={about} maxLength={500} onChange={(event) => setAbout(event.currentTarget.value)} />
        {going === undefined ? (
          <Group gap="xs">
            <FileButton onChange={send} multiple inputProps={{ "aria-label": t("attachments.choose") }}>
              {(props) => (
                <Button {...props} size="xs" variant="default" leftSection={<Paperclip size={14} aria-hidden />}>
                  {t("attachments.choose")}
                </Button>
              )}
            </FileButton>
            <Text size="xs" c="dimmed">
              {t("attachments.drop", { size: bytes(bytesMax) })}
            </Text>
          </Group>
        ) : (
          <OnItsWay going={going} />
        )}
      </Stack>
    </div>
  );
}

function OnItsWay({ going }: { going: Going }) {
  const { t } = useTranslation("customers");
  const label = t("attachments.going", { name: going.name });
  return (
    <div role="status">
      <Text size="xs">{label}</Text>
      <Progress value={going.share * 100} size="sm" mt={4} aria-label={label} />
    </div>
  );
}

function NotAttached({ failed }: { failed: Failed }) {
  const { t } = useTranslation("customers");
  return (
    <Text role="alert" size="sm" c="var(--mantine-color-error)">
      {t("attachments.failed", { name: failed.name, why: failed.why })}
    </Text>
  );
}
