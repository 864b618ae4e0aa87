// Everything at a glance: a sentence, then the pictures that carry it.
import { useTranslation } from "react-i18next";
import { Page } from "../shared/Page";

/** The overview. */
export function Overview() {
  const { t } = useTranslation("overview");
  return <Page title={t("title")}>{null}</Page>;
}
