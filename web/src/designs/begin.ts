// Three scenarios to begin with, from the company's own record: as it is, two roles, and one role with the mild remedies.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../api/client";
import { leversOf, moved, split, written } from "./documents";
import type { Changed } from "./types";

/** Priority of new business that determined coaching and incentives may protect, in percent. */
const COACHED = 50;
const HANDOFF_WEEKS = 13;

/** Makes them. */
export function useBegin() {
  const { t } = useTranslation("designs");
  const queries = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const make = async () => {
    const { data: calibration } = await client.GET("/api/v1/designs/calibration");
    const { data: checked } = await client.POST("/api/v1/designs/check", { body: { document: calibration?.document ?? "" } });
    const changed = (checked?.changed ?? {}) as unknown as Changed;
    const now = leversOf(changed);
    const seats = Math.max(2, now.team.reduce((sum, each) => sum + each, 0));
    const fromBook = (calibration?.customers ?? 0) > 0;
    const keep = (name: string, levers: Partial<typeof now>) =>
      client.POST("/api/v1/designs/scenarios", { body: { name, document: written(moved(changed, { ...now, ...levers })), from_book: fromBook } });
    await keep(t("begin.one_role"), { team: [seats, 0, 0, 0] });
    await keep(t("begin.two_roles"), { team: split(seats), weeks: HANDOFF_WEEKS });
    await keep(t("begin.coached"), { team: [seats, 0, 0, 0], coaching: COACHED });
  };
  const begin = () => {
    setPending(true);
    setError(null);
    make().catch(setError).finally(() => {
      setPending(false);
      void queries.invalidateQueries();
    });
  };
  return { begin, isPending, error };
}
