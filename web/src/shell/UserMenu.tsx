// Oneself: account, language, light or dark, sign out.
import { Avatar, Box, Menu, SegmentedControl, Stack, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import CircleUser from "lucide-react/icons/circle-user";
import LogOut from "lucide-react/icons/log-out";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { toastProblem } from "../shared/toast";
import classes from "./Frame.module.css";
import { speak } from "./language";
import { useMe } from "./useMe";

/** The menu. */
export function UserMenu() {
  const { t } = useTranslation("shell");
  const me = useMe();
  const leave = useSignOut();
  return (
    <Menu position="top-start" width={252} shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <Avatar size={28} radius="xl" color="accent" variant="light" name={me.name} aria-hidden />
          <Box flex={1} miw={0}>
            <Text size="sm" fw={550} truncate>
              {me.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {t(`role.${me.role}` as "role.admin")}
            </Text>
            <VisuallyHidden>{t("person.menu")}</VisuallyHidden>
          </Box>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<CircleUser size={16} aria-hidden />}>
          {t("person.account")}
        </Menu.Item>
        <Menu.Divider />
        <Stack gap={8} p={8}>
          <LanguageSwitch />
          <SchemeSwitch />
        </Stack>
        <Menu.Divider />
        <Menu.Item onClick={leave} leftSection={<LogOut size={16} aria-hidden />}>
          {t("person.leave")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate } = api.useMutation("delete", "/api/v1/session", {
    onSuccess: async () => {
      await navigate({ to: "/sign-in" });
      queries.clear();
    },
    onError: toastProblem,
  });
  return () => mutate({});
}

/** Changes the language at once and keeps it with the person. */
function LanguageSwitch() {
  const { t, i18n } = useTranslation("shell");
  const queries = useQueryClient();
  const keep = api.useMutation("patch", "/api/v1/me", {
    onSuccess: () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/me"] }),
    onError: toastProblem,
  });
  const change = (locale: string) => {
    void speak(locale);
    keep.mutate({ body: { locale } });
  };
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t("language")}
      value={i18n.language}
      onChange={change}
      data={[
        { value: "en", label: "English" },
        { value: "zh-Hant", label: "繁體中文" },
      ]}
    />
  );
}

/** Light, dark, or as the system. */
export function SchemeSwitch() {
  const { t } = useTranslation("shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t("scheme")}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: "light", label: t("scheme.light") },
        { value: "dark", label: t("scheme.dark") },
        { value: "auto", label: t("scheme.auto") },
      ]}
    />
  );
}
