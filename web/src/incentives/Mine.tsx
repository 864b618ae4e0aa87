// The own statement; for those who do not sell: the way to the others'.
import { Skeleton } from "@mantine/core";
import Coins from "lucide-react/icons/coins";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { StatementOf } from "./StatementOf";

/** The page. */
export function Mine() {
  const { t } = useTranslation("incentives");
  const found = api.useQuery("get", "/api/v1/incentives");
  const { data } = found;
  return (
    <Frame at="mine">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {data === undefined ? null : data.open === null || data.open === undefined ? (
        <Panel>
          <EmptyState icon={Coins} title={t("empty.title")} text={t(data.may_write ? "empty.text" : "empty.text.others")} {...(data.may_write ? { act: { label: t("empty.act"), to: "/incentives/editor" } } : {})} />
        </Panel>
      ) : data.own === null || data.own === undefined ? (
        <Panel>
          <EmptyState icon={Coins} title={t("no_seller.title")} text={t("no_seller.text")} act={{ label: t("no_seller.act"), to: "/incentives/team" }} />
        </Panel>
      ) : (
        <StatementOf />
      )}
    </Frame>
  );
}
