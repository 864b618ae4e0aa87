// The own page; for those who do not sell: the way to the others'.
import { Skeleton } from "@mantine/core";
import UserCheck from "lucide-react/icons/user-check";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { Sheet } from "./Sheet";
import type { Mine as MineData } from "./types";

/** The page. */
export function Mine() {
  const { t } = useTranslation("staffing");
  const found = api.useQuery("get", "/api/v1/staffing/me");
  const data = found.data as unknown as MineData | undefined;
  return (
    <Frame at="mine">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {data === undefined ? null : data.person === null || data.person === undefined ? (
        <Panel>
          <EmptyState icon={UserCheck} title={t("no_seller.title")} text={t("no_seller.text")} act={{ label: t("no_seller.act"), to: "/staffing/team" }} />
        </Panel>
      ) : (
        <Sheet person={data.person} />
      )}
    </Frame>
  );
}
