// On the page Decide: what was tried first and did not do, or only in part, as evidence for the question of splitting.
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { useMay } from "../shell/useMe";
import { Interval } from "./Interval";
import classes from "./interventions.module.css";
import { VerdictBadge } from "./VerdictBadge";

/** The evidence; nothing where nobody has opened the question. */
export function Opened() {
  const { t } = useTranslation("interventions");
  const { instant } = useFormats();
  const sees = useMay("interventions.see");
  const found = api.useQuery("get", "/api/v1/interventions", {}, { enabled: sees });
  const opened = (found.data?.items ?? []).filter(({ splitting_at: at }) => at !== null && at !== undefined);
  if (opened.length === 0) return null;
  return (
    <Panel title={t("evidence")} lead={t("evidence.lead")} flush>
      <ul className={classes.list}>
        {opened.map((one) => (
          <li key={one.id} className={classes.row}>
            <div className={classes.rowMain}>
              <Anchor component={Link} to="/redirect/$id" params={{ id: one.id } as never} fw={550}>{one.name}</Anchor>
              <Text size="xs" c="dimmed">{t("opened", { by: one.splitting_by ?? "", at: instant(one.splitting_at ?? "") })}</Text>
            </div>
            <div className={classes.rowEffect}>
              <Interval unit={one.unit} expected={one.expected} estimate={one.estimate} low={one.low} high={one.high} />
            </div>
            <VerdictBadge of={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
