// Keys with which programs act for the person.
import { Alert, Badge, Button, Code, CopyButton, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import KeyRound from "lucide-react/icons/key-round";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone, toastProblem } from "../shared/toast";
import { DateText } from "../shared/values";

type Token = Wire["TokenView"];

/** One's tokens. */
export function Tokens() {
  const { t } = useTranslation("session");
  const found = api.useQuery("get", "/api/v1/tokens");
  const columns = useColumns();
  const tokens = found.data?.items ?? [];
  return (
    <Panel title={t("tokens")} lead={tokens.length === 0 && found.isSuccess ? t("tokens.none") : t("tokens.lead")}>
      <Stack gap="md">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        <NewToken />
        {tokens.length === 0 ? null : <DataTable label={t("tokens")} rows={tokens} columns={columns} rowKey={(token) => token.id} />}
      </Stack>
    </Panel>
  );
}

function useColumns(): Column<Token>[] {
  const { t } = useTranslation("session");
  const queries = useQueryClient();
  const end = api.useMutation("delete", "/api/v1/tokens/{id}", {
    onSuccess: () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/tokens"] }),
    onError: toastProblem,
  });
  const stop = (token: Token) =>
    end.mutate({ params: { path: { id: token.id } } }, { onSuccess: () => toastDone(t("token.was_ended", { name: token.name })) });
  return [
    { id: "name", header: t("token.name"), cell: (token) => token.name, sort: (token) => token.name },
    { id: "scope", header: t("token.scope"), cell: (token) => t(token.scopes.includes("write") ? "token.write" : "token.read") },
    { id: "created", header: t("token.created"), cell: (token) => <DateText value={token.created} />, sort: (token) => token.created },
    { id: "expires", header: t("token.expires"), cell: (token) => <DateText value={token.expires} />, sort: (token) => token.expires },
    {
      id: "state",
      header: t("token.state"),
      cell: (token) =>
        isOver(token) ? (
          <Badge variant="default" tt="none">{t(token.revoked ? "token.ended" : "token.expired")}</Badge>
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Badge variant="outline" tt="none">{t("token.valid")}</Badge>
            <Button size="compact-xs" variant="default" onClick={() => stop(token)} aria-label={t("token.end.name", { name: token.name })}>
              {t("token.end")}
            </Button>
          </Group>
        ),
    },
  ];
}

function isOver(token: Token): boolean {
  return Boolean(token.revoked) || (token.expires !== null && token.expires !== undefined && new Date(token.expires) < new Date());
}

function NewToken() {
  const { t } = useTranslation("session");
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [scope, setScope] = useState("read");
  const [days, setDays] = useState<number | string>(90);
  const make = api.useMutation("post", "/api/v1/tokens", {
    onSuccess: () => {
      setName("");
      return queries.invalidateQueries({ queryKey: ["get", "/api/v1/tokens"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ body: { name, scopes: scope === "write" ? ["read", "write"] : ["read"], days: Number(days) } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ProblemAlert error={make.error} />
        {make.data === undefined ? null : <Key value={make.data.key} />}
        <Group align="flex-end" gap="sm">
          <TextInput flex="1 1 180px" label={t("token.name")} value={name} onChange={(event) => setName(event.currentTarget.value)} required withAsterisk={false} />
          <Select
            w={170} label={t("token.scope")} value={scope} onChange={(value) => setScope(value ?? "read")} allowDeselect={false}
            data={[
              { value: "read", label: t("token.read") },
              { value: "write", label: t("token.write") },
            ]}
          />
          <NumberInput w={110} label={t("token.days")} value={days} onChange={setDays} min={1} max={366} allowDecimal={false} hideControls />
          <Button type="submit" variant="default" loading={make.isPending}>
            {t("token.make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Key({ value }: { value: string }) {
  const { t } = useTranslation("session");
  return (
    <Alert color="teal" variant="light" title={t("token.made")} icon={<KeyRound size={18} aria-hidden />} role="status">
      <Stack gap="xs" align="flex-start">
        {t("token.once")}
        <Code block maw="100%" style={{ overflowWrap: "anywhere", whiteSpace: "normal" }}>
          {value}
        </Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {t(copied ? "token.copied" : "token.copy")}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}
