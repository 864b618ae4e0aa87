// The questionnaire: optional, with its sources shown, answered with consent, taken back whole.
import { Button, Checkbox, Group, Modal, Progress, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./staffing.module.css";
import { type Person, type Scale, useWords } from "./types";

/** The panel. */
export function Questionnaire({ person }: { person: Person }) {
  const { t } = useTranslation("staffing");
  const [open, setOpen] = useState(false);
  const answered = person.fit?.answered === true;
  return (
    <Panel title={t("questionnaire")} lead={t("questionnaire.lead")}>
      {open ? (
        <Form answers={person.answers ?? {}} onClose={() => setOpen(false)} />
      ) : (
        <Group gap="sm">
          <Button variant={answered ? "default" : "filled"} onClick={() => setOpen(true)}>
            {t(answered ? "questionnaire.again" : "questionnaire.begin")}
          </Button>
          {answered ? <TakeBack /> : null}
        </Group>
      )}
    </Panel>
  );
}

function TakeBack() {
  const { t } = useTranslation("staffing");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const take = api.useMutation("delete", "/api/v1/staffing/me/answers", {
    onSuccess: async () => {
      toastDone(t("questionnaire.taken"));
      setAsked(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {t("questionnaire.take_back")}
      </Button>
      <Modal opened={asked} onClose={() => setAsked(false)} title={t("questionnaire.take_back.sure")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <Stack gap="sm">
          <Text size="sm">{t("questionnaire.take_back.text")}</Text>
          <ProblemAlert error={take.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(false)}>
              {shared("cancel")}
            </Button>
            <Button color="red" loading={take.isPending} onClick={() => take.mutate({})} data-autofocus>
              {t("questionnaire.take_back")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Form({ answers, onClose }: { answers: Record<string, number>; onClose: () => void }) {
  const { t, i18n } = useTranslation("staffing");
  const shared = useTranslation().t;
  const { number } = useFormats();
  const words = useWords();
  const queries = useQueryClient();
  const found = api.useQuery("get", "/api/v1/staffing/questionnaire");
  const [given, setGiven] = useState<Record<string, number>>(answers);
  const [consents, setConsents] = useState(false);
  const save = api.useMutation("put", "/api/v1/staffing/me/answers", {
    onSuccess: async () => {
      toastDone(t("questionnaire.saved"));
      onClose();
      await queries.invalidateQueries();
    },
  });
  const scales = (found.data?.scales ?? []) as unknown as Scale[];
  const items = mixed(scales);
  const done = Object.keys(given).length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { answers: given, language: i18n.language === "zh-Hant" ? "zh-Hant" : "en", consents } });
      }}
    >
      <Stack gap="sm">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        <Text size="sm">{t("questionnaire.say")}</Text>
        <Progress value={items.length === 0 ? 0 : (done / items.length) * 100} aria-label={t("questionnaire.count", { done: number(done), all: number(items.length) })} />
        <div>
          {items.map((item) => (
            <div key={item.id} className={classes.answers} role="group" aria-label={words(item.text)}>
              <Text size="sm">{words(item.text)}</Text>
              <SegmentedControl
                size="xs" aria-label={words(item.text)} value={String(given[item.id] ?? "")}
                onChange={(value) => setGiven(value === "" ? Object.fromEntries(Object.entries(given).filter(([id]) => id !== item.id)) : { ...given, [item.id]: Number(value) })}
                data={[{ value: "", label: t("questionnaire.clear") }, ...[1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: value === 1 ? `1 ${t("questionnaire.not_at_all")}` : value === 5 ? `5 ${t("questionnaire.fully")}` : String(value) }))]}
              />
            </div>
          ))}
        </div>
        <Sources scales={scales} />
        <Checkbox label={t("questionnaire.consent")} checked={consents} onChange={(event) => setConsents(event.currentTarget.checked)} />
        <ProblemAlert error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!consents || done === 0}>
            {t("questionnaire.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The sentences of all scales in turn, so that nobody reads those of one scale in a row. */
function mixed(scales: Scale[]): Scale["items"] {
  const longest = Math.max(0, ...scales.map((scale) => scale.items.length));
  return Array.from({ length: longest }, (_, at) => scales.flatMap((scale) => scale.items[at] ?? [])).flat();
}

/** Where the sentences come from, under which licence, and how reliable each scale is. */
export function Sources({ scales }: { scales: Scale[] }) {
  const { t, i18n } = useTranslation("staffing");
  const { number } = useFormats();
  const words = useWords();
  return (
    <details>
      <summary>
        <Text size="sm" component="span">
          {t("questionnaire.sources")}
        </Text>
      </summary>
      <ul className={classes.list}>
        {scales.map((scale) => (
          <li key={scale.id} className={classes.row}>
            <div className={classes.rowMain}>
              <Text size="sm" fw={550}>
                {words(scale.title)}
              </Text>
              <Text size="xs" c="dimmed">
                {t("questionnaire.source", { source: scale.source, licence: scale.licence, alpha: number(scale.alpha, 2), why: words(scale.reliability) })}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      {i18n.language === "zh-Hant" ? <Text size="xs">{t("questionnaire.unvalidated")}</Text> : null}
    </details>
  );
}
