// The words of an error: the server's own, or those for a server that was not reached and a page that broke.
import i18next from "i18next";
import { ProblemError } from "../api/problem";

/** Title and detail of an error. */
export function wording(error: unknown): { title: string; detail: string } {
  const t = i18next.getFixedT(null, "shared");
  if (!(error instanceof ProblemError)) return { title: t("problem.page"), detail: error instanceof Error ? error.message : "" };
  const { title, detail, status, said } = error.problem;
  if (status === 0) return { title: t("problem.unreachable"), detail: t("problem.unreachable.detail") };
  const translated = t(`problem.${status}` as "problem.403", { defaultValue: title });
  const spoken = i18next.language === "zh-Hant" ? said?.["zh-Hant"] : said?.en;
  return { title: translated, detail: spoken ?? (detail || t("problem.no_detail")) };
}
