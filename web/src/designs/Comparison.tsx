// Scenarios side by side: the sentence, the numbers with their spread, fans through time, where the hours go, what the answer hangs on.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./designs.module.css";
import { Fans } from "./Fans";
import { Sentence } from "./Sentence";
import { Spreads } from "./Spreads";
import { TimeUse } from "./TimeUse";
import { Tornado } from "./Tornado";
import type { Compared, Plan } from "./types";
import { isOneRole, useDesignWords } from "./words";

/** The answer of a comparison. */
export function Comparison({ compared, currency }: { compared: Compared; currency: string }) {
  const { t } = useTranslation("designs");
  const names = compared.plans.map(({ name }) => name);
  return (
    <>
      {compared.verdict === null || compared.verdict === undefined ? null : (
        <Panel title={t("answer")}>
          <Sentence verdict={compared.verdict} drivers={compared.drivers} names={names} currency={currency} />
          <RunnerUp compared={compared} currency={currency} />
        </Panel>
      )}
      <SideBySide plans={compared.plans} currency={currency} />
      <Pictures compared={compared} currency={currency} />
      {compared.drivers === null || compared.drivers === undefined ? null : <Tornado drivers={compared.drivers} names={names} currency={currency} />}
    </>
  );
}

/** Of more than two, the one that is next, and how sure the gap to it is. */
export function RunnerUp({ compared, currency }: { compared: Compared; currency: string }) {
  const { t } = useTranslation("designs");
  const { money, more } = useDesignWords(currency);
  const next = compared.runner_up;
  if (next === null || next === undefined) return null;
  const said = { name: compared.plans[next.against]?.name ?? "", amount: money(next.difference), low: more(next.low), high: more(next.high) };
  return <Text size="sm" mt={6}>{t(next.kind === "better" ? "verdict.next" : "verdict.next_unsure", said)}</Text>;
}

/** The fans and the hours: a trial shows them too. */
export function Pictures({ compared, currency }: { compared: Compared; currency: string }) {
  const { t } = useTranslation("designs");
  const { money } = useDesignWords(currency);
  const { number, share } = useFormats();
  const rest = { weeks: compared.weeks, plans: compared.plans };
  return (
    <>
      <div className={classes.pair}>
        <Fans {...rest} measure="arr" title={t("fan.arr")} write={(value) => money(value, "short")} />
        <Fans {...rest} measure="hunting" title={t("fan.hunting")} lead={t("fan.hunting.lead")} write={(value) => share(value)} />
        <Retention {...rest} />
        <Fans {...rest} measure="won" title={t("fan.won")} write={(value) => number(value)} />
        <Fans {...rest} measure="lost" title={t("fan.lost")} write={(value) => number(value)} />
        <Fans {...rest} measure="cost" title={t("fan.cost")} write={(value) => money(value, "short")} />
        <Fans {...rest} measure="contribution" title={t("fan.contribution")} lead={t("fan.contribution.lead")} write={(value) => money(value, "short")} />
      </div>
      <Spreads plans={compared.plans} currency={currency} />
      <TimeUse plans={compared.plans} />
    </>
  );
}

/** From the end of the first year on; shorter lives have none. */
function Retention(rest: { weeks: readonly number[]; plans: readonly Plan[] }) {
  const { t } = useTranslation("designs");
  const { share } = useFormats();
  const has = rest.plans.every((plan) => (plan.fans.find((fan) => fan.measure === "retention")?.bands.length ?? 0) > 1);
  return has ? <Fans {...rest} measure="retention" title={t("fan.retention")} lead={t("fan.retention.lead")} write={(value) => share(value, 1)} isZoomed /> : null;
}

interface Row {
  key: string;
  name: string;
  cells: string[];
}

/** Means with their differences to the first scenario. */
export function SideBySide({ plans, currency }: { plans: readonly Plan[]; currency: string }) {
  const { t } = useTranslation("designs");
  const { number, share } = useFormats();
  const { money, more, team, timing } = useDesignWords(currency);
  const rows: Row[] = [];
  const put = (key: string, name: string, of: (plan: Plan) => string) => rows.push({ key, name, cells: plans.map(of) });
  const apart = (plan: Plan, measure: string) => plan.differences.find((each) => each.measure === measure);
  const withDifference = (plan: Plan, measure: string, text: string, write: (value: number | null | undefined) => string) => {
    const found = apart(plan, measure);
    return found === undefined ? text : t("side.difference", { value: text, difference: write(found.difference), low: write(found.low), high: write(found.high) });
  };
  const amount = (measure: string, of: (plan: Plan) => number | null | undefined) => put(measure, t(`side.${measure}` as "side.npv"), (plan) => withDifference(plan, measure, money(of(plan)), more));
  const count = (value: number | null | undefined) => (value === null || value === undefined ? "–" : number(value, 1));
  const points = (value: number | null | undefined) => (value === null || value === undefined ? "–" : t("side.points", { value: number(value * 100, 1) }));
  put("team", t("side.team"), (plan) => team(plan.team));
  put("timing", t("side.timing"), (plan) => timing(plan.weeks, isOneRole(plan.team)));
  amount("npv", (plan) => plan.mean.npv);
  amount("npv_operating", (plan) => plan.mean.npv_operating);
  amount("arr_end", (plan) => plan.mean.arr.at(-1));
  put("logos", t("side.logos"), (plan) => withDifference(plan, "logos", count(plan.mean.logos), count));
  put("lost", t("side.lost"), (plan) => withDifference(plan, "lost", count(plan.mean.lost), count));
  const years = plans[0]?.mean.grr.length ?? 0;
  for (const kind of ["grr", "nrr"] as const) {
    if (years > 0) put(kind, t(`side.${kind}`, { year: years }), (plan) => withDifference(plan, `${kind}_${years}`, share(plan.mean[kind][years - 1] ?? 0, 1), points));
  }
  put("handoffs", t("side.handoffs"), (plan) => count(plan.mean.handoffs));
  amount("cost", (plan) => plan.mean.cost);
  put("contribution", t("side.contribution"), (plan) => money(plan.contribution));
  put("spread", t("side.spread"), (plan) => money(plan.sd.npv));
  const columns: Column<Row>[] = [
    { id: "name", header: t("side.measure"), cell: (row) => row.name, bare: true },
    ...plans.map((plan, at): Column<Row> => ({ id: `plan${at}`, header: plan.name, align: "end", cell: (row) => <span className="figures">{row.cells[at]}</span> })),
  ];
  return (
    <Panel title={t("side")} lead={plans.length > 1 ? t("side.lead", { first: plans[0]?.name ?? "" }) : t("side.lead.one")} flush>
      <div className={classes.side}>
        <DataTable label={t("side")} rows={rows} columns={columns} rowKey={(row) => row.key} />
      </div>
    </Panel>
  );
}
