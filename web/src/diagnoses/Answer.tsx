// An answer as a sign and a word: never by colour alone.
import { Badge } from "@mantine/core";
import Check from "lucide-react/icons/check";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import Minus from "lucide-react/icons/minus";
import Hourglass from "lucide-react/icons/hourglass";
import { useTranslation } from "react-i18next";
import classes from "./diagnoses.module.css";
import type { Answer as Word } from "./types";

const SIGN = { yes: Check, no: Minus, not_distinguishable: CircleHelp, not_enough_data: Hourglass };

/** The answer. */
export function Answer({ answer, short }: { answer: Word; short?: boolean }) {
  const { t } = useTranslation("diagnoses");
  const Sign = SIGN[answer];
  return (
    <Badge className={classes.answer} data-answer={answer} variant="outline" tt="none" size={short === true ? "sm" : "md"} leftSection={<Sign size={12} aria-hidden />}>
      {t(`answer.${answer}`)}
    </Badge>
  );
}
