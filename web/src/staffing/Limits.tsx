// What scores of people can and cannot tell, in plain words; where the questionnaire comes from; for those who run the program the check of groups.
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { Groups } from "./Groups";
import { Sources } from "./Questionnaire";
import classes from "./staffing.module.css";
import type { Scale } from "./types";

/** The page. */
export function Limits() {
  const { t } = useTranslation("staffing");
  const mine = api.useQuery("get", "/api/v1/staffing/me");
  const scales = api.useQuery("get", "/api/v1/staffing/questionnaire");
  const list = (title: string, lines: string[]) => (
    <Panel title={title}>
      <ul className={classes.plain}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
  return (
    <Frame at="limits">
      {list(t("limits.can"), [t("limits.can.1"), t("limits.can.2"), t("limits.can.3"), t("limits.can.4")])}
      {list(t("limits.cannot"), [t("limits.cannot.1"), t("limits.cannot.2"), t("limits.cannot.3"), t("limits.cannot.4")])}
      {list(t("limits.never"), [t("limits.never.1"), t("limits.never.2")])}
      {list(t("limits.who"), [t("limits.who.1"), t("limits.who.2"), t("limits.who.3")])}
      <Panel title={t("limits.sources")}>
        <ProblemAlert error={scales.error} onRetry={() => void scales.refetch()} />
        <Sources scales={(scales.data?.scales ?? []) as unknown as Scale[]} />
      </Panel>
      {mine.data?.runs === true ? <Groups /> : null}
    </Frame>
  );
}
