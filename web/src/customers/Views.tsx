// Saved views: filters under a name, for oneself or for everybody.
import { ActionIcon, Button, Checkbox, Group, Menu, Popover, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import Bookmark from "lucide-react/icons/bookmark-plus";
import Ellipsis from "lucide-react/icons/ellipsis";
import Trash from "lucide-react/icons/trash-2";
import Users from "lucide-react/icons/users";
import X from "lucide-react/icons/x";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone, toastProblem } from "../shared/toast";
import classes from "./customers.module.css";
import { type Filters, narrowing, read, written } from "./filters";

type View = Wire["ViewView"];

/** The order stays when the filters go. */
function clearOf({ sort }: Filters): Filters {
  return sort === undefined ? {} : { sort };
}

const PAGE = "customers";
const KEY = ["get", "/api/v1/views"];

/** The views as links, and what one can do with the one that is shown. */
export function Views({ filters }: { filters: Filters }) {
  const { t } = useTranslation("customers");
  const found = api.useQuery("get", "/api/v1/views", { params: { query: { page: PAGE } } });
  const views = found.data?.items ?? [];
  const now = written(filters);
  const shown = views.filter((view) => written(read(view.query)) === now);
  const isAll = narrowing(filters).length === 0;
  return (
    <Group gap={6} component="nav" aria-label={t("views")}>
      <Link to="/customers" search={{} as never} className={classes.view} data-shown={(isAll && shown.length === 0) || undefined} activeProps={{}} aria-current={isAll && shown.length === 0 ? "true" : undefined}>
        {t("views.all")}
      </Link>
      {views.map((view) => (
        <Chip key={view.id} view={view} isShown={shown.includes(view)} />
      ))}
      {isAll || shown.some((view) => view.mine) ? null : <Keep query={now} />}
      {isAll ? null : (
        <Button component={Link} to="/customers" search={clearOf(filters) as never} size="compact-sm" variant="subtle" leftSection={<X size={15} aria-hidden />}>
          {t("clear")}
        </Button>
      )}
    </Group>
  );
}

function Chip({ view, isShown }: { view: View; isShown: boolean }) {
  const { t } = useTranslation("customers");
  return (
    <span className={classes.chip}>
      <Link to="/customers" search={read(view.query) as never} className={classes.view} data-shown={isShown || undefined} activeProps={{}} aria-current={isShown ? "true" : undefined}>
        {view.name}
        {view.shared ? <Users size={13} role="img" aria-label={t("view.shared")} /> : null}
      </Link>
      {isShown && view.mine ? <Remove view={view} /> : null}
    </span>
  );
}

function Remove({ view }: { view: View }) {
  const { t } = useTranslation("customers");
  const queries = useQueryClient();
  const remove = api.useMutation("delete", "/api/v1/views/{id}", {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      toastDone(t("view.removed", { name: view.name }));
    },
    onError: toastProblem,
  });
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("view.menu", { name: view.name })}>
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Trash size={15} aria-hidden />} onClick={() => remove.mutate({ params: { path: { id: view.id } } })}>
          {t("view.remove", { name: view.name })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Keep({ query }: { query: string }) {
  const { t } = useTranslation("customers");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const save = api.useMutation("post", "/api/v1/views", {
    onSuccess: async (_created, { body }) => {
      setOpen(false);
      await queries.invalidateQueries({ queryKey: KEY });
      toastDone(t("view.kept", { name: body.name }));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({ body: { page: PAGE, name: String(form.get("name")).trim(), query, shared: form.get("shared") !== null } });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<Bookmark size={15} aria-hidden />} onClick={() => setOpen(!isOpen)}>
          {t("view.keep")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("view.keep")}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <ProblemAlert error={save.error} />
            <TextInput name="name" label={t("view.name")} description={t("view.name.hint")} required withAsterisk={false} maxLength={60} pattern=".*\S.*" data-autofocus />
            <Checkbox name="shared" label={t("view.share")} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" size="xs" onClick={() => setOpen(false)}>
                {shared("cancel")}
              </Button>
              <Button type="submit" size="xs" loading={save.isPending}>
                {shared("save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
