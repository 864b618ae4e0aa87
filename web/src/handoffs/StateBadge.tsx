// Where a handoff stands, in a word.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./handoffs.module.css";
import type { State } from "./types";

const TONES: Partial<Record<State, string>> = { transferred: "good", settled: "good", postponed: "caution", returned: "caution", declined: "quiet", cancelled: "quiet" };

/** The badge. */
export function StateBadge({ state }: { state: State }) {
  const { t } = useTranslation("handoffs");
  return (
    <Badge variant="outline" size="sm" component="span" className={classes.badge} data-tone={TONES[state]}>
      {t(`state.${state}`)}
    </Badge>
  );
}
