// What a person wants: the person says it, those who lead read it.
import { Button, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./staffing.module.css";
import { type OwnWords, type Person, ROLES, useRoles } from "./types";

const WISHES = ["want", "open", "rather_not"] as const;

/** The panel; nothing where the reader may not see it. */
export function WishPanel({ person }: { person: Person }) {
  const { t } = useTranslation("staffing");
  if (person.words === null || person.words === undefined) return null;
  return (
    <Panel title={person.own ? t("words") : t("words.theirs", { name: person.seller.name })} lead={person.own ? t("words.lead") : undefined}>
      {person.own ? <Form words={person.words} /> : <Said words={person.words} />}
    </Panel>
  );
}

function Said({ words }: { words: OwnWords }) {
  const { t } = useTranslation("staffing");
  const roles = useRoles();
  const said = ROLES.filter((role) => words.wishes[role] !== undefined);
  if (said.length === 0 && (words.note ?? words.comment ?? "") === "") return <Text size="sm">{t("words.none")}</Text>;
  return (
    <Stack gap="xs">
      <ul className={classes.list}>
        {said.map((role) => (
          <li key={role} className={classes.row}>
            <span className={classes.rowMain}>{roles(role)}</span>
            <Text size="sm">{t(`wish.said.${words.wishes[role]}` as "wish.said.want")}</Text>
          </li>
        ))}
      </ul>
      <Quote text={words.note ?? undefined} />
      {(words.comment ?? "") === "" ? null : (
        <>
          <Text size="sm" fw={600}>
            {t("words.comment")}
          </Text>
          <Quote text={words.comment ?? undefined} />
        </>
      )}
    </Stack>
  );
}

function Quote({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <Text size="sm" className={classes.words ?? ""} component="blockquote" m={0}>
      {text}
    </Text>
  );
}

function Form({ words }: { words: OwnWords }) {
  const { t } = useTranslation("staffing");
  const roles = useRoles();
  const queries = useQueryClient();
  const [wishes, setWishes] = useState<Record<string, string>>(words.wishes);
  const [note, setNote] = useState(words.note ?? "");
  const [comment, setComment] = useState(words.comment ?? "");
  const save = api.useMutation("put", "/api/v1/staffing/me/wishes", {
    onSuccess: async () => {
      toastDone(t("wish.saved"));
      await queries.invalidateQueries();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { wishes, note, comment } });
      }}
    >
      <Stack gap="sm">
        {ROLES.map((role) => (
          <Radio.Group
            key={role} label={roles(role)} value={wishes[role] ?? ""}
            onChange={(wish) => setWishes(wish === "" ? Object.fromEntries(Object.entries(wishes).filter(([other]) => other !== role)) : { ...wishes, [role]: wish })}
          >
            <Group gap="md" mt={4}>
              {WISHES.map((wish) => (
                <Radio key={wish} value={wish} label={t(`wish.${wish}`)} />
              ))}
              <Radio value="" label={t("wish.unsaid")} />
            </Group>
          </Radio.Group>
        ))}
        <Textarea label={t("wish.note")} autosize minRows={1} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Textarea label={t("wish.comment")} description={t("wish.comment.note")} autosize minRows={2} maxLength={1000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
        <ProblemAlert error={save.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t("wish.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
