// The brief on paper: a document of its own that only the printer sees.
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { useAbout } from "../shared/AttachmentList";
import { useFormats } from "../shared/format";
import { useMe } from "../shell/useMe";
import type { SectionView } from "./briefs";
import classes from "./paper.module.css";
import type { Handoff, Line } from "./types";
import { unitOf, useSaid } from "./words";

/** The document. */
export function BriefPaper({ handoff, sections }: { handoff: Handoff; sections: readonly SectionView[] }) {
  const { t } = useTranslation("handoffs");
  const { date, share, list } = useFormats();
  const said = useSaid();
  const { company } = useMe();
  const { dates, transferred_on } = handoff.handoff;
  const transfer = transferred_on ?? dates?.transfer;
  const open = sections.flatMap((section) => section.untold.map(({ spec }) => said(spec.title)));
  // Beside the page and not inside of it, so that the printer can leave the page out.
  return createPortal(
    <article className={classes.paper} data-paper aria-hidden>
      <header className={classes.head}>
        <p className={classes.kind}>{t("paper.kind", { company: company.name })}</p>
        <p className={classes.title}>{[handoff.customer.name, unitOf(handoff)].filter(Boolean).join(" · ")}</p>
        <p>
          {t("from_to", { from: handoff.giver.name, to: handoff.receiver?.name ?? t("receiver.none") })}
          {transfer === undefined ? "" : ` · ${t("paper.transfer", { day: date(transfer) })}`}
        </p>
        <p className={classes.small}>{t("paper.marks", { day: date(handoff.today) })}</p>
        <p className={classes.small}>
          {t("paper.state", { state: t(`brief.state.${handoff.brief.state}`), share: share(handoff.completeness.complete_bp / 10_000), day: date(handoff.today) })}
        </p>
      </header>
      {sections.filter((section) => section.told.length > 0).map((section) => (
        <section key={section.section} className={classes.section}>
          <p className={classes.heading}>{said(section.title)}</p>
          <dl className={classes.list}>
            {section.told.map(({ spec, entry }) => (
              <div key={spec.field} className={classes.row}>
                <dt>{said(spec.title)}</dt>
                <dd>
                  {entry === undefined ? <em>{t("brief.awaited")}</em> : entry.is === "known" ? entry.lines.map((line, index) => <PaperLine key={index} line={line} people={handoff.people} />) : t("brief.waived", { reason: entry.reason })}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <PaperFiles handoff={handoff} />
      {open.length === 0 ? null : <p className={classes.small}>{t("paper.open", { fields: list(open) })}</p>}
    </article>,
    document.body,
  );
}

function PaperFiles({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const about = useAbout();
  if (handoff.attachments.length === 0) return null;
  return (
    <section className={classes.section}>
      <p className={classes.heading}>{t("brief.files")}</p>
      <dl className={classes.list}>
        {handoff.attachments.map((file) => (
          <div key={file.id} className={classes.row}>
            <dt>{file.name}</dt>
            <dd>
              {file.about ?? ""} <span className={classes.source}>({about(file, file.unit?.name)})</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function PaperLine({ line, people }: { line: Line; people: Handoff["people"] }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const said = useSaid();
  const by = people.find(({ id }) => id === line.by)?.name;
  // What the record says is most of it and says so once, in the head.
  const source = line.mark === "data" ? "" : `(${[t(`mark.${line.mark}`), by, date(line.on)].filter(Boolean).join(", ")})`;
  return (
    <p>
      {said(line.text)} <span className={classes.source}>{source}</span>
    </p>
  );
}
