// The inside channel: what it saves and loses against what was promised.
import { useTranslation } from "react-i18next";
import { useSay } from "../interventions/words";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./scorecard.module.css";
import type { Channel } from "./types";

/** The panel. */
export function Inside({ channel, currency }: { channel: Channel; currency: string }) {
  const { t } = useTranslation("scorecard");
  const { amount, number, share } = useFormats();
  const say = useSay();
  const percent = (value: number | null | undefined) => (value === null || value === undefined ? "–" : share(value, 1));
  const tone = (kept: string) => (kept === "kept" ? { tone: "gain" as const } : kept === "broken" ? { tone: "loss" as const } : {});
  const { loss, worth } = channel;
  return (
    <Panel title={t("inside")} lead={t("inside.lead", { units: number(channel.units), months: t("months", { count: channel.months, number: number(channel.months) }) })}>
      <Figures>
        <Figure label={t("inside.saving")} value={percent(channel.saving)} period={t("inside.promised", { value: percent(channel.saving_promised) })} comparison={{ text: t(`kept.${channel.saving_kept}` as "kept.kept"), ...tone(channel.saving_kept) }} />
        <Figure
          label={t("inside.loss")} value={percent(loss?.estimate)} comparison={{ text: t(`kept.${channel.loss_kept}` as "kept.kept"), ...tone(channel.loss_kept) }}
          period={loss === null || loss === undefined ? t("inside.promised", { value: percent(channel.loss_promised) }) : t("inside.between", { low: percent(loss.low), high: percent(loss.high), promised: percent(channel.loss_promised) })}
        />
        <Figure label={t("inside.worth")} value={worth === null || worth === undefined ? "–" : amount({ amount: String(Math.round(worth)), currency }, "fine")} period={t("inside.worth.period")} />
      </Figures>
      <ul className={classes.reasons}>{channel.told.map((each) => <li key={each.code}>{say(each)}</li>)}</ul>
    </Panel>
  );
}
