// What managers say against moves, and the answer to each.
import { Badge, Button, Group, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./alignments.module.css";
import type { Challenge, Proposal } from "./types";

/** The panel. */
export function Challenges({ id, of }: { id: string; of: Proposal }) {
  const { t } = useTranslation("alignments");
  return (
    <Panel title={t("challenges")} lead={t("challenges.lead")}>
      {of.challenges.length === 0 ? <Text size="sm" c="dimmed">{t(of.may_challenge ? "challenges.none" : "challenges.none.look")}</Text> : null}
      <ul className={classes.list}>
        {of.challenges.map((one) => (
          <Row key={one.id} id={id} of={of} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ id, of, one }: { id: string; of: Proposal; one: Challenge }) {
  const { t } = useTranslation("alignments");
  const { instant } = useFormats();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const answer = api.useMutation("post", "/api/v1/alignments/{id}/challenges/{challenge}", {
    onSuccess: async () => {
      toastDone(t("challenge.answered"));
      await queries.invalidateQueries();
    },
  });
  const say = (accepts: boolean) => answer.mutate({ params: { path: { id, challenge: one.id } }, body: { proposal: of.key, version: of.alignment_version, accepts, reason } });
  const isOpen = one.answer === null || one.answer === undefined;
  return (
    <li className={classes.row} style={{ flexWrap: "wrap" }}>
      <div className={classes.grow} style={{ flexBasis: "16rem" }}>
        <Text size="sm" fw={550}>{one.name}</Text>
        <Text size="sm">“{one.reason}”</Text>
        <Text size="xs" c="dimmed">{t("challenge.by", { by: one.by, at: instant(one.at) })}</Text>
        {isOpen ? null : <Text size="xs" c="dimmed">{t("challenge.reply", { by: one.answered_by ?? "", reason: one.answer_reason ?? "" })}</Text>}
      </div>
      {isOpen ? null : <Badge variant="light" color={one.answer === "accepted" ? "teal" : "gray"}>{t(one.answer === "accepted" ? "challenge.accepted" : "challenge.declined")}</Badge>}
      {isOpen && of.may_change ? (
        <Group gap="xs" align="flex-end">
          <TextInput size="xs" label={t("challenge.answer")} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button size="xs" disabled={reason.trim() === ""} loading={answer.isPending} onClick={() => say(true)}>{t("challenge.accept")}</Button>
          <Button size="xs" variant="default" disabled={reason.trim() === ""} loading={answer.isPending} onClick={() => say(false)}>{t("challenge.decline")}</Button>
        </Group>
      ) : isOpen ? <Badge variant="light" color="yellow">{t("challenged")}</Badge> : null}
      <ProblemAlert error={answer.error} />
    </li>
  );
}
