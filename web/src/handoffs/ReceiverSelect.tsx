// Choosing who receives, in a form: the best first, with why; those who cannot are left out.
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import type { Handoff, Receivers } from "./types";

/** The field. */
export function ReceiverSelect({ handoff, value, onChange }: { handoff: Handoff; value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation("handoffs");
  const found = api.useQuery("get", "/api/v1/units/{id}/receivers", { params: { path: { id: handoff.unit.id } } });
  const { ranked = [] } = (found.data ?? {}) as Partial<Receivers>;
  const receivers = ranked.filter(({ seller }) => seller.id !== handoff.receiver?.id);
  return (
    <>
      <ProblemAlert error={found.error} />
      <Select
        label={t("party.receiver")} value={value} required withAsterisk={false} searchable onChange={onChange} nothingFoundMessage={t("receiver.nobody")}
        data={receivers.map(({ seller, load_after, load_limit }) => ({ value: seller.id, label: t("receiver.option", { name: seller.name, after: load_after, limit: load_limit }) }))}
      />
    </>
  );
}
