// What all pages of the rules share: the title and the way between them.
import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import room from "../shared/rooms.module.css";
import classes from "./rules.module.css";

const PAGES = { in_force: "/rules", editor: "/rules/editor", gray: "/rules/gray-cases", exceptions: "/rules/exceptions" } as const;

/** A page of the rules. */
export function Frame({ at, act, children }: { at: keyof typeof PAGES; act?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("rules");
  return (
    <Page title={t("title")} lead={t(`lead.${at}`)} act={act}>
      <nav className={room.pages} aria-label={t("pages")}>
        {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
          <Link key={page} to={PAGES[page]} className={room.page} activeOptions={{ exact: true }}>
            {t(`page.${page}`)}
            {page === "gray" ? <Waiting /> : null}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}

/** How many gray cases wait for an answer, for those who may see them. */
function Waiting() {
  const { t } = useTranslation("rules");
  const { number } = useFormats();
  const rules = api.useQuery("get", "/api/v1/rules");
  const found = api.useQuery("get", "/api/v1/rules/gray-cases", {}, { enabled: rules.data?.may_try === true });
  const total = found.data?.total ?? 0;
  return total === 0 ? null : (
    <Badge component="span" size="sm" variant="light" className={classes.count} aria-label={t("gray.count", { count: total, number: number(total) })}>
      {number(total)}
    </Badge>
  );
}
