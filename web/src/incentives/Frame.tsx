// What all pages of the incentives share: the title and the way between them.
import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import room from "../shared/rooms.module.css";
import classes from "./incentives.module.css";

const PAGES = { mine: "/incentives", team: "/incentives/team", payments: "/incentives/payments", plans: "/incentives/plans", editor: "/incentives/editor" } as const;

/** A page of the incentives. */
export function Frame({ at, act, children }: { at: keyof typeof PAGES; act?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("incentives");
  const found = api.useQuery("get", "/api/v1/incentives");
  const may = { payments: found.data?.may_run, editor: found.data?.may_write, mine: true, team: true, plans: true };
  const pages = (Object.keys(PAGES) as (keyof typeof PAGES)[]).filter((page) => may[page] === true || at === page);
  return (
    <Page title={t("title")} lead={t(`lead.${at}`)} act={act}>
      <nav className={room.pages} aria-label={t("pages")}>
        {pages.map((page) => (
          <Link key={page} to={PAGES[page]} className={room.page} activeOptions={{ exact: true }}>
            {t(`page.${page}`)}
            {page === "team" ? <Open /> : null}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}

/** How many questions wait for an answer of the reader. */
function Open() {
  const { t } = useTranslation("incentives");
  const { number } = useFormats();
  const found = api.useQuery("get", "/api/v1/incentives/questions", { params: { query: { limit: 1 } } });
  const count = found.data?.waiting ?? 0;
  return count === 0 ? null : (
    <Badge component="span" size="sm" variant="light" className={classes.count} aria-label={t("questions.count", { count, number: number(count) })}>
      {number(count)}
    </Badge>
  );
}
