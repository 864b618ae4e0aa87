// How far the steps of a handoff are, small enough for a card or a row.
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { useFormats } from "../shared/format";
import classes from "./handoffs.module.css";

/** Done of all, as a line and in numbers. */
export function Steps({ steps }: { steps: Wire["StepTally"] }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const share = steps.all === 0 ? 0 : steps.over / steps.all;
  return (
    <span className={classes.progress}>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="figures">{t("steps.of", { over: number(steps.over), all: number(steps.all) })}</span>
    </span>
  );
}

/** How many are late; nothing where none is. */
export function Late({ count }: { count: number }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  return count === 0 ? null : <span className={classes.late}>{t("steps.late", { count, number: number(count) })}</span>;
}
