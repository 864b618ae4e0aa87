// The journey of a handoff as a small picture: seven stations, where it is now, and what leads aside.
import CircleCheck from "lucide-react/icons/check";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./handoffs.module.css";
import { reached } from "./stations";
import { StateBadge } from "./StateBadge";
import { type Document, WAY } from "./types";

/** The picture. */
export function Journey({ document }: { document: Document }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const at = reached(document);
  const isAside = !(WAY as readonly string[]).includes(document.state);
  return (
    <div className={classes.journey}>
      <ol className={classes.stations} aria-label={t("journey")}>
        {WAY.map((state, index) => {
          const is = index < at ? "past" : index > at ? "ahead" : isAside ? "left" : state === "settled" ? "past" : "here";
          return (
            <li key={state} className={classes.station} data-is={is} aria-current={index === at ? "step" : undefined}>
              <span className={classes.dot} aria-hidden>
                {is === "past" ? <CircleCheck size={12} strokeWidth={3} /> : null}
              </span>
              <span className={classes.stationName}>{t(`state.${state}`)}</span>
            </li>
          );
        })}
      </ol>
      {isAside ? (
        <p className={classes.asideState}>
          <StateBadge state={document.state} /> {document.postponed === null ? t(`aside.${document.state as "returned"}`) : t("aside.postponed", { day: date(document.postponed[0]) })}
        </p>
      ) : null}
    </div>
  );
}
