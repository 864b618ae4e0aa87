// What can be done with an import now: one clear act, and the ones beside it.
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { type Draft, mappingOf, missing } from "./draft";
import { useSaid } from "./said";
import { saveMapping } from "./saveMapping";
import { useObjectName } from "./words";

type Import = Wire["Import"];

/** The acts of the state that the import is in. */
export function Acts(props: { run: Import; draft: Draft; isEdited: boolean; onSaved: () => void }) {
  const { t } = useTranslation("imports");
  const said = useSaid();
  const { run, draft } = props;
  const acts = useActs(run, draft, props.isEdited, props.onSaved);
  const fields = api.useQuery("get", "/api/v1/imports/fields", {}, { staleTime: Infinity });
  const isRead = draft.files.some((file) => file.object !== null);
  const lacking = draft.files.filter((file) => missing(file, fields.data ?? {}).length > 0);
  const isReady = isRead && lacking.length === 0;
  if (["checking", "running", "undoing"].includes(run.state)) return null;
  return (
    <Panel>
      <Stack gap="sm">
        <ProblemAlert error={acts.error} />
        {run.error ? (
          <Alert color="red" variant="light" role="alert" icon={<CircleAlert size={18} aria-hidden />} title={t(`told.${run.state === "cancelled" ? "cancelled" : "failed"}`)}>
            <span>{run.state === "cancelled" ? t("told.cancelled.text") : said(run.error ?? "")}</span>
          </Alert>
        ) : null}
        <Group justify="space-between" gap="md">
          <Text size="sm" flex="1 1 300px">
            {run.state === "done" || run.state === "undone" ? t(`told.${run.state}`) : <Advice run={run} isRead={isRead} lacking={lacking.map((file) => file.file)} isEdited={props.isEdited} />}
          </Text>
          <Group gap="xs">
            <Buttons run={run} draft={draft} isReady={isReady} isEdited={props.isEdited} acts={acts} />
          </Group>
        </Group>
      </Stack>
    </Panel>
  );
}

function Advice(props: { run: Import; isRead: boolean; lacking: string[]; isEdited: boolean }) {
  const { t } = useTranslation("imports");
  const { list } = useFormats();
  const name = useObjectName();
  if (!props.isRead) return t("advice.nothing_read");
  if (props.lacking.length > 0) return t("advice.lacking", { files: list(props.lacking) });
  if (props.isEdited) return t("advice.edited");
  if (props.run.state === "checked") return t("advice.checked");
  const objects = [...new Set(props.run.files.map((file) => file.object).filter((object) => object !== null && object !== undefined))];
  return t("advice.uploaded", { objects: list(objects.map(name)) });
}

function Buttons(props: { run: Import; draft: Draft; isReady: boolean; isEdited: boolean; acts: ReturnType<typeof useActs> }) {
  const { t } = useTranslation("imports");
  const { run, acts } = props;
  if (run.state === "undone") {
    return (
      <Button component={Link} to="/import" variant="default">
        {t("act.again")}
      </Button>
    );
  }
  if (run.state === "done") {
    return (
      <>
        <Button variant="default" onClick={acts.undo} loading={acts.isUndoing}>
          {t("act.undo")}
        </Button>
        <Button component={Link} to="/">
          {t("act.look")}
        </Button>
      </>
    );
  }
  const wasTried = run.state === "checked" && !props.isEdited;
  return (
    <>
      <Button variant="default" onClick={() => saveMapping(mappingOf(props.draft))}>
        {t("act.mapping")}
      </Button>
      <Button variant={wasTried ? "default" : "filled"} onClick={acts.check} loading={acts.isStarting} disabled={!props.isReady}>
        {t(wasTried ? "act.check_again" : "act.check")}
      </Button>
      <Button variant={wasTried ? "filled" : "default"} onClick={acts.run} loading={acts.isStarting} disabled={!props.isReady}>
        {t("act.run")}
      </Button>
    </>
  );
}

function useActs(run: Import, draft: Draft, isEdited: boolean, onSaved: () => void) {
  const queries = useQueryClient();
  const init = { params: { path: { id: run.id } } };
  const renew = async (now: Import) => {
    queries.setQueryData(["get", "/api/v1/imports/{id}", init], now);
    await queries.invalidateQueries({ predicate: ({ queryKey: [, path] }) => path !== "/api/v1/imports/{id}" });
  };
  const map = api.useMutation("put", "/api/v1/imports/{id}/mapping");
  const check = api.useMutation("post", "/api/v1/imports/{id}/check", { onSuccess: renew });
  const start = api.useMutation("post", "/api/v1/imports/{id}/run", { onSuccess: renew });
  const undo = api.useMutation("post", "/api/v1/imports/{id}/undo", { onSuccess: renew });
  const saved = async () => {
    if (!isEdited) return;
    await map.mutateAsync({ ...init, body: mappingOf(draft) as Record<string, never> });
    onSaved();
  };
  // What goes wrong stands in the mutations and is shown from there.
  const after = (act: () => void) => () => void saved().then(act, () => undefined);
  return {
    check: after(() => check.mutate(init)),
    run: after(() => start.mutate(init)),
    undo: () => undo.mutate(init),
    isStarting: map.isPending || check.isPending || start.isPending,
    isUndoing: undo.isPending,
    error: map.error ?? check.error ?? start.error ?? undo.error,
  };
}
