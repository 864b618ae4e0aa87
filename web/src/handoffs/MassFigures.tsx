// All consequences together, in figures that can be read alone.
import { useTranslation } from "react-i18next";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import type { Kind, Preview } from "./mass";

function of(kinds: readonly Kind[], kind: string): number {
  return kinds.find((one) => one.kind === kind)?.count ?? 0;
}

/** The figures. */
export function MassFigures({ preview }: { preview: Preview }) {
  const { t } = useTranslation("handoffs");
  const { number, amount } = useFormats();
  const { totals, currency } = preview;
  const count = (value: number) => number(value);
  const opportunities = { moved: of(preview.moved, "opportunity"), open: of(preview.to_decide, "opportunity") };
  const promises = of(preview.to_decide, "commitment");
  const steps = preview.steps.reduce((sum, one) => sum + one.count, 0);
  return (
    <Figures>
      <Figure label={t("mass.units")} value={count(totals.planned)} period={t("mass.units.of", { count: totals.customers, number: count(totals.customers) })} {...(totals.refused === 0 ? {} : { comparison: { text: t("mass.refused", { count: totals.refused, number: count(totals.refused) }), tone: "loss" as const } })} />
      <Figure label={t("mass.arr")} value={amount({ amount: totals.arr, currency }, "short")} period={t("mass.arr.year")} />
      <Figure label={t("mass.open")} value={count(opportunities.moved + opportunities.open)} period={opportunities.open === 0 ? t("mass.open.move") : t("mass.open.decide", { number: count(opportunities.open) })} />
      <Figure label={t("mass.promises")} value={count(promises)} period={t("mass.promises.walk")} />
      <Figure label={t("mass.renewals")} value={count(totals.renewals)} period={t("mass.renewals.near")} {...(totals.escalations === 0 ? {} : { comparison: { text: t("mass.escalations", { count: totals.escalations, number: count(totals.escalations) }), tone: "loss" as const } })} />
      <Figure label={t("mass.steps")} value={count(steps)} period={t("mass.steps.of")} />
    </Figures>
  );
}
