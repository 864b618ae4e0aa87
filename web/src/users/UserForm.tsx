// A new person, or another role, seller, password or access for one.
import { Button, Group, Modal, PasswordInput, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { useMe } from "../shell/useMe";

type User = Wire["UserView"];

const ROLES = ["admin", "operations", "manager", "hunter", "account_manager", "viewer"] as const;

/** The form in a window of its own. */
export function UserForm({ user, onClose }: { user: User | "new" | undefined; onClose: () => void }) {
  const { t } = useTranslation("users");
  const shared = useTranslation().t;
  return (
    <Modal
      opened={user !== undefined} onClose={onClose} title={user === "new" || user === undefined ? t("add") : t("change.name", { name: user.name })}
      closeButtonProps={{ "aria-label": shared("close") }} centered
    >
      {user === undefined ? null : <Form user={user === "new" ? undefined : user} onDone={onClose} />}
    </Modal>
  );
}

function Form({ user, onDone }: { user: User | undefined; onDone: () => void }) {
  const { t, i18n } = useTranslation("users");
  const shared = useTranslation().t;
  const shell = useTranslation("shell").t;
  const me = useMe();
  const sellers = api.useQuery("get", "/api/v1/sellers");
  const [draft, setDraft] = useState({
    name: user?.name ?? "", email: user?.email ?? "", password: "", role: user?.role ?? "viewer", seller: user?.seller?.id ?? "",
    locale: user?.locale ?? i18n.language, active: user?.active ?? true,
  });
  const { save, error, isPending } = useSave(user, onDone);
  const change = (some: Partial<typeof draft>) => setDraft({ ...draft, ...some });
  const isMe = user?.id === me.id;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(draft);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ProblemAlert error={error} />
        <TextInput label={t("name")} value={draft.name} onChange={(event) => change({ name: event.currentTarget.value })} required withAsterisk={false} data-autofocus />
        <TextInput label={t("email")} type="email" value={draft.email} onChange={(event) => change({ email: event.currentTarget.value })} required withAsterisk={false} disabled={user !== undefined} autoComplete="off" />
        <PasswordInput
          label={t(user === undefined ? "password" : "password.new")} description={t(user === undefined ? "password.help" : "password.new.help")} value={draft.password}
          onChange={(event) => change({ password: event.currentTarget.value })} required={user === undefined} withAsterisk={false} autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": t("password.show"), tabIndex: 0 }}
        />
        <Select
          label={t("role")} description={t(`role.${draft.role}` as "role.admin")} value={draft.role} allowDeselect={false} disabled={isMe}
          inputWrapperOrder={["label", "input", "description"]}
          data={ROLES.map((value) => ({ value, label: shell(`role.${value}`) }))} onChange={(role) => change({ role: role ?? draft.role })}
        />
        <Select
          label={t("seller")} description={t("seller.help")} searchable value={draft.seller} allowDeselect={false} inputWrapperOrder={["label", "input", "description"]}
          data={[{ value: "", label: t("seller.none") }, ...(sellers.data?.items ?? []).map((seller) => ({ value: seller.id, label: seller.name }))]}
          onChange={(seller) => change({ seller: seller ?? "" })}
        />
        <Select
          label={t("language")} value={draft.locale} allowDeselect={false} onChange={(locale) => change({ locale: locale ?? "en" })}
          data={[
            { value: "en", label: "English" },
            { value: "zh-Hant", label: "繁體中文" },
          ]}
        />
        {user === undefined || isMe ? null : (
          <Switch label={t("may_sign_in")} checked={draft.active} onChange={(event) => change({ active: event.currentTarget.checked })} />
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={isPending}>
            {user === undefined ? t("add") : shared("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Draft {
  name: string;
  email: string;
  password: string;
  role: string;
  seller: string;
  locale: string;
  active: boolean;
}

function useSave(user: User | undefined, onDone: () => void) {
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const done = async () => {
    toastDone(shared("saved"));
    onDone();
    await queries.invalidateQueries({ predicate: ({ queryKey: [, path] }) => path === "/api/v1/users" || path === "/api/v1/me" });
  };
  const make = api.useMutation("post", "/api/v1/users", { onSuccess: done });
  const change = api.useMutation("patch", "/api/v1/users/{id}", { onSuccess: done });
  const save = (draft: Draft) => {
    const { name, email, password, role, seller, locale, active } = draft;
    if (user === undefined) {
      make.mutate({ body: { name, email, password, role, locale, ...(seller === "" ? {} : { seller_id: seller }) } });
      return;
    }
    // What ends sessions is sent only where it changes.
    const some = {
      ...(password === "" ? {} : { password }),
      ...(role === user.role ? {} : { role }),
      ...(active === user.active ? {} : { active }),
    };
    change.mutate({ params: { path: { id: user.id } }, body: { name, locale, seller_id: seller, ...some } });
  };
  return { save, error: make.error ?? change.error, isPending: make.isPending || change.isPending };
}
