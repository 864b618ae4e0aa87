// Why this receiver: the ranking of everybody of the role for one unit, as it stands today.
import { Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import type { Receiving } from "./mass";
import classes from "./mass.module.css";
import type { Receivers } from "./types";
import { useSaid } from "./words";

const SHOWN = 5;

/** The ranking. */
export function MassWhy({ unit, role, receiver }: { unit: string; role: Receiving; receiver: string }) {
  const { t } = useTranslation("handoffs");
  const { share, number } = useFormats();
  const said = useSaid();
  const found = api.useQuery("get", "/api/v1/units/{id}/receivers", { params: { path: { id: unit }, query: { role } } });
  const receivers = found.data as unknown as Receivers | undefined;
  const shown = receivers?.ranked.filter(({ seller }, index) => index < SHOWN || seller.id === receiver) ?? [];
  return (
    <div className={classes.why}>
      <ProblemAlert error={found.error} />
      {receivers === undefined ? found.isError ? null : <Skeleton height={90} /> : (
        <>
          <ol className={classes.ranking}>
            {shown.map((one) => (
              <li key={one.seller.id} data-chosen={one.seller.id === receiver || undefined}>
                <Text span size="sm" fw={one.seller.id === receiver ? 600 : 450}>{one.seller.name}</Text>{" "}
                <Text span size="xs" c="dimmed">
                  {[one.tier === "settled" ? "" : t(`tier.${one.tier}`), t("receiver.likeness", { share: share(one.points_bp / 10_000) }), t("receiver.load", { after: number(one.load_after), limit: number(one.load_limit) })].filter(Boolean).join(" · ")}
                </Text>
                <Text size="xs" c="dimmed">{one.parts.filter((part) => part.likeness_bp !== null).map((part) => said(part.said)).join(" ")}</Text>
              </li>
            ))}
          </ol>
          <Text size="xs" c="dimmed">{t("mass.why.today", { count: receivers.barred.length, number: number(receivers.barred.length) })}</Text>
        </>
      )}
    </div>
  );
}
