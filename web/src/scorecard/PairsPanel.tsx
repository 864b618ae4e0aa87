// How hunters and account managers work together.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSay } from "../interventions/words";
import { type Column, DataTable } from "../shared/DataTable";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./scorecard.module.css";
import type { Pair, Pairs } from "./types";

/** Totals, then each pair. */
export function PairsPanel({ pairs }: { pairs: Pairs }) {
  const { t } = useTranslation("scorecard");
  const { number, share } = useFormats();
  const say = useSay();
  const percent = (value: number | null | undefined) => (value === null || value === undefined ? "–" : share(value));
  const rating = (value: number | null | undefined) => (value === null || value === undefined ? "–" : number(value, 1));
  const columns: Column<Pair>[] = [
    {
      id: "pair", header: t("pair"), bare: true, sort: (row) => row.hunter.name,
      cell: (row) => (row.account_manager === null || row.account_manager === undefined ? row.hunter.name : t("pair.both", { hunter: row.hunter.name, manager: row.account_manager.name })),
    },
    { id: "handoffs", header: t("pair.handoffs"), align: "end", cell: (row) => number(row.handoffs), sort: (row) => row.handoffs },
    { id: "to", header: t("pair.to"), align: "end", cell: (row) => percent(row.to_paired), sort: (row) => row.to_paired },
    { id: "met", header: t("pair.met"), align: "end", cell: (row) => percent(row.met), sort: (row) => row.met },
    { id: "brief", header: t("pair.brief"), align: "end", cell: (row) => rating(row.brief_rating), sort: (row) => row.brief_rating },
    { id: "concerns", header: t("pair.concerns"), cell: (row) => (row.concerns.length === 0 ? t("pair.fine") : row.concerns.map((each) => <Text key={each.code} size="sm">{say(each)}</Text>)) },
  ];
  return (
    <Panel title={t("pairs")} lead={t("pairs.lead")} flush>
      <div className={classes.pairFigures}>
        <Figures>
          <Figure label={t("pair.handoffs")} value={number(pairs.handoffs)} period={t("pair.handoffs.period")} />
          <Figure label={t("pair.to")} value={percent(pairs.to_paired)} period={t("pair.to.period")} />
          <Figure label={t("pair.met")} value={percent(pairs.met)} period={t("pair.met.period")} />
          <Figure label={t("pair.brief")} value={rating(pairs.brief_rating)} period={t("pair.brief.period")} />
        </Figures>
      </div>
      <DataTable label={t("pairs")} rows={pairs.pairs} columns={columns} rowKey={(row) => `${row.hunter.id} ${row.account_manager?.id ?? ""}`} />
    </Panel>
  );
}
