// What the pages of the room share: the title and the way between them.
import { Link } from "@tanstack/react-router";
import Split from "lucide-react/icons/split";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../shared/EmptyState";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { useMay } from "../shell/useMe";
import room from "../shared/rooms.module.css";

const PAGES = { scenarios: "/decide", try: "/decide/try", record: "/decide/record" } as const;

/** A page of the room. */
export function Frame({ at, act, children }: { at: keyof typeof PAGES; act?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("designs");
  const mayLook = useMay("designs.see");
  if (!mayLook) return <ForOthers />;
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

/** What somebody reads whose page this is not: it holds totals of everybody. */
export function ForOthers() {
  const { t } = useTranslation("designs");
  return (
    <Page title={t("title")}>
      <Panel><EmptyState icon={Split} title={t("others")} text={t("others.text")} act={{ label: t("others.act"), to: "/" }} /></Panel>
    </Page>
  );
}
