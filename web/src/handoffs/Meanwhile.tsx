// Why an act was refused, and, where somebody else was quicker, who and what.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./handoffs.module.css";
import type { ActRecord, Handoff } from "./types";

/** The alert; nothing where nothing was refused. */
export function Meanwhile({ handoff, error, records }: { handoff: Handoff; error: unknown; records: readonly ActRecord[] }) {
  const { t } = useTranslation("handoffs");
  const { instant } = useFormats();
  if (records.length === 0) return <ProblemAlert error={error} />;
  const name = (record: ActRecord) => handoff.people.find(({ id }) => id === record.by.user)?.name ?? t("party.system");
  return (
    <div className={classes.note} role="alert">
      <Text size="sm" fw={600}>
        {t("meanwhile")}
      </Text>
      {records.map((record) => (
        <Text key={record.version} size="sm">
          {t("meanwhile.one", { name: name(record), act: t(`did.${record.act.act}`), at: instant(record.at) })}
        </Text>
      ))}
      <Text size="sm">{t("meanwhile.then")}</Text>
    </div>
  );
}
