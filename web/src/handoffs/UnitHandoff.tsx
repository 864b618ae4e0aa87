// A unit's handoff, beside what the rules decide about it: the one under way, or the way to propose one.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import type { State } from "./types";

/** The button. */
export function UnitHandoff({ unit, mayPropose, isMain }: { unit: { id: string; name: string }; mayPropose: boolean; isMain: boolean }) {
  const { t } = useTranslation("handoffs");
  const found = api.useQuery("get", "/api/v1/handoffs", { params: { query: { unit: Number(unit.id) } } });
  const [handoff] = found.data?.items ?? [];
  if (found.data === undefined) return null;
  if (handoff !== undefined) {
    const state = t(`state.${handoff.state as State}`);
    return (
      <Button size="xs" component={Link} to={`/handoffs/${handoff.id}`} aria-label={t("unit.open.of", { state, name: unit.name })}>
        {t("unit.open", { state })}
      </Button>
    );
  }
  return mayPropose ? (
    <Button size="xs" variant={isMain ? "filled" : "default"} component={Link} to={`/handoffs/propose/${unit.id}`} aria-label={t("unit.propose.of", { name: unit.name })}>
      {t("unit.propose")}
    </Button>
  ) : null;
}
