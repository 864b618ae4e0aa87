// How much of the time the record knows: before anything that stands on it.
import { Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import type { Part } from "../shared/chart/Parts";
import { Parts } from "../shared/chart/Parts";
import { Legend } from "../shared/chart/Legend";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { useMay } from "../shell/useMe";
import classes from "./time.module.css";

const SOURCES = ["activities", "calendars", "self_reports"] as const;

/** The coverage of the team. */
export function Coverage({ coverage }: { coverage: Wire["Coverage"] }) {
  const { t } = useTranslation("time");
  const { share, hours, number, list } = useFormats();
  const known = coverage.share ?? 0;
  const parts: Part[] = [
    { name: t("coverage.measured"), value: coverage.hours_recorded - coverage.hours_assumed, color: (palette) => palette.accent },
    { name: t("coverage.assumed"), value: coverage.hours_assumed, color: (palette) => palette.accent, faint: true },
  ];
  const sources = coverage.sources.filter((source) => source.hours > 0).map((source) => `${sourceName(t, source.source)} ${hours(source.hours)}`);
  const values = {
    share: share(known),
    recorded: hours(coverage.hours_recorded),
    available: hours(coverage.hours_available),
    some: number(coverage.sellers_with_time),
    count: coverage.sellers,
    assumed: hours(coverage.hours_assumed),
    sources: list(sources),
  };
  return (
    <Panel title={t("coverage")}>
      <Stack gap="sm">
        <Group gap="md" align="baseline" wrap="nowrap">
          <span className={classes.share}>{share(known)}</span>
          <Text size="sm">{t("coverage.of", values)}</Text>
        </Group>
        <Parts name={t("coverage.bar", values)} whole={coverage.hours_available} parts={parts} height={18} />
        <Legend keys={[...parts, { name: t("coverage.unknown"), color: () => "var(--t-line)" }]} />
        <Text size="sm" c="dimmed">
          {t("coverage.people", values)} {coverage.hours_assumed > 0 ? t("coverage.assumed.text", values) : null}{" "}
          {sources.length === 0 ? null : t("coverage.sources", values)}
        </Text>
        <Meaning level={coverage.level} />
      </Stack>
    </Panel>
  );
}

function sourceName(t: ReturnType<typeof useTranslation<"time">>["t"], source: string): string {
  const known = SOURCES.find((word) => word === source);
  return known === undefined ? source : t(`source.${known}`);
}

function Meaning({ level }: { level: string }) {
  const { t } = useTranslation("time");
  const mayImport = useMay("imports.run");
  const mayReport = useMay("time.report");
  const known = level === "none" || level === "thin" || level === "half" ? level : "most";
  return (
    <div className={classes.meaning} data-level={known}>
      <Text size="sm" flex="1 1 320px">
        {t(`level.${known}`)}
      </Text>
      {known === "most" ? null : (
        <Group gap="xs">
          {mayImport ? (
            <Button size="xs" variant="default" component={Link} to="/import">
              {t("act.import")}
            </Button>
          ) : null}
          {mayReport ? (
            <Button size="xs" variant="default" component={Link} to="/time/report">
              {t("act.report")}
            </Button>
          ) : null}
        </Group>
      )}
    </div>
  );
}
