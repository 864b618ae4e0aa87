// The customer's side: pages that were made, a new one with its address, and what the customer answered.
import { Badge, Button, CopyButton, Group, Modal, NumberInput, SegmentedControl, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone, toastProblem } from "../shared/toast";
import classes from "./handoffs.module.css";
import type { Handoff } from "./types";

const LANGUAGES = [{ value: "en", label: "English" }, { value: "zh-Hant", label: "繁體中文" }];
const DAYS = 90;
const DAYS_MAX = 365;

/** The part. */
export function CustomerSide({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const [isNew, setNew] = useState(false);
  const found = api.useQuery("get", "/api/v1/handoffs/{id}/customer-pages", { params: { path: { id: handoff.id } } });
  const isTold = ["accepted", "preparing", "introducing", "overlapping", "transferred"].includes(handoff.handoff.state);
  const make = handoff.parties.length === 0 || !isTold ? undefined : (
    <Button size="xs" variant="default" onClick={() => setNew(true)}>
      {t("customer.make")}
    </Button>
  );
  return (
    <>
      <Panel title={t("part.customer")} lead={t("customer.lead")} act={make} flush>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.data === undefined ? found.isError ? null : <Skeleton height={120} /> : <Links links={found.data.links} handoff={handoff} />}
      </Panel>
      {found.data === undefined ? null : <Answers answers={found.data.answers} />}
      <Modal opened={isNew} onClose={() => setNew(false)} title={t("customer.make")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <NewPage handoff={handoff} onDone={() => setNew(false)} />
      </Modal>
    </>
  );
}

function Links({ links, handoff }: { links: Wire["CustomerLink"][]; handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  if (links.length === 0) {
    return (
      <Text size="sm" c="dimmed" className={classes.pad}>
        {t("customer.none")}
      </Text>
    );
  }
  return (
    <ul className={classes.lines}>
      {links.map((link) => (
        <Link key={link.id} link={link} handoff={handoff} />
      ))}
    </ul>
  );
}

function Link({ link, handoff }: { link: Wire["CustomerLink"]; handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const queries = useQueryClient();
  const [now] = useState(() => new Date().toISOString());
  const revoke = api.useMutation("delete", "/api/v1/handoffs/{id}/customer-pages/{page}", {
    onSuccess: async () => {
      toastDone(t("customer.was_revoked"));
      await queries.invalidateQueries();
    },
    onError: toastProblem,
  });
  const isRevoked = link.revoked != null;
  const isOver = isRevoked || link.expires < now;
  const language = LANGUAGES.find(({ value }) => value === link.language)?.label ?? link.language;
  const ends = isRevoked ? t("customer.revoked", { day: date(link.revoked ?? "") }) : t(isOver ? "customer.expired" : "customer.until", { day: date(link.expires) });
  return (
    <li className={classes.line}>
      <div className={classes.lineMain}>
        <Text size="sm" fw={550}>
          {t("customer.link", { language, by: link.by, day: date(link.made) })}
        </Text>
        <Text size="sm" c="dimmed">
          {ends}
        </Text>
      </div>
      <Group gap={6} className={classes.lineAside}>
        <Badge variant="outline" size="sm" className={classes.badge} data-tone={link.opened == null ? undefined : "good"}>
          {link.opened == null ? t("customer.unread") : t("customer.read", { day: date(link.opened) })}
        </Badge>
        {isOver || handoff.parties.length === 0 ? null : (
          <Button
            size="compact-sm" variant="subtle" color="gray" className={classes.override} loading={revoke.isPending}
            onClick={() => revoke.mutate({ params: { path: { id: handoff.id, page: link.id } } })}
          >
            {t("customer.revoke")}
          </Button>
        )}
      </Group>
    </li>
  );
}

function NewPage({ handoff, onDone }: { handoff: Handoff; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [language, setLanguage] = useState("en");
  const [days, setDays] = useState(DAYS);
  const make = api.useMutation("post", "/api/v1/handoffs/{id}/customer-pages", { onSuccess: () => queries.invalidateQueries() });
  if (make.data !== undefined) return <Made linkKey={make.data.key} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ params: { path: { id: handoff.id } }, body: { language, days } });
  };
  return (
    <form onSubmit={submit} aria-label={t("customer.make")}>
      <Stack gap="sm">
        <ProblemAlert error={make.error} />
        <SegmentedControl aria-label={t("customer.language")} value={language} data={LANGUAGES} onChange={setLanguage} />
        <NumberInput label={t("customer.days")} value={days} min={1} max={DAYS_MAX} allowDecimal={false} onChange={(value) => setDays(Number(value))} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shared("cancel")}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {t("customer.make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Made({ linkKey, onDone }: { linkKey: string; onDone: () => void }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const address = `${window.location.origin}/welcome/${linkKey}`;
  return (
    <Stack gap="sm">
      <Text role="status">{t("customer.made")}</Text>
      <TextInput label={t("customer.address")} description={t("customer.address.help")} value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Group justify="flex-end">
        <Button component="a" href={address} target="_blank" rel="noreferrer" variant="default">
          {t("customer.open")}
        </Button>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? "customer.copied" : "customer.copy")}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{shared("close")}</Button>
      </Group>
    </Stack>
  );
}

/** What the customer answered, before and after. */
function Answers({ answers }: { answers: Wire["CustomerSaid"][] }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  return (
    <Panel title={t("customer.answers")} flush>
      {answers.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes.pad}>
          {t("customer.answers.none")}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {answers.map(({ moment, answer, at }) => (
            <li key={moment} className={classes.line}>
              <div className={classes.lineMain}>
                <Text size="sm" fw={550}>
                  {[t(`customer.${moment}`), t("customer.confidence", { mark: answer.confidence })].join(" · ")}
                </Text>
                <Text size="sm" c="dimmed">
                  {[
                    date(at),
                    answer.in_time == null ? "" : t(answer.in_time ? "customer.in_time" : "customer.not_in_time"),
                    answer.repeated == null ? "" : t(`customer.repeated.${answer.repeated as "never" | "once" | "often"}`),
                  ].filter(Boolean).join(" · ")}
                </Text>
                {answer.note == null ? null : <Text size="sm">{answer.note}</Text>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
