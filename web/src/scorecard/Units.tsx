// Units that passed on beside units alike that did not, and what became of them after 90, 180 and 365 days.
import { Anchor, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Interval } from "../interventions/Interval";
import { useSay } from "../interventions/words";
import { Parts } from "../shared/chart/Parts";
import { Legend } from "../shared/chart/Legend";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./scorecard.module.css";
import type { Scorecard, Tally } from "./types";

interface Counts {
  kept: number;
  grown: number;
  lost: number;
}

/** Both panels. */
export function Units({ card }: { card: Scorecard }) {
  const { t } = useTranslation("scorecard");
  const { number } = useFormats();
  const say = useSay();
  const outcomes = card.outcomes.filter((one) => total(countsOf(one)) > 0);
  if (card.handed_over.length === 0 && outcomes.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      {card.handed_over.length === 0 ? null : (
        <Panel title={t("alike")} lead={t("alike.lead")}>
          <ul className={classes.alike}>
            {card.handed_over.map((one) => (
              <li key={one.months}>
                <Text size="sm" fw={600}>{t("after", { months: t("months", { count: one.months, number: number(one.months) }) })}</Text>
                {one.revenue === null || one.revenue === undefined ? null : <Interval unit="share" estimate={one.revenue.estimate} low={one.revenue.low} high={one.revenue.high} />}
                <Text size="sm">{say(one.told)}</Text>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {outcomes.length === 0 ? null : (
        <Panel title={t("outcomes")} lead={t("outcomes.lead")} act={<Anchor component={Link} to="/handoffs/all" size="sm">{t("outcomes.go")}</Anchor>}>
          <Legend keys={keys(t)} />
          <ul className={classes.alike}>{outcomes.map((one) => <Outcome key={one.at} one={one} />)}</ul>
        </Panel>
      )}
    </SimpleGrid>
  );
}

type Translate = ReturnType<typeof useTranslation<"scorecard">>["t"];

function keys(t: Translate) {
  return [
    { name: t("outcome.grown"), color: (palette: { gain: string }) => palette.gain },
    { name: t("outcome.kept"), color: (palette: { accent: string }) => palette.accent },
    { name: t("outcome.lost"), color: (palette: { loss: string }) => palette.loss },
  ];
}

function countsOf(one: Tally): Counts {
  return one.tally as unknown as Counts;
}

function total({ kept, grown, lost }: Counts): number {
  return kept + grown + lost;
}

function Outcome({ one }: { one: Tally }) {
  const { t } = useTranslation("scorecard");
  const { number } = useFormats();
  const { kept, grown, lost } = countsOf(one);
  const said = t("outcome.said", { grown: number(grown), kept: number(kept), lost: number(lost) });
  const [first, second, third] = keys(t);
  const parts = [{ ...first, value: grown }, { ...second, value: kept }, { ...third, value: lost }];
  return (
    <li>
      <Text size="sm" fw={600}>{t(`at.${one.at}` as "at.day_90")}</Text>
      <Parts name={said} whole={kept + grown + lost} parts={parts as Parameters<typeof Parts>[0]["parts"]} />
      <Text size="xs" c="dimmed" mt={4}>{said}</Text>
    </li>
  );
}
