// A question with what was said to it, and what the reader can do: reply, propose an adjustment, approve it, decline.
import { Badge, Button, Group, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { Amount, DateText } from "../shared/values";
import classes from "./incentives.module.css";
import type { Question } from "./types";
import { useWords } from "./types";

/** The card; `whose` names whose statement it is about. */
export function QuestionCard({ question, whose = false }: { question: Question; whose?: boolean }) {
  const { t } = useTranslation("incentives");
  const { month } = useFormats();
  const words = useWords();
  return (
    <article className={classes.question} aria-label={question.text}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text size="xs" c="dimmed" component="div" flex={1}>
          {whose ? <strong>{question.person.name} · </strong> : null}
          {words(question.what)} · {month(question.period)} · <Amount value={question} detail="exact" />
        </Text>
        <Badge variant="outline" tt="none" className={classes.state} data-state={question.state}>
          {t(`question.${question.state}` as "question.open", { defaultValue: question.state })}
        </Badge>
      </Group>
      <Said by={question.by} at={question.at} text={question.text} />
      {question.replies.map((reply, at) => (
        <Said
          key={at} by={reply.by} at={reply.at} text={reply.text} act={reply.act}
          {...(reply.amount === null || reply.amount === undefined ? {} : { amount: { amount: reply.amount, currency: question.currency } })}
        />
      ))}
      {question.may.length === 0 ? null : <Act question={question} />}
    </article>
  );
}

function Said({ by, at, text, act, amount }: { by: string; at: string; text: string; act?: string; amount?: { amount: string; currency: string } }) {
  const { t } = useTranslation("incentives");
  return (
    <div className={classes.said}>
      <Text size="xs" c="dimmed" component="div">
        {by} · <DateText value={at} />
        {act === undefined || act === "reply" ? null : <> · {t(`act.${act}.done` as "act.propose.done")}</>}
        {amount === undefined ? null : (
          <>
            {" "}
            <Amount value={amount} detail="exact" />
          </>
        )}
      </Text>
      <Text size="sm" className={classes.words}>
        {text}
      </Text>
    </div>
  );
}

type Doing = "reply" | "propose" | "approve" | "decline";

function Act({ question }: { question: Question }) {
  const { t } = useTranslation("incentives");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const [text, setText] = useState("");
  const [amount, setAmount] = useState<string | number>("");
  const act = api.useMutation("post", "/api/v1/incentives/questions/{id}/acts", {
    onSuccess: async () => {
      toastDone(t("question.done"));
      setDoing(undefined);
      setText("");
      await queries.invalidateQueries();
    },
  });
  if (doing === undefined) {
    return (
      <Group gap="xs" className={classes.noPrint}>
        {(["reply", "propose", "approve", "decline"] as const)
          .filter((one) => question.may.includes(one))
          .map((one) => (
            <Button key={one} size="compact-sm" variant={one === "approve" ? "filled" : "default"} onClick={() => setDoing(one)}>
              {t(`act.${one}`)}
            </Button>
          ))}
      </Group>
    );
  }
  const send = () => {
    const body: Wire["IncentiveQuestionAct"] = doing === "propose" ? { act: doing, amount: String(amount), text } : { act: doing, text };
    act.mutate({ params: { path: { id: question.id } }, body: { act: body } });
  };
  return (
    <form
      className={classes.noPrint}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="xs">
        {doing === "propose" ? <NumberInput label={t("act.amount", { currency: question.currency })} description={t("act.amount.note")} decimalScale={2} required value={amount} onChange={setAmount} /> : null}
        <Textarea label={t(`act.${doing}.text`)} autosize minRows={2} maxLength={2000} required data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <ProblemAlert error={act.error} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={act.isPending} disabled={text.trim() === ""}>
            {t(`act.${doing}`)}
          </Button>
          <Button size="xs" variant="default" onClick={() => setDoing(undefined)}>
            {shared("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
