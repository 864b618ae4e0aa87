// The figures that are read first.
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Figure, Figures } from "../shared/Figure";
import { monthsLater, useFormats } from "../shared/format";
import { Percent } from "../shared/values";
import type { ArrGroup, ArrMonth } from "./query";

/** ARR against a year before, what came, what stayed. */
export function Headline({ arr, shown, all, isTotal }: { arr: Wire["Arr"]; shown: ArrGroup; all: readonly ArrMonth[]; isTotal: boolean }) {
  const { t } = useTranslation("revenue");
  const { amount, month, date } = useFormats();
  const last = shown.months.at(-1);
  const before = (isTotal ? all : shown.months).find((row) => last !== undefined && row.month === monthsLater(last.month, -12));
  const period = shown.period;
  const span = { from: date(arr.cohort.from), to: date(arr.cohort.to) };
  const retained = (value: Wire["Retained"]) => (value.value === null || value.value === undefined ? t("retention.none") : <Percent value={value.value} />);
  return (
    <Figures>
      {last === undefined ? null : (
        <Figure
          label={t("figure.arr")} value={amount(last.end, "short")} period={t("figure.arr.period", { month: month(last.month) })}
          {...(before === undefined ? {} : { comparison: { text: t("figure.arr.before", { arr: amount(before.end, "short"), month: month(before.month) }) } })}
        />
      )}
      {period === null || period === undefined ? null : (
        <Figure
          label={t("figure.new")} value={amount(period.new, "short")} period={t("figure.new.period", { count: period.new_units })}
          comparison={{ text: t("figure.lost", { churn: amount(period.churn, "short"), count: period.lost_units }) }}
        />
      )}
      {isTotal ? (
        <>
          <Figure label={t("figure.nrr")} value={retained(arr.nrr)} period={t("figure.retention", span)} comparison={{ text: t("figure.cohort", { count: arr.cohort.units }) }} />
          <Figure label={t("figure.grr")} value={retained(arr.grr)} period={t("figure.retention", span)} comparison={{ text: t("figure.cohort", { count: arr.cohort.units }) }} />
        </>
      ) : null}
    </Figures>
  );
}
