// Fit as pictures: bands, never one number; what it leans to in words, and the traits beneath.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./staffing.module.css";
import { type Band, type Person, useWords } from "./types";

/** Standard deviations to either side of the picture. */
const SIDE = 2.5;

/** The panel; nothing where the reader may not see it. */
export function FitPanel({ person }: { person: Person }) {
  const { t } = useTranslation("staffing");
  const words = useWords();
  const { fit } = person;
  if (fit === null || fit === undefined) return null;
  const title = person.own ? t("fit") : t("fit.theirs", { name: person.seller.name });
  if (fit.leaning === "not_known") {
    return (
      <Panel title={title} lead={t("leaning.not_known")}>
        <Text size="sm">{t(person.own ? "leaning.not_known.own" : "leaning.not_known.theirs")}</Text>
      </Panel>
    );
  }
  const recorded = fit.recorded.some(Boolean);
  return (
    <Panel title={title} lead={t("fit.lead")}>
      <Text fw={600}>{t(`leaning.${fit.leaning}` as "leaning.too_close")}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t(fit.answered ? (recorded ? "made_of.both" : "made_of.answers") : "made_of.record")}
      </Text>
      <dl className={classes.bands}>
        <BandRow name={t("fit.hunting")} band={fit.hunting} />
        <BandRow name={t("fit.keeping")} band={fit.keeping} />
        <BandRow name={t("fit.difference")} band={fit.difference} />
        <dt aria-hidden />
        <dd className={classes.axis} aria-hidden>
          <span>{t("fit.less")}</span>
          <span>{t("fit.mean")}</span>
          <span>{t("fit.more")}</span>
        </dd>
      </dl>
      {fit.answered ? (
        <>
          <Text fw={600} size="sm" mt="md" mb={6}>
            {t("fit.traits")}
          </Text>
          <dl className={classes.bands}>
            {fit.traits.map((trait) => (
              <BandRow
                key={trait.id} name={words(trait.title)} note={t(trait.of_hunting ? "fit.trait.of_hunting" : "fit.trait.of_keeping")}
                band={trait.band ?? undefined} none={t("fit.trait.none")}
              />
            ))}
          </dl>
        </>
      ) : null}
    </Panel>
  );
}

function BandRow({ name, note, band, none }: { name: string; note?: string; band: Band | undefined; none?: string }) {
  return (
    <>
      <dt>
        {name}
        {note === undefined ? null : (
          <Text size="xs" c="dimmed" component="span" display="block">
            {note}
          </Text>
        )}
      </dt>
      <dd>
        {band === undefined ? (
          <Text size="sm" c="dimmed">
            {none}
          </Text>
        ) : (
          <BandPicture name={name} band={band} />
        )}
      </dd>
    </>
  );
}

/** A band on the line from far below the mean of people to far above it. */
export function BandPicture({ name, band }: { name: string; band: Band }) {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  const place = (value: number) => Math.min(100, Math.max(0, ((value + SIDE) / (2 * SIDE)) * 100));
  const [low, mean, high] = [place(band.low), place(band.mean), place(band.high)];
  return (
    <div className={classes.band}>
      <span className={classes.hidden}>{t("fit.band", { name, mean: number(band.mean, 1), low: number(band.low, 1), high: number(band.high, 1) })}</span>
      <span className={classes.bandBar} data-weak={band.low < 0 && band.high > 0 ? "" : undefined} style={{ left: `${low}%`, width: `${high - low}%` }} aria-hidden />
      <span className={classes.bandDot} style={{ left: `${mean}%` }} aria-hidden />
    </div>
  );
}
