// How recurring revenue moves: where it stands, how it came there, what a month is made of, and what stays.
import { Alert, Anchor, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import ChartNoAxesCombined from "lucide-react/icons/chart-no-axes-combined";
import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMay } from "../shell/useMe";
import { Apart } from "./Apart";
import { Curve } from "./Curve";
import { Headline } from "./Headline";
import { Months } from "./Months";
import { Movements } from "./Movements";
import { Period } from "./Period";
import { useAllMonths, useArr, usePeriod, useWords } from "./query";
import { Retention } from "./Retention";

/** The page. */
export function Revenue() {
  const { t } = useTranslation("revenue");
  const { currency } = useWords();
  const all = useAllMonths();
  const found = useArr(usePeriod(all.data?.groups[0]?.months));
  const arr = found.data;
  const shown = arr?.currencies.find((group) => group.key === currency) ?? arr?.groups[0];
  const isEmpty = all.data?.groups[0]?.months.every((month) => Number(month.end.amount) === 0 && Number(month.start.amount) === 0) === true;
  return (
    <Page title={t("title")} lead={<Lead arr={arr} />}>
      <ProblemAlert error={all.error ?? found.error} onRetry={() => void Promise.all([all.refetch(), found.refetch()])} />
      {arr === undefined ? all.isError || found.isError ? null : <Waiting /> : null}
      {isEmpty && arr !== undefined && arr.left_out.length === 0 ? <Nothing /> : null}
      {arr === undefined || shown === undefined || (isEmpty && arr.left_out.length === 0) ? null : (
        <>
          <Period all={all.data?.groups[0]?.months ?? []} shown={shown.months} currencies={arr.currencies.map((group) => group.key)} total={arr.currency} />
          <LeftOut arr={arr} />
          <Headline arr={arr} shown={shown} all={all.data?.groups[0]?.months ?? []} isTotal={shown.key === "total"} />
          <Curve shown={shown} isTotal={shown.key === "total"} />
          <Movements months={shown.months} />
          <Apart shown={shown} isTotal={shown.key === "total"} />
          <Months group={shown} />
          <Retention arr={arr} />
        </>
      )}
    </Page>
  );
}

/** What one sees, and whose: a manager's numbers are the team's, a seller's the own book's. */
function Lead({ arr }: { arr: Wire["Arr"] | undefined }) {
  const { t } = useTranslation("revenue");
  const whose = arr?.scope === "team" ? t("scope.team", { count: arr.sellers }) : arr?.scope === "own" ? t("scope.own") : "";
  return (
    <>
      {t("lead")} {whose}
    </>
  );
}

/** Currencies without a rate, which the total is silent about. */
function LeftOut({ arr }: { arr: Wire["Arr"] }) {
  const { t } = useTranslation("revenue");
  const { list } = useFormats();
  const maySet = useMay("settings.write");
  if (arr.left_out.length === 0) return null;
  const codes = arr.left_out.map((left) => left.currency);
  return (
    <Alert variant="light" color="yellow" c="var(--t-caution)" title={t("left_out", { currencies: list(codes) })} icon={<CircleAlert size={18} aria-hidden />}>
      {t("left_out.text", { currency: arr.currency, count: codes.length })}{" "}
      {maySet ? (
        <Anchor component={Link} to="/settings" size="sm" underline="always">
          {t("left_out.act")}
        </Anchor>
      ) : (
        t("left_out.ask")
      )}
    </Alert>
  );
}

function Nothing() {
  const { t } = useTranslation("revenue");
  const mayImport = useMay("imports.run");
  return (
    <Panel>
      <EmptyState
        icon={ChartNoAxesCombined} title={t("empty.title")} text={t("empty.text")}
        {...(mayImport ? { act: { label: t("empty.act"), to: "/import" } } : {})}
      />
    </Panel>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton height={110} radius={12} />
      <Skeleton height={360} radius={12} />
    </>
  );
}
