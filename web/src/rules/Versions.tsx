// All versions of the rules with what became of each; one that has not come into force can be withdrawn.
import { Badge, Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { toastDone, toastProblem } from "../shared/toast";
import { DateText } from "../shared/values";
import classes from "./rules.module.css";
import type { Version } from "./types";

/** The list. */
export function Versions({ versions, mayAdopt }: { versions: Version[]; mayAdopt: boolean }) {
  const { t } = useTranslation("rules");
  const queries = useQueryClient();
  const withdraw = api.useMutation("delete", "/api/v1/rules/{id}", {
    onSuccess: async () => {
      toastDone(t("version.withdrawn"));
      await queries.invalidateQueries();
    },
    onError: toastProblem,
  });
  const columns: Column<Version>[] = [
    { id: "name", header: t("name"), cell: (version) => version.name, sort: (version) => version.name },
    { id: "version", header: t("version"), cell: (version) => version.version, sort: (version) => version.version },
    { id: "state", header: t("state"), cell: (version) => <State state={version.state} />, sort: (version) => version.state },
    { id: "effective", header: t("effective"), cell: (version) => <DateText value={version.effective} />, sort: (version) => version.effective },
    { id: "by", header: t("by"), cell: (version) => version.by, sort: (version) => version.by },
    { id: "adopted", header: t("adopted"), cell: (version) => <DateText value={version.adopted_at} />, sort: (version) => version.adopted_at },
  ];
  const act: Column<Version> = {
    id: "act",
    header: t("withdraw"),
    cell: (version) =>
      version.state === "coming" ? (
        <Button
          size="compact-xs" variant="default" loading={withdraw.isPending && withdraw.variables.params.path.id === version.id}
          aria-label={t("version.withdraw", { version: version.version })} onClick={() => withdraw.mutate({ params: { path: { id: version.id } } })}
        >
          {t("withdraw")}
        </Button>
      ) : null,
  };
  const isComing = versions.some(({ state }) => state === "coming");
  return <DataTable label={t("versions")} rows={versions} columns={mayAdopt && isComing ? [...columns, act] : columns} rowKey={(version) => version.id} />;
}

function State({ state }: { state: string }) {
  const { t } = useTranslation("rules");
  return (
    <Badge variant="outline" tt="none" fw={550} className={classes.state} data-state={state}>
      {t(`state.${state}` as "state.past", { defaultValue: state })}
    </Badge>
  );
}
