// What all pages of the room share: the title and the way between them.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../shared/Page";
import room from "../shared/rooms.module.css";

const PAGES = { list: "/redirect", pilot: "/redirect/pilot" } as const;

/** A page of the room. */
export function Frame({ at, act, children }: { at: keyof typeof PAGES; act?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("interventions");
  return (
    <Page title={t("title")} lead={t(`lead.${at}`)} act={act}>
      <nav className={room.pages} aria-label={t("pages")}>
        {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
          <Link key={page} to={PAGES[page]} className={room.page} activeOptions={{ exact: true }}>
            {t(`page.${page}`)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
