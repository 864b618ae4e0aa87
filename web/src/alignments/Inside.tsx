// Video and text chat: what is served so, by what that is told, what it saves and what it may lose. A unit is given back to the field by choosing it.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Parts } from "../shared/chart/Parts";
import { Legend } from "../shared/chart/Legend";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { both, type Proposal, useAlignmentWords } from "./types";

const CHANNELS = ["wished", "far", "small_value", "wants_visits", "large", "near"] as const;

/** The panel. */
export function Inside({ of }: { of: Proposal }) {
  const { t } = useTranslation("alignments");
  const { number } = useFormats();
  const { money } = useAlignmentWords(of.currency);
  const inside = new Set(of.people.filter(({ part }) => part === "inside").map(({ id }) => id));
  const served = of.units.filter((unit) => inside.has(unit.to));
  const { figures } = of;
  const count = (channel: string) => served.filter((unit) => unit.channel === channel).length;
  const parts = CHANNELS.map((channel, at) => ({ name: `${t(`channel.${channel}`)}: ${number(count(channel))}`, value: count(channel), color: (palette: { series: string[] }) => palette.series[at] ?? "" })).filter(({ value }) => value > 0);
  return (
    <Panel title={t("inside")} lead={t("inside.lead")}>
      {served.length === 0 ? (
        <Text size="sm">{t(inside.size === 0 ? "inside.nobody" : "inside.none", { count: figures.inside_left })}</Text>
      ) : (
        <>
          <Text size="sm" mb="xs">
            {t("inside.served", { count: both(figures.inside_units)[1], arr: money(figures.inside_arr), saving: money(figures.inside_saving), loss: money(figures.inside_loss) })} {t("inside.left", { count: figures.inside_left })}
          </Text>
          <Parts name={parts.map(({ name }) => name).join(", ")} whole={served.length} parts={parts} />
          <Legend keys={parts} />
        </>
      )}
    </Panel>
  );
}
