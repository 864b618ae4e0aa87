// Which givers keep a part of the incentive for a while, how much and until when.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./handoffs.module.css";
import type { SharesOf } from "./mass";
import { useSaid } from "./words";

/** The panel. */
export function MassShares({ shares }: { shares: readonly SharesOf[] }) {
  const { t } = useTranslation("handoffs");
  const { date, number } = useFormats();
  const said = useSaid();
  if (shares.length === 0) return <Panel title={t("mass.shares")} lead={t("mass.shares.none")} flush>{null}</Panel>;
  return (
    <Panel title={t("mass.shares")} lead={t("mass.shares.lead")} flush>
      <ul className={classes.lines}>
        {shares.map((one) => (
          <li key={`${one.giver.id} ${one.curve.en}`} className={classes.line}>
            <Text size="sm" fw={550}>{one.giver.name}</Text>
            <Text size="sm" c="dimmed">
              {t("mass.shares.of", { count: one.units, number: number(one.units), curve: said(one.curve), day: date(one.until) })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
