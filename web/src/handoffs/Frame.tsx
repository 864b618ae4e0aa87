// What the pages of all handoffs share: the title and the way between them.
import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { useMe } from "../shell/useMe";
import room from "../shared/rooms.module.css";
import classes from "./handoffs.module.css";

const PAGES = { work: "/handoffs", all: "/handoffs/all", late: "/handoffs/late", mass: "/handoffs/mass", report: "/handoffs/report" } as const;
type Name = keyof typeof PAGES;

/** Whether the person leads others or looks after everybody's handoffs. */
export function useLeads(): boolean {
  return ["manager", "operations", "admin"].includes(useMe().role);
}

/** A page of handoffs. */
export function Frame({ at, act, children }: { at: Name; act?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("handoffs");
  const leads = useLeads();
  const names = (Object.keys(PAGES) as Name[]).filter((page) => leads || (page !== "late" && page !== "mass"));
  return (
    <Page title={t("title")} lead={t(`lead.${at}`)} act={act}>
      <nav className={room.pages} aria-label={t("pages")}>
        {names.map((page) => (
          <Link key={page} to={PAGES[page]} className={room.page} activeOptions={{ exact: true, includeSearch: false }}>
            {t(`page.${page}`)}
            {page === "work" ? <Count /> : null}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}

/** How much waits for oneself today. */
function Count() {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const found = api.useQuery("get", "/api/v1/handoffs/my-work");
  const { waiting = [], steps = [], today = "" } = found.data ?? {};
  const count = waiting.length + steps.filter((step) => step.due !== null && step.due !== undefined && step.due <= today).length;
  return count === 0 ? null : (
    <Badge component="span" size="sm" variant="light" className={classes.count} aria-label={t("work.count", { count, number: number(count) })}>
      {number(count)}
    </Badge>
  );
}
