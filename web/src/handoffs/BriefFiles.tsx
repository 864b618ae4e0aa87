// The files to which a brief refers: those of the unit and of the whole customer.
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AttachmentList } from "../shared/AttachmentList";
import { Panel } from "../shared/Panel";
import type { Handoff } from "./types";

/** The panel. */
export function BriefFiles({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const files = handoff.attachments;
  const where = (
    <Anchor component={Link} to={`/customers/${handoff.customer.id}`} size="sm">
      {t("brief.files.where", { name: handoff.customer.name })}
    </Anchor>
  );
  return (
    <Panel title={t("brief.files")} act={where} lead={t(files.length === 0 ? "brief.files.none" : "brief.files.lead")}>
      {files.length === 0 ? <Text size="sm" c="dimmed">{t("brief.files.next")}</Text> : <AttachmentList items={files} hasUnits />}
    </Panel>
  );
}
