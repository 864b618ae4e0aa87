// Whom a plan is for: roles, some of the people, or all but some. Nothing chosen: everybody.
import { MultiSelect, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Chips } from "./ComponentForm";
import { part, ROLES, set, texts } from "./tree";
import type { Tree } from "./types";

/** The fields. */
export function ForForm({ tree, onChange }: { tree: Tree; onChange: (tree: Tree) => void }) {
  const { t } = useTranslation("incentives");
  const sellers = api.useQuery("get", "/api/v1/sellers");
  const given = part(tree["for"]) ?? {};
  const put = (key: "roles" | "people" | "except", names: string[]) => {
    const next = set(given, key, names.length === 0 ? undefined : names);
    onChange(set(tree, "for", Object.keys(next).length === 0 ? undefined : next));
  };
  const people = (key: "people" | "except") => (
    <MultiSelect
      label={t(`for.${key}`)} data={(sellers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} searchable clearable hidePickedOptions
      clearButtonProps={{ "aria-label": t("for.clear", { what: t(`for.${key}`) }) }} value={texts(given[key])} onChange={(next) => put(key, next)}
    />
  );
  return (
    <Stack gap="xs" mt="md">
      <Chips label={t("for.roles")} note={t("for.note")} all={ROLES} prefix="role" value={texts(given["roles"])} onChange={(next) => put("roles", next)} />
      {people("people")}
      {people("except")}
      <Text size="xs" c="dimmed">
        {t("for.one")}
      </Text>
    </Stack>
  );
}
