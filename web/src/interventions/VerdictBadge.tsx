// How far an intervention is, or what came of it, in a word.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./interventions.module.css";
import type { Short } from "./types";

const TONES: Record<string, string> = { worked: "good", partly: "fair", did_not: "bad", running: "live" };

/** The word. */
export function VerdictBadge({ of, size = "md" }: { of: Pick<Short, "state" | "verdict">; size?: "md" | "lg" }) {
  const { t } = useTranslation("interventions");
  const word = of.verdict ?? of.state;
  return (
    <Badge variant="outline" size={size} className={classes.badge ?? ""} data-tone={TONES[word]}>
      {t(`state.${word}` as "state.worked")}
    </Badge>
  );
}
