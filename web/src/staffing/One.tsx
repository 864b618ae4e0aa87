// One proposal: three ways with what each costs, the seats of each, why, what else, locks, weights, and writing a decision down. Every time it is
// fetched the look is written down, so it is fetched once, and again only after something was done here.
import { Alert, Skeleton, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Adopt } from "./Adopt";
import { Frame } from "./Frame";
import { useSeats } from "./Proposals";
import { Seats } from "./Seats";
import classes from "./staffing.module.css";
import { type Option, type Proposal, useWords } from "./types";
import { Weights } from "./Weights";

/** The page. */
export function One() {
  const { t } = useTranslation("staffing");
  const { date } = useFormats();
  const words = useWords();
  const { proposal: id } = useParams({ strict: false }) as { proposal: string };
  const [shown, setShown] = useState("balanced");
  const found = api.useQuery("get", "/api/v1/staffing/proposals/{id}", { params: { path: { id } } }, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: false });
  const proposal = found.data as unknown as Proposal | undefined;
  const option = proposal?.options.find(({ objective }) => objective === shown);
  const adopted = proposal?.options.find(({ objective }) => objective === proposal.adopted);
  return (
    <Frame at="proposals" {...(proposal === undefined ? {} : { title: proposal.name, lead: t("proposal.lead", { by: proposal.by, day: date(proposal.at) }) })}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {proposal === undefined || option === undefined ? null : (
        <>
          {adopted === undefined ? null : (
            <Alert variant="light" color="teal" role="status">
              {t("proposal.adopted", { by: proposal.adopted_by ?? "", option: words(adopted.title), day: date((proposal.adopted_at ?? "").slice(0, 10)), because: proposal.adopted_because ?? "" })}
              <Text size="sm">{t("proposal.adopted.note")}</Text>
            </Alert>
          )}
          <Options proposal={proposal} shown={shown} onShow={setShown} />
          <Seats key={`${proposal.version} ${shown}`} proposal={proposal} option={option} />
          {proposal.adopted === null || proposal.adopted === undefined ? (
            <>
              <Weights key={proposal.version} proposal={proposal} />
              <Adopt proposal={proposal} shown={shown} />
            </>
          ) : null}
        </>
      )}
    </Frame>
  );
}

function Options({ proposal, shown, onShow }: { proposal: Proposal; shown: string; onShow: (objective: string) => void }) {
  const { t } = useTranslation("staffing");
  const most = Math.max(1, ...proposal.options.map(({ cost }) => cost));
  const balanced = proposal.options[0];
  return (
    <Panel title={t("proposal.options")} lead={t("proposal.options.lead")}>
      <div className={classes.options} role="group" aria-label={t("proposal.options")}>
        {proposal.options.map((option) => (
          <Card
            key={option.objective} option={option} most={most} shown={option.objective === shown} onShow={() => onShow(option.objective)}
            same={option !== balanced && balanced !== undefined && Object.entries(option.roles).every(([person, role]) => balanced.roles[person] === role)}
          />
        ))}
      </div>
    </Panel>
  );
}

function Card({ option, most, shown, same, onShow }: { option: Option; most: number; shown: boolean; same: boolean; onShow: () => void }) {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  const words = useWords();
  const seats = useSeats();
  return (
    <button type="button" className={classes.option} data-shown={shown ? "" : undefined} aria-pressed={shown} onClick={onShow}>
      <Text fw={600} component="span">
        {words(option.title)}
      </Text>
      <Text size="sm" component="span">
        {option.cost <= 0 ? t("option.cost.none") : t("option.cost", { points: number(option.cost) })}
      </Text>
      {option.cost <= 0 ? null : <span className={classes.cost} style={{ width: `${(option.cost / most) * 100}%` }} aria-hidden />}
      <Text size="sm" c="dimmed" component="span">
        {same ? t("option.same") : t("option.changes", { count: option.changes, number: number(option.changes) })}
      </Text>
      <Text size="sm" c="dimmed" component="span">
        {Object.keys(option.to_hire).length === 0 ? t("option.hire.none") : t("option.hire", { seats: seats(option.to_hire) })}
      </Text>
    </button>
  );
}
