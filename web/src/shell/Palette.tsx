// Ctrl-K: to any room, and to any customer by name.
import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import Building from "lucide-react/icons/building-2";
import Search from "lucide-react/icons/search";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useRooms } from "./Navigation";

const [store, palette] = createSpotlight();
const CUSTOMERS_MAX = 8;

/** Opens the palette. */
export const openPalette = palette.open;

/** The palette. */
export function Palette() {
  const { t } = useTranslation("shell");
  const [query, setQuery] = useState("");
  const groups = [useRoomActions(query), useCustomerActions(query)].filter((group) => group.actions.length > 0);
  return (
    <Spotlight
      store={store}
      shortcut={["mod + K"]}
      query={query}
      onQueryChange={setQuery}
      actions={groups}
      // What to show was chosen already, by the server for customers.
      filter={(_query, actions) => actions}
      nothingFound={t("palette.nothing")}
      attributes={{ content: { "aria-label": t("palette.open") } }}
      scrollable
      overlayProps={{ blur: 1, backgroundOpacity: 0.4 }}
      maxHeight={420}
      searchProps={{ leftSection: <Search size={18} aria-hidden />, placeholder: t("palette.hint"), "aria-label": t("palette.hint") }}
    />
  );
}

function useRoomActions(query: string): SpotlightActionGroupData {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const words = query.trim().toLowerCase();
  const actions: SpotlightActionData[] = useRooms()
    .filter((room) => t(room.name).toLowerCase().includes(words))
    .map((room) => ({
      id: room.path,
      label: t(room.name),
      leftSection: <room.icon size={18} aria-hidden />,
      onClick: () => void navigate({ to: room.path }),
    }));
  return { group: t("palette.rooms"), actions };
}

function useCustomerActions(query: string): SpotlightActionGroupData {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const [q] = useDebouncedValue(query.trim(), 150);
  const found = api.useQuery("get", "/api/v1/customers", { params: { query: { q, limit: CUSTOMERS_MAX } } }, { enabled: q !== "" });
  const rows = q === "" ? [] : (found.data?.items ?? []);
  const actions: SpotlightActionData[] = rows.map((row) => ({
    id: `customer-${row.id}`,
    label: row.name,
    description: [row.segment, row.city, row.country].filter(Boolean).join(" · "),
    leftSection: <Building size={18} aria-hidden />,
    onClick: () => void navigate({ to: `/customers/${row.id}` }),
  }));
  return { group: t("palette.customers"), actions };
}
