// What each receiver carries before and after, against what one can carry: a bar each.
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./mass.module.css";
import type { Load } from "./mass";

const SHOWN = 8;

/** The bars. */
export function MassLoads({ loads }: { loads: readonly Load[] }) {
  const { t } = useTranslation("handoffs");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? loads : loads.filter((load, index) => load.units > 0 || index < SHOWN).slice(0, Math.max(SHOWN, loads.filter((load) => load.units > 0).length));
  const most = Math.max(1, ...shown.map((load) => Math.max(load.after, load.limit)));
  return (
    <Panel title={t("mass.loads")} lead={t("mass.loads.lead")}>
      {loads.length === 0 ? <Text size="sm" c="dimmed">{t("mass.loads.none")}</Text> : (
        <>
          <Key />
          <ul className={classes.loads}>
            {shown.map((load) => (
              <Bar key={load.seller.id} load={load} most={most} />
            ))}
          </ul>
        </>
      )}
      {loads.length <= shown.length && !isWhole ? null : (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? "receiver.fewer" : "receiver.all", { count: loads.length })}
        </Button>
      )}
    </Panel>
  );
}

function Key() {
  const { t } = useTranslation("handoffs");
  return (
    <p className={classes.key}>
      <span><i className={classes.before} aria-hidden />{t("mass.load.before")}</span>
      <span><i className={classes.added} aria-hidden />{t("mass.load.added")}</span>
      <span><i className={classes.limitKey} aria-hidden />{t("mass.load.limit")}</span>
    </p>
  );
}

function Bar({ load, most }: { load: Load; most: number }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const width = (value: number) => `${(Math.max(0, value) / most) * 100}%`;
  return (
    <li className={classes.load}>
      <Text size="sm" component="span" truncate>{load.seller.name}</Text>
      <span className={classes.track} aria-hidden>
        <span className={classes.before} style={{ width: width(load.before) }} />
        <span className={classes.added} style={{ width: width(load.after - load.before) }} />
        <span className={classes.limit} style={{ left: width(load.limit) }} />
      </span>
      <span className={classes.loadFigure}>
        {t("mass.load", { before: number(load.before), after: number(load.after), limit: number(load.limit) })}
        <Text span inherit c="dimmed"> {t("mass.load.units", { count: load.units, number: number(load.units) })}</Text>
      </span>
    </li>
  );
}
