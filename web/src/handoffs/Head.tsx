// Where a handoff stands: the journey as a small picture, the day of the transfer, how far steps, brief and gates are.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { useDistance } from "../customers/words";
import classes from "./handoffs.module.css";
import { Journey } from "./Journey";
import type { Handoff } from "./types";
import { useSaid } from "./words";

/** The head. */
export function Head({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { number, share } = useFormats();
  const said = useSaid();
  const { steps, gates, completeness, brief, handoff: document } = handoff;
  const over = steps.filter((step) => step.state === "done" || step.state === "not_needed").length;
  const late = steps.filter((step) => step.late > 0).length;
  const met = gates.filter(({ gate, standing }) => standing === "met" || document.overrides[gate] !== undefined).length;
  return (
    <div className={classes.head}>
      <Journey document={document} />
      <Figures>
        <Transfer handoff={handoff} />
        <Figure
          label={t("steps")} value={steps.length === 0 ? "–" : t("steps.of", { over: number(over), all: number(steps.length) })}
          period={steps.length === 0 ? t("steps.none") : late === 0 ? t("steps.in_time") : <span className={classes.late}>{t("steps.late", { count: late, number: number(late) })}</span>}
        />
        <Figure label={t("part.brief")} value={share(completeness.complete_bp / 10_000)} period={t(`brief.state.${brief.state}`)} />
        {document.transferred_on === null ? <Figure label={t("gates")} value={t("steps.of", { over: number(met), all: number(gates.length) })} period={<a href="#gates" className={classes.aboutLink}>{t("gates.period")}</a>} /> : null}
      </Figures>
      <Text size="sm" className={classes.reason}>
        <Text span c="dimmed" inherit>
          {t("proposed.why")}
        </Text>{" "}
        {document.proposal.said ? said(document.proposal.said) : document.proposal.reason}
      </Text>
    </div>
  );
}

function Transfer({ handoff: { handoff, today } }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const distance = useDistance();
  const wish = handoff.proposal.wish?.transfer ?? undefined;
  const planned = handoff.transferred_on ?? handoff.dates?.transfer;
  const day = planned ?? wish;
  if (day === undefined) return <Figure label={t("transfer")} value="–" period={t("transfer.none")} />;
  const isLate = handoff.transferred_on === null && planned !== undefined && day < today;
  const period = planned === undefined ? t("transfer.wished") : distance(today, day);
  return <Figure label={t("transfer")} value={date(day)} period={isLate ? <span className={classes.late}>{period}</span> : period} />;
}
