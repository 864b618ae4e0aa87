// What to do next: each line leads to where it is done.
import { Link } from "@tanstack/react-router";
import ArrowRight from "lucide-react/icons/arrow-right";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Panel } from "../shared/Panel";
import classes from "./overview.module.css";

/** The list; nothing where there is nothing to do. */
export function Next({ items }: { items: Wire["NextView"][] }) {
  const { t } = useTranslation("overview");
  if (items.length === 0) return null;
  return (
    <Panel title={t("next.title")}>
      <ul className={classes.next}>
        {items.map((item) => {
          const [to = "/", query = ""] = item.link.split("?");
          return (
            <li key={item.kind}>
              <Link to={to} search={Object.fromEntries(new URLSearchParams(query)) as never} className={classes.nextLink}>
                {t(`next.${item.kind}` as "next.renewals_soon", { count: item.count })}
                <ArrowRight size={14} aria-hidden />
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
