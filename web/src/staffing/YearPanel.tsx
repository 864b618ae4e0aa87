// What the record shows of a person's last year, each share with how sure it is.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./staffing.module.css";
import type { Share, Year } from "./types";

/** The panel. */
export function YearPanel({ year }: { year: Year }) {
  const { t } = useTranslation("staffing");
  const { date, hours, number } = useFormats();
  return (
    <Panel title={t("year")} lead={t("year.lead", { from: date(year.from), to: date(year.to) })}>
      <dl className={classes.facts}>
        <dt>{t("year.hunting")}</dt>
        <dd>{hours(year.hunting_hours)}</dd>
        <dt>{t("year.keeping")}</dt>
        <dd>{hours(year.keeping_hours)}</dd>
        <dt>{t("year.opportunities")}</dt>
        <dd>{number(year.opportunities)}</dd>
        <dt>{t("year.rate")}</dt>
        <dd>{year.per_hundred_hours === null || year.per_hundred_hours === undefined ? t("year.rate.none") : number(year.per_hundred_hours, 1)}</dd>
        <dt>{t("year.renewals")}</dt>
        <dd data-wide>
          <SharePicture share={year.renewals ?? undefined} />
        </dd>
        <dt>
          {t("year.proactive")}
          <Text size="xs" c="dimmed" component="span" display="block">
            {t("year.proactive.note")}
          </Text>
        </dt>
        <dd data-wide>
          <SharePicture share={year.proactive ?? undefined} />
        </dd>
      </dl>
    </Panel>
  );
}

/** A share as a line with the range in which it lies. */
export function SharePicture({ share, short }: { share: Share | undefined; short?: boolean }) {
  const { t } = useTranslation("staffing");
  const formats = useFormats();
  if (share === undefined) {
    return (
      <Text size="sm" c="dimmed" component="span">
        {t("year.none")}
      </Text>
    );
  }
  const told = {
    share: formats.share(share.bp / 10_000), of: formats.number(share.of), low: formats.share(share.low_bp / 10_000), high: formats.share(share.high_bp / 10_000),
  };
  return (
    <>
      <div className={classes.share} aria-hidden>
        <span className={classes.shareRange} style={{ left: `${share.low_bp / 100}%`, width: `${(share.high_bp - share.low_bp) / 100}%` }} />
        <span className={classes.shareMark} style={{ left: `${share.bp / 100}%` }} />
      </div>
      <Text size="xs" c="dimmed" component="span" className={short === true ? classes.hidden ?? "" : ""}>
        {t("share.band", told)}
      </Text>
    </>
  );
}
