// The best mixes and timings: a plateau and not a peak, so all plans that cannot be told from the best are shown as ties.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./designs.module.css";
import { Sentence } from "./Sentence";
import { Tornado } from "./Tornado";
import type { Judged, Searched } from "./types";
import { isOneRole, useDesignWords } from "./words";

/** What plans of a search are called. */
export function usePlanNames(searched: Searched, currency: string): string[] {
  const { t } = useTranslation("designs");
  const { team, timing } = useDesignWords(currency);
  return searched.plans.map((plan) => (isOneRole(plan.team) ? team(plan.team) : t("plan.name", { team: team(plan.team), timing: timing(plan.weeks, false) })));
}

/** The answer of a search. */
export function Search({ searched, currency }: { searched: Searched; currency: string }) {
  const { t } = useTranslation("designs");
  const { number } = useFormats();
  const { team, timing, money } = useDesignWords(currency);
  const names = usePlanNames(searched, currency);
  const [preferred] = searched.plans;
  const ties = searched.plans.filter(({ tie }) => tie).length;
  const rows = searched.plans.map((plan, at) => ({ ...plan, at }));
  type Row = Judged & { at: number };
  const columns: Column<Row>[] = [
    {
      id: "team", header: t("side.team"), bare: true,
      cell: (row) => (
        <span className={classes.seats}>
          {team(row.team)}{" "}
          {row.at === 0 ? <Badge size="sm" variant="filled">{t("search.preferred")}</Badge> : row.tie ? <Badge size="sm" variant="outline" color="gray">{t("search.tie")}</Badge> : null}
        </span>
      ),
    },
    { id: "timing", header: t("side.timing"), cell: (row) => <span className={classes.when}>{timing(row.weeks, isOneRole(row.team))}</span> },
    { id: "npv", header: t("side.npv"), align: "end", cell: (row) => <span className="figures">{money(row.npv)}</span>, sort: (row) => row.npv },
    { id: "behind", header: t("search.behind"), align: "end", cell: (row) => <span className="figures">{t("search.behind.value", { behind: money(row.behind), error: money(row.behind_se) })}</span>, sort: (row) => row.behind },
    { id: "npv_operating", header: t("search.operating"), align: "end", cell: (row) => <span className="figures">{money(row.npv_operating)}</span>, sort: (row) => row.npv_operating },
    { id: "arr", header: t("fan.arr"), align: "end", cell: (row) => <span className="figures">{money(row.arr)}</span>, sort: (row) => row.arr },
    { id: "logos", header: t("search.won"), align: "end", cell: (row) => <span className="figures">{number(row.logos, 1)}</span>, sort: (row) => row.logos },
    { id: "handoffs", header: t("side.handoffs"), align: "end", cell: (row) => <span className="figures">{number(row.handoffs, 1)}</span>, sort: (row) => row.handoffs },
    { id: "cost", header: t("search.cost"), align: "end", cell: (row) => <span className="figures">{money(row.cost)}</span>, sort: (row) => row.cost },
  ];
  return (
    <>
      <Panel title={t("answer")}>
        {searched.versus === null || searched.versus === undefined ? (
          <p className={classes.verdict}>{t("search.first", { plan: names[0] ?? "" })}</p>
        ) : (
          <Sentence verdict={searched.versus} drivers={searched.drivers} names={names} currency={currency} />
        )}
        {preferred === undefined ? null : <p className={classes.note}>{t(ties > 1 ? "search.ties" : "search.alone", { count: ties, number: number(ties), tried: number(searched.tried) })}</p>}
      </Panel>
      <Panel title={t("search.plans")} lead={t("search.plans.lead")} flush>
        <DataTable label={t("search.plans")} rows={rows} columns={columns} rowKey={(row) => String(row.at)} phone="scroll" />
      </Panel>
      {searched.drivers === null || searched.drivers === undefined ? null : <Tornado drivers={searched.drivers} names={names} currency={currency} />}
    </>
  );
}
