// A day until which something is to be done, and how late it is.
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { whenOf } from "./when";
import classes from "./handoffs.module.css";

/** The day in words; `late` counts working days. */
export function Due({ day, late, today }: { day: string | null | undefined; late: number; today: string }) {
  const { t } = useTranslation("handoffs");
  const { date, number } = useFormats();
  if (day === null || day === undefined) return <span className={classes.due}>{t("due.none")}</span>;
  const when = whenOf(day, today);
  return (
    <time dateTime={day} className={classes.due} data-when={when}>
      {when === "today" ? t("due.today") : date(day)}
      {late > 0 ? <span className={classes.late}>{t("due.late", { count: late, number: number(late) })}</span> : null}
    </time>
  );
}
