// The figures of the company: each with unit, period and what it is compared with.
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Figure, Figures } from "../shared/Figure";
import { compareDecimals, useFormats } from "../shared/format";
import { Amount, Percent } from "../shared/values";

type View = Wire["OverviewView"];

/** ARR, retention, customers, sellers. */
export function Headline({ view, cohort }: { view: View; cohort: Wire["Cohort"] | undefined }) {
  const { t } = useTranslation("overview");
  const { amount, number, month } = useFormats();
  const last = view.arr_months.at(-1);
  const before = view.arr_months.at(-13);
  const rose = before === undefined ? 0 : compareDecimals(view.arr.amount, before.arr.amount);
  const comparison =
    before === undefined
      ? {}
      : {
          comparison: {
            text: t("figure.arr.before", { arr: amount(before.arr, "short"), month: month(before.month) }),
            ...(rose === 0 ? {} : rose > 0 ? { direction: "up" as const, tone: "gain" as const } : { direction: "down" as const, tone: "loss" as const }),
          },
        };
  return (
    <Figures>
      <Figure
        label={t("figure.arr")}
        value={<Amount value={view.arr} detail="short" />}
        period={last === undefined ? undefined : t("figure.arr.period", { month: month(last.month) })}
        {...comparison}
      />
      <Retention label={t("figure.nrr")} of={view.nrr} cohort={cohort} />
      <Retention label={t("figure.grr")} of={view.grr} cohort={cohort} />
      <Figure label={t("figure.customers")} value={number(view.customers)} period={t("figure.customers.period")} />
      <Figure label={t("figure.sellers")} value={number(view.sellers)} period={t("figure.sellers.period")} />
    </Figures>
  );
}

function Retention({ label, of, cohort }: { label: string; of: Wire["Retained"]; cohort: Wire["Cohort"] | undefined }) {
  const { t } = useTranslation("overview");
  const { amount, date } = useFormats();
  if (of.value === null || of.value === undefined) return <Figure label={label} value="–" period={t("figure.retention.none")} />;
  return (
    <Figure
      label={label}
      value={<Percent value={of.value} />}
      {...(cohort === undefined
        ? {}
        : {
            period: t("figure.retention.period", { from: date(cohort.from), to: date(cohort.to) }),
            comparison: { text: t("figure.retention.of", { count: cohort.units, arr: amount(cohort.start, "short") }) },
          })}
    />
  );
}
