// A proposal to work on: map and table of the same units, what keeping each would cost, people before and after, pairs, channels, challenges.
import { Alert, Anchor, Button, Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./alignments.module.css";
import { Challenges } from "./Challenges";
import { Chosen, useWork } from "./Chosen";
import { Inside } from "./Inside";
import { Map } from "./Map";
import { Pairs } from "./Pairs";
import { People } from "./People";
import { both, type Proposal, type Unit, useAlignmentWords } from "./types";
import { Units } from "./Units";

/** The page. */
export function ProposalPage() {
  const { t } = useTranslation("alignments");
  const { id = "", key = "" } = useParams({ strict: false });
  const whole = api.useQuery("get", "/api/v1/alignments/{id}", { params: { path: { id } } });
  const found = api.useQuery("get", "/api/v1/alignments/{id}/proposals/{key}", { params: { path: { id, key } } }, { staleTime: 0 });
  const { emphasis } = useAlignmentWords(found.data?.currency ?? "USD");
  const of = found.data;
  const adopt = of?.may_change === true ? <Button component={Link} to={`/align/${id}/${key}/adopt`}>{t("adopt")}</Button> : undefined;
  return (
    <Page title={emphasis(key)} lead={t(`emphasis.${key}.help` as "emphasis.balanced.help")} above={<Anchor component={Link} size="sm" to="/align/$id" params={{ id } as never}>{whole.data?.name ?? t("title")}</Anchor>} act={adopt}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {of === undefined ? null : <Work id={id} of={of} />}
    </Page>
  );
}

const SHOWN = ["all", "moved", "handed", "held", "inside"] as const;
type Shown = (typeof SHOWN)[number];

function shows(shown: Shown, unit: Unit, inside: ReadonlySet<string>): boolean {
  if (shown === "moved") return unit.change === "moved";
  if (shown === "handed") return unit.change === "handed" || unit.change === "given";
  if (shown === "held") return unit.held !== null && unit.held !== undefined;
  return shown === "all" || inside.has(unit.to);
}

function Work({ id, of }: { id: string; of: Proposal }) {
  const { t } = useTranslation("alignments");
  const [shown, setShown] = useState<Shown>("all");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const inside = useMemo(() => new Set(of.people.filter(({ part }) => part === "inside").map((person) => person.id)), [of.people]);
  const units = useMemo(() => of.units.filter((unit) => shows(shown, unit, inside)), [of.units, shown, inside]);
  return (
    <>
      <Behind id={id} of={of} />
      <Sums of={of} />
      <Panel title={t("units")} lead={t(of.may_change ? "units.lead" : "units.lead.look")}>
        <Group mb="sm">
          <SegmentedControl size="xs" aria-label={t("shown")} value={shown} onChange={(next) => setShown(next as Shown)} data={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))} style={{ maxWidth: "100%", overflowX: "auto" }} />
        </Group>
        <div className={classes.work}>
          <Map of={of} units={units} chosen={chosen} onChoose={(ids) => setChosen(new Set(ids))} />
          {chosen.size === 0 ? null : <Chosen id={id} of={of} chosen={chosen} onDone={() => setChosen(new Set())} />}
          <Units id={id} of={of} units={units} chosen={chosen} onChoose={setChosen} />
        </div>
      </Panel>
      <People of={of} />
      <Pairs id={id} of={of} />
      <Inside of={of} />
      <Challenges id={id} of={of} />
    </>
  );
}

/** Where it lags behind its locks. */
function Behind({ id, of }: { id: string; of: Proposal }) {
  const { t } = useTranslation("alignments");
  const { work, isPending, error } = useWork(id, of);
  if (!of.behind) return null;
  return (
    <Alert color="yellow" variant="light" title={t("behind")}>
      <Text size="sm" mb="xs">{t("behind.text")}</Text>
      <ProblemAlert error={error} />
      {of.may_change ? <Button size="xs" loading={isPending} onClick={() => work([])}>{t("behind.act")}</Button> : null}
    </Alert>
  );
}

function Sums({ of }: { of: Proposal }) {
  const { t } = useTranslation("alignments");
  const { number } = useFormats();
  const { money, km, percent } = useAlignmentWords(of.currency);
  const { figures } = of;
  const [balanceBefore, balance] = both(figures.imbalance);
  const [kmBefore, kmAfter] = both(figures.km);
  const [outsideBefore, outside] = both(figures.outside_hours);
  const [lackingBefore, lacking] = both(figures.skills_lacking ?? []);
  const isSkilled = lackingBefore + lacking > 0 || of.units.some(({ needs }) => needs.length > 0);
  return (
    <Figures>
      <Figure label={t("row.moved")} value={number(figures.moved)} period={t("sums.moved", { arr: money(figures.moved_arr), broken: number(figures.broken) })} />
      <Figure label={t("row.handed")} value={number(figures.handed)} period={money(figures.handed_arr)} />
      <Figure label={t("strip.balance")} value={percent(balance)} period={t("sums.balance", { before: percent(balanceBefore), outside, outsideBefore })} />
      <Figure label={t("strip.travel")} value={km(kmAfter)} period={t("sums.before", { value: km(kmBefore) })} />
      {isSkilled ? <Figure label={t("row.skills")} value={number(lacking)} period={t("sums.before", { value: number(lackingBefore) })} /> : null}
      <Figure label={t("row.interfaces")} value={number(both(figures.interfaces)[1])} period={t("sums.gap", { gap: percent(of.gap, 2) })} />
    </Figures>
  );
}
