// One's own account: name, language, password, tokens for programs.
import { Button, Group, PasswordInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { speak } from "../shell/language";
import { useMe } from "../shell/useMe";
import { Tokens } from "./Tokens";

/** The account page. */
export function Account() {
  const { t } = useTranslation("session");
  // The language can also be changed in the menu beside: the form then starts anew with it.
  const { locale } = useMe();
  return (
    <Page title={t("account.title")} lead={t("account.lead")} width="text">
      <Profile key={locale} />
      <Password />
      <Tokens />
    </Page>
  );
}

function Profile() {
  const { t } = useTranslation("session");
  const shell = useTranslation("shell").t;
  const shared = useTranslation().t;
  const me = useMe();
  const queries = useQueryClient();
  const [name, setName] = useState(me.name);
  const [locale, setLocale] = useState(me.locale);
  const save = api.useMutation("patch", "/api/v1/me", {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/me"] });
      await speak(locale);
      toastDone(shared("saved"));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ body: { name, locale } });
  };
  return (
    <Panel title={t("profile")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <ProblemAlert error={save.error} />
          <Group grow preventGrowOverflow={false} align="flex-start">
            <TextInput label={t("name")} value={name} onChange={(event) => setName(event.currentTarget.value)} required withAsterisk={false} maxLength={200} />
            <Select
              label={t("language")} value={locale} onChange={(value) => setLocale(value ?? locale)} allowDeselect={false}
              data={[
                { value: "en", label: "English" },
                { value: "zh-Hant", label: "繁體中文" },
              ]}
            />
          </Group>
          <Text size="sm" c="dimmed">
            {me.email} · {shell(`role.${me.role}` as "role.admin")} · {me.seller === null || me.seller === undefined ? t("seller.none") : `${t("seller")}: ${me.seller.name}`}
          </Text>
          <Group>
            <Button type="submit" loading={save.isPending}>
              {shared("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function Password() {
  const { t } = useTranslation("session");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const differ = again !== "" && again !== password;
  const save = api.useMutation("patch", "/api/v1/me", {
    onSuccess: async () => {
      toastDone(t("password.changed"));
      await navigate({ to: "/sign-in", search: { from: "/account" } });
      queries.clear();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password === again) save.mutate({ body: { password } });
  };
  const eye = { "aria-label": t("password.show"), tabIndex: 0 };
  return (
    <Panel title={t("password.change")} lead={t("password.change.lead")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <ProblemAlert error={save.error} />
          <Group grow preventGrowOverflow={false} align="flex-start">
            <PasswordInput
              label={t("password.new")} value={password} onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="new-password" required withAsterisk={false} visibilityToggleButtonProps={eye}
            />
            <PasswordInput
              label={t("password.again")} value={again} onChange={(event) => setAgain(event.currentTarget.value)}
              autoComplete="new-password" required withAsterisk={false} error={differ ? t("password.differ") : undefined}
              visibilityToggleButtonProps={eye}
            />
          </Group>
          <Group>
            <Button type="submit" variant="default" loading={save.isPending} disabled={password === "" || again !== password}>
              {t("password.change")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
