// What is to be done with a unit, as a sign and a word: never by colour alone.
import { Badge } from "@mantine/core";
import Anchor from "lucide-react/icons/anchor";
import ArrowRightLeft from "lucide-react/icons/arrow-right-left";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import { useTranslation } from "react-i18next";
import type { Key } from "../shared/chart/Legend";
import classes from "./rules.module.css";
import type { Answer } from "./types";

const SIGN = { hand_off: ArrowRightLeft, keep: Anchor, ask: CircleHelp };

/** The answers, in the order of all lists. */
export const ANSWERS: readonly Answer[] = ["hand_off", "keep", "ask"];

/** Their colours in pictures. */
export const COLORS: Record<Answer, Key["color"]> = {
  hand_off: (palette) => palette.accent,
  keep: (palette) => palette.neutral,
  ask: (palette) => palette.series[1] ?? palette.accent,
};

/** The answer. */
export function AnswerBadge({ answer, size = "md" }: { answer: Answer; size?: "sm" | "md" | "lg" }) {
  const { t } = useTranslation("rules");
  const Sign = SIGN[answer];
  return (
    <Badge component="span" className={classes.answer} data-answer={answer} variant="outline" tt="none" size={size} leftSection={<Sign size={12} aria-hidden />}>
      {t(`answer.${answer}`)}
    </Badge>
  );
}
