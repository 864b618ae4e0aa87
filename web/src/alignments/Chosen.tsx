// What is chosen, and what to do with it: give it to somebody, keep it with its owners, free it again. The rest is solved anew at once.
import { Button, Select, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./alignments.module.css";
import { type Proposal, useAlignmentWords } from "./types";

type Act = Wire["AlignmentAct"];

/** Acts on a proposal; says how many units went elsewhere and how long it took. */
export function useWork(id: string, of: Proposal, onDone?: () => void) {
  const { t } = useTranslation("alignments");
  const { number } = useFormats();
  const queries = useQueryClient();
  const act = api.useMutation("post", "/api/v1/alignments/{id}/proposals/{key}/acts", {
    onSuccess: async ({ changed, seconds }) => {
      toastDone(t("worked", { count: changed, seconds: number(seconds, 1) }));
      await queries.invalidateQueries();
      onDone?.();
    },
  });
  const work = (acts: Act[]) => act.mutate({ params: { path: { id, key: of.key } }, body: { version: of.alignment_version, acts } });
  return { work, isPending: act.isPending, error: act.error };
}

/** The bar. */
export function Chosen({ id, of, chosen, onDone }: { id: string; of: Proposal; chosen: ReadonlySet<string>; onDone: () => void }) {
  const { t } = useTranslation("alignments");
  const { money, hours } = useAlignmentWords(of.currency);
  const { work, isPending, error } = useWork(id, of, onDone);
  const [seller, setSeller] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const units = of.units.filter((unit) => chosen.has(unit.id));
  const ids = units.map((unit) => unit.id);
  const sum = (value: (unit: (typeof units)[number]) => number) => units.reduce((all, unit) => all + value(unit), 0);
  const keepers = of.people.filter(({ part }) => part === "field" || part === "inside").map(({ id: value, name }) => ({ value, label: name }));
  const ready = reason.trim() !== "";
  const locked = units.some((unit) => unit.held?.by === "lock");
  return (
    <section className={classes.chosen} aria-label={t("chosen")}>
      <div className={classes.grow}>
        <Text fw={600} size="sm">{t("chosen.count", { count: units.length })}</Text>
        <Text size="xs">{t("chosen.sums", { arr: money(sum((unit) => unit.arr)), hours: hours(sum((unit) => unit.hours)) })}</Text>
      </div>
      {of.may_change ? (
        <>
          <TextInput size="xs" label={t("reason")} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
          <Select size="xs" label={t("chosen.to")} data={keepers} value={seller} onChange={setSeller} searchable />
          <Button size="xs" disabled={!ready || seller === null} loading={isPending} onClick={() => work([{ act: "lock", units: ids, seller, reason }])}>{t("chosen.give")}</Button>
          <Button size="xs" variant="default" disabled={!ready} loading={isPending} onClick={() => work([{ act: "lock", units: ids, reason }])}>{t("chosen.keep")}</Button>
          {locked ? <Button size="xs" variant="default" loading={isPending} onClick={() => work([{ act: "unlock", units: ids }])}>{t("chosen.free")}</Button> : null}
        </>
      ) : null}
      {error === null ? null : <ProblemAlert error={error} />}
    </section>
  );
}
