// Who could receive, the best first, each with what speaks for it; those who cannot, with the reason.
import { Button, Radio, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./handoffs.module.css";
import type { Barred, Receiver, Receivers } from "./types";
import { useSaid } from "./words";

const SHOWN = 4;

/** The choice. */
export function ReceiverChoice({ receivers: { ranked: can, barred: cannot }, value, onChange }: { receivers: Receivers; value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation("handoffs");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? can : can.filter((one, index) => index < SHOWN || one.seller.id === value);
  return (
    <>
      <Radio.Group value={value ?? "later"} onChange={(next) => onChange(next === "later" ? null : next)} aria-label={t("propose.who")}>
        <div className={classes.choices}>
          {shown.map((one) => (
            <Choice key={one.seller.id} one={one} isChosen={one.seller.id === value} />
          ))}
          <Radio.Card value="later" className={classes.choice} aria-label={t("receiver.later")}>
            <Radio.Indicator />
            <Text size="sm">{t("receiver.later")}</Text>
          </Radio.Card>
        </div>
      </Radio.Group>
      {can.length <= shown.length && (isWhole || cannot.length === 0) ? null : (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? "receiver.fewer" : "receiver.all", { count: can.length + cannot.length })}
        </Button>
      )}
      {isWhole && cannot.length > 0 ? <Cannot receivers={cannot} /> : null}
    </>
  );
}

function Choice({ one, isChosen }: { one: Receiver; isChosen: boolean }) {
  const { t } = useTranslation("handoffs");
  const { share, number } = useFormats();
  const said = useSaid();
  const { seller, tier, load_after, load_limit, points_bp } = one;
  const known = one.parts.filter((part) => part.likeness_bp !== null);
  return (
    <Radio.Card value={seller.id} className={classes.choice} aria-label={seller.name}>
      <Radio.Indicator />
      <span className={classes.choiceMain}>
        <span className={classes.choiceHead}>
          <Text span size="sm" fw={550}>
            {seller.name}
          </Text>
          <Text span size="xs" c="dimmed">
            {tier === "settled" ? "" : t(`tier.${tier}`)}
          </Text>
        </span>
        {isChosen ? (
          <span className={classes.choiceWhy}>
            {known.map((part) => (
              <span key={part.aspect}>{said(part.said)}</span>
            ))}
          </span>
        ) : null}
      </span>
      <span className={classes.choiceFigures}>
        <span>{t("receiver.likeness", { share: share(points_bp / 10_000) })}</span>
        <span>{t("receiver.load", { after: number(load_after), limit: number(load_limit) })}</span>
      </span>
    </Radio.Card>
  );
}

function Cannot({ receivers }: { receivers: readonly Barred[] }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  return (
    <div className={classes.cannot}>
      <Text size="sm" fw={550}>
        {t("receiver.cannot")}
      </Text>
      <ul className={classes.plain}>
        {receivers.map((one) => (
          <li key={one.seller.id}>
            <Text size="sm">
              {one.seller.name}{" "}
              <Text span inherit c="dimmed">
                {one.reasons.map(said).join(" ")}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
