// Signing in, and back to where one wanted to go.
import { Alert, Box, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { isStatus } from "../api/problem";
import { useFilters } from "../shared/filters";
import { ProblemAlert } from "../shared/ProblemAlert";
import { speak } from "../shell/language";
import { Mark } from "../shell/Mark";
import { SchemeSwitch } from "../shell/UserMenu";
import { ownAddress } from "./address";
import classes from "./session.module.css";

/** The sign-in page. */
export function SignIn() {
  const { t, i18n } = useTranslation("session");
  const [{ from, ended }] = useFilters<"from" | "ended">();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signIn = api.useMutation("post", "/api/v1/session", {
    meta: { signsIn: true },
    onSuccess: async (me) => {
      queries.clear();
      queries.setQueryData(["get", "/api/v1/me"], me);
      await speak(me.locale);
      await navigate({ href: ownAddress(from), replace: true });
    },
  });
  const title = t("title");
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ body: { email: String(form.get("email")), password: String(form.get("password")) } });
  };
  const other = i18n.language === "en" ? "zh-Hant" : "en";
  return (
    <Box component="main" className={classes.page}>
      <Box className={classes.card}>
        <Stack gap="lg">
          <Stack gap={6}>
            <Group gap={10}>
              <Mark size={32} />
              <Title order={1}>{title}</Title>
            </Group>
            <Text c="dimmed">{t("lead")}</Text>
          </Stack>
          {ended === undefined || signIn.isError ? null : (
            <Alert color="blue" variant="light" role="status">
              {t("ended")}
            </Alert>
          )}
          {isStatus(signIn.error, 401) ? (
            <Alert color="red" variant="light" role="alert">
              {t("refused")}
            </Alert>
          ) : (
            <ProblemAlert error={signIn.error} />
          )}
          <form onSubmit={submit}>
            <Stack gap="md">
              <TextInput name="email" type="email" label={t("email")} autoComplete="username" required withAsterisk={false} autoFocus />
              <PasswordInput
                name="password" label={t("password")} autoComplete="current-password" required withAsterisk={false}
                visibilityToggleButtonProps={{ "aria-label": t("password.show"), tabIndex: 0 }}
              />
              <Button type="submit" loading={signIn.isPending} fullWidth>
                {t("act")}
              </Button>
            </Stack>
          </form>
          <Text size="xs" c="dimmed">
            {t("help")}
          </Text>
        </Stack>
      </Box>
      <Group className={classes.foot} justify="center" gap="md">
        <Button variant="subtle" size="xs" lang={other} onClick={() => void speak(other)}>
          {other === "en" ? "English" : "繁體中文"}
        </Button>
        <SchemeSwitch />
      </Group>
    </Box>
  );
}
