// Files attached to a customer: what each is called, how large it is, who attached it and when, and what is said about it.
import { Anchor, Group, Text } from "@mantine/core";
import Paperclip from "lucide-react/icons/paperclip";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { useFormats } from "./format";
import classes from "./shared.module.css";

type Attachment = Wire["Attachment"];

/** Size, author and day of a file in one line. */
export function useAbout() {
  const { bytes, date } = useFormats();
  return (file: Attachment, unit: string | undefined) => [unit, bytes(file.bytes), file.by, date(file.at.slice(0, 10))].filter(Boolean).join(" · ");
}

/** The list; `act` is what can be done with a file. */
export function AttachmentList(props: { items: readonly Attachment[]; hasUnits: boolean; act?: (file: Attachment) => ReactNode }) {
  const { t } = useTranslation();
  const about = useAbout();
  return (
    <ul className={classes.files}>
      {props.items.map((file) => (
        <li key={file.id} className={classes.file} aria-label={file.name}>
          <Paperclip size={15} aria-hidden className={classes.fileMark} />
          <div className={classes.fileMain}>
            <Anchor size="sm" fw={550} href={`/api/v1/attachments/${file.id}`} download className={classes.fileName}>
              {file.name}
            </Anchor>
            <Text size="xs" c="dimmed">
              {about(file, props.hasUnits ? (file.unit?.name ?? t("attachment.whole")) : undefined)}
            </Text>
            {file.about ? (
              <Text size="sm" className={classes.fileName}>
                {file.about}
              </Text>
            ) : null}
          </div>
          {props.act === undefined ? null : <Group gap="xs">{props.act(file)}</Group>}
        </li>
      ))}
    </ul>
  );
}
