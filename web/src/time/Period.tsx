// Which weeks are shown; kept in the address.
import { Group, SegmentedControl, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { daysLater } from "../shared/format";
import { useWords, WEEKS } from "./query";

/** The picker. `shown` is what the server answered for: the first Monday, and the Monday after the last week. */
export function Period({ shown }: { shown: { from: string; to: string } | undefined }) {
  const { t } = useTranslation("time");
  const { change, weeks } = useWords();
  const last = shown === undefined ? "" : daysLater(shown.to, -1);
  const set = (from: string, to: string) => {
    if (from !== "" && to !== "" && from <= to) change({ weeks: undefined, from, to });
  };
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        size="sm"
        aria-label={t("period")}
        value={weeks === undefined ? "" : String(weeks)}
        onChange={(value) => change({ weeks: value === "26" ? undefined : value, from: undefined, to: undefined })}
        data={WEEKS.map((count) => ({ value: String(count), label: t("period.weeks", { count }) }))}
      />
      <Group gap="xs" wrap="nowrap">
        <TextInput
          type="date" size="sm" aria-label={t("period.from")} key={`from ${shown?.from}`} defaultValue={shown?.from ?? ""}
          onBlur={(event) => event.currentTarget.value !== shown?.from && set(event.currentTarget.value, last)}
        />
        <span aria-hidden>–</span>
        <TextInput
          type="date" size="sm" aria-label={t("period.to")} key={`to ${last}`} defaultValue={last}
          onBlur={(event) => event.currentTarget.value !== last && set(shown?.from ?? "", event.currentTarget.value)}
        />
      </Group>
    </Group>
  );
}
