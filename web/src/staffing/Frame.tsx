// What all pages of staffing share: the title and the way between them.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../shared/Page";
import room from "../shared/rooms.module.css";

const PAGES = { mine: "/staffing", team: "/staffing/team", proposals: "/staffing/proposals", limits: "/staffing/limits" } as const;

/** A page of staffing. */
export function Frame({ at, title, act, lead, children }: { at: keyof typeof PAGES | "theirs"; title?: string; act?: ReactNode; lead?: string; children: ReactNode }) {
  const { t } = useTranslation("staffing");
  return (
    <Page title={title ?? t("title")} lead={lead ?? t(`lead.${at}`)} act={act}>
      <nav className={room.pages} aria-label={t("pages")}>
        {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
          <Link key={page} to={PAGES[page]} className={room.page} activeOptions={{ exact: page === "mine" }}>
            {t(`page.${page}`)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
