// What holds for the whole company: name and currency, how revenue is counted, exchange rates, which time is what.
import { Alert, Fieldset } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Page } from "../shared/Page";
import { useMay } from "../shell/useMe";
import { CompanyForm } from "./CompanyForm";
import { Rates } from "./Rates";
import { TimeRules } from "./TimeRules";
import { WorkCalendar } from "./WorkCalendar";

/** The settings page; who may not change them can read them. */
export function Settings() {
  const { t } = useTranslation("settings");
  const may = useMay("settings.write");
  return (
    <Page title={t("title")} lead={t("lead")} width="text">
      {may ? null : <Alert color="gray" variant="light">{t("read_only")}</Alert>}
      <Fieldset variant="unstyled" disabled={!may} style={{ display: "grid", gap: "1.25rem" }}>
        <CompanyForm />
        <Rates />
        <WorkCalendar />
        <TimeRules />
      </Fieldset>
    </Page>
  );
}
