// Alignments: the list, and drafting one.
import { Anchor, Badge, Button, Group, Radio, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import MapPinned from "lucide-react/icons/map-pinned";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Page } from "../shared/Page";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./alignments.module.css";
import type { Line } from "./types";

/** The page. */
export function Alignments() {
  const { t } = useTranslation("alignments");
  const [drafts, setDrafts] = useState(false);
  const found = api.useQuery("get", "/api/v1/alignments");
  const items = found.data?.items ?? [];
  const mayChange = found.data?.may_change === true;
  const draft = <Button onClick={() => setDrafts(true)}>{t("draft.new")}</Button>;
  return (
    <Page title={t("title")} lead={t("lead")} act={mayChange && items.length > 0 && !drafts ? draft : undefined}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={260} radius={12} /> : null}
      {drafts ? <Make onClose={() => setDrafts(false)} /> : null}
      {found.data === undefined || items.length > 0 || drafts ? null : (
        <Panel>
          <EmptyState icon={MapPinned} title={t("empty")} text={t(mayChange ? "empty.text" : "empty.others")}>
            {mayChange ? draft : null}
          </EmptyState>
        </Panel>
      )}
      {items.length === 0 ? null : (
        <Panel title={t("alignments")}>
          <ul className={classes.list}>
            {items.map((line) => (
              <Row key={line.id} line={line} />
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}

function Row({ line }: { line: Line }) {
  const { t } = useTranslation("alignments");
  const { date } = useFormats();
  const isAdopted = line.effective !== null && line.effective !== undefined;
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        <Anchor component={Link} size="sm" to="/align/$id" params={{ id: line.id } as never}>{line.name}</Anchor>
        <Text size="xs" c="dimmed">
          {isAdopted
            ? t("line.adopted", { by: line.adopted_by ?? "", day: date(line.effective ?? "") })
            : t("line.draft", { by: line.by, day: date(line.at.slice(0, 10)), count: line.proposal_count })}
        </Text>
      </div>
      <Badge variant="light" color={isAdopted ? "teal" : line.is_running ? "accent" : "gray"}>
        {t(isAdopted ? "state.adopted" : line.is_running ? "state.running" : "state.draft")}
      </Badge>
    </li>
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("alignments");
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<"all" | "kept">("all");
  const make = api.useMutation("post", "/api/v1/alignments", {
    onSuccess: ({ id }) => void navigate({ to: "/align/$id", params: { id } }),
  });
  return (
    <Panel title={t("draft.new")} lead={t("draft.lead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ body: { name, scope } });
        }}
      >
        <Stack gap="md" maw={560}>
          <ProblemAlert error={make.error} />
          <TextInput label={t("name")} placeholder={t("name.hint")} value={name} onChange={(event) => setName(event.currentTarget.value)} required maxLength={100} />
          <Radio.Group label={t("scope")} value={scope} onChange={(value) => setScope(value === "kept" ? "kept" : "all")}>
            <Stack gap="xs" mt="xs">
              <Radio value="all" label={t("scope.all")} description={t("scope.all.help")} />
              <Radio value="kept" label={t("scope.kept")} description={t("scope.kept.help")} />
            </Stack>
          </Radio.Group>
          <Group>
            <Button type="submit" loading={make.isPending} disabled={name.trim() === ""}>{t("draft.make")}</Button>
            <Button variant="default" onClick={onClose}>{t("close")}</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
