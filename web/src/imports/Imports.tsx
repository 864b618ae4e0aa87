// Where files come in, and what came in before.
import { useTranslation } from "react-i18next";
import { Page } from "../shared/Page";
import { Earlier } from "./Earlier";
import { Upload } from "./Upload";

/** The import page. */
export function Imports() {
  const { t } = useTranslation("imports");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Upload />
      <Earlier />
    </Page>
  );
}
