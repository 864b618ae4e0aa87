// The scorecard: against what the plan promised, against units alike, pairs, the inside channel, and what needs somebody now.
import { Button, Skeleton, Text } from "@mantine/core";
import Printer from "lucide-react/icons/printer";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Inside } from "./Inside";
import { Lines } from "./Lines";
import { PairsPanel } from "./PairsPanel";
import { Promised } from "./Promised";
import { Report } from "./Report";
import { Units } from "./Units";
import type { Scorecard } from "./types";
import { Warnings } from "./Warnings";

/** The page. */
export function Watch() {
  const { t } = useTranslation("scorecard");
  const found = api.useQuery("get", "/api/v1/scorecard");
  const card = found.data;
  const print = card?.promise === null || card?.promise === undefined ? undefined : (
    <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>{t("print")}</Button>
  );
  return (
    <Page title={t("title")} lead={card === undefined ? t("lead") : <Lead card={card} />} act={print}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? (
        <>
          <Text c="dimmed" role="status">{t("waiting")}</Text>
          <Skeleton height={220} radius={12} />
          <Skeleton height={320} radius={12} />
        </>
      ) : null}
      {card === undefined ? null : (
        <>
          <Promised card={card} />
          {card.lines.length === 0 ? null : <Lines card={card} />}
          <Warnings card={card} />
          <Units card={card} />
          {card.pairs === null || card.pairs === undefined || card.pairs.handoffs === 0 ? null : <PairsPanel pairs={card.pairs} />}
          {card.inside === null || card.inside === undefined ? null : <Inside channel={card.inside} currency={card.currency} />}
          {card.promise === null || card.promise === undefined ? null : <Report card={card} />}
        </>
      )}
    </Page>
  );
}

function Lead({ card }: { card: Scorecard }) {
  const { t } = useTranslation("scorecard");
  const { date, month, number } = useFormats();
  if (card.promise === null || card.promise === undefined) return <>{t("lead")}</>;
  if (card.from === null || card.from === undefined) return <>{t("lead.new", { day: date(card.promise.split) })}</>;
  return <>{t("lead.since", { day: date(card.promise.split), scenario: card.promise.scenario, months: t("months", { count: card.months, number: number(card.months) }), from: month(card.from), to: month(card.to ?? "") })}</>;
}
