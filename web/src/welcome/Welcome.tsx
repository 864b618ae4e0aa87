// What a customer reads when the contact changes: who is coming, why it helps, what stays, what happens next; and a few questions.
import { Box, Button, List, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { ArrowRight, CalendarPlus } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { isStatus } from "../api/problem";
import { formats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Questions } from "./Questions";
import classes from "./welcome.module.css";

type Shown = Wire["CustomerPage"];
type Say = (key: string, values?: Record<string, string>) => string;

/** The customer's page. */
export function Welcome() {
  const { key } = useParams({ from: "/welcome/$key" });
  const found = api.useQuery("get", "/api/v1/welcome/{key}", { params: { path: { key } } }, { retry: false });
  return (
    <Box component="main" className={classes.page}>
      {found.isPending ? <Skeleton height={480} maw={680} w="100%" /> : null}
      {isStatus(found.error, 404) ? <Gone /> : <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {found.data === undefined ? null : <Letter page={found.data} linkKey={key} />}
    </Box>
  );
}

function Gone() {
  const { t } = useTranslation("welcome");
  return (
    <Stack className={classes.sheet} gap="xs">
      <Title order={1}>{t("gone")}</Title>
      <Text c="dimmed">{t("gone.lead")}</Text>
    </Stack>
  );
}

function Letter({ page, linkKey }: { page: Shown; linkKey: string }) {
  const { i18n } = useTranslation();
  // The customer's language, whatever this device's page speaks.
  const say = i18n.getFixedT(page.language, "welcome") as unknown as Say;
  const names = { giver: page.giver, receiver: page.receiver ?? "", company: page.company, customer: page.customer };
  const title = say("title");
  useEffect(() => {
    document.documentElement.lang = page.language;
    document.title = `${title} · ${page.company}`;
  }, [page.language, page.company, title]);
  const known = page.receiver !== undefined && page.receiver !== null;
  const lines = (part: "helps" | "stays") => ["1", "2", "3"].map((line) => <List.Item key={line}>{say(`${part}.${line}`, names)}</List.Item>);
  return (
    <Stack className={classes.sheet} gap="xl" lang={page.language}>
      <Stack gap={6}>
        <Text c="dimmed" size="sm">
          {say("hello", names)}
        </Text>
        <Title order={1}>{title}</Title>
        <Text size="lg">{say(known ? "lead" : "lead.open", names)}</Text>
      </Stack>
      <div className={classes.people}>
        <Person name={page.giver} label={say("so_far")} />
        <ArrowRight aria-hidden size={22} className={classes.arrow} />
        <Person name={page.receiver ?? say("soon")} label={say("from_now")} isNew />
      </div>
      <section>
        <Title order={2}>{say("next")}</Title>
        <Steps page={page} say={say} names={names} linkKey={linkKey} known={known} />
      </section>
      <section>
        <Title order={2}>{say("helps")}</Title>
        <List className={classes.list}>{lines("helps")}</List>
      </section>
      <section>
        <Title order={2}>{say("stays")}</Title>
        <List className={classes.list}>{lines("stays")}</List>
      </section>
      <Questions page={page} linkKey={linkKey} say={say} />
      <Text size="sm" c="dimmed">
        {say("until", { day: formats(page.language).date(page.until) })}
      </Text>
    </Stack>
  );
}

function Person({ name, label, isNew = false }: { name: string; label: string; isNew?: boolean }) {
  const letter = Array.from(name)[0] ?? "?";
  return (
    <div className={classes.person}>
      <span className={classes.face} data-new={isNew} aria-hidden>
        {letter}
      </span>
      <span>
        <span className={classes.label}>{label}</span>
        <span className={classes.name}>{name}</span>
      </span>
    </div>
  );
}

function Steps(props: { page: Shown; say: Say; names: Record<string, string>; linkKey: string; known: boolean }) {
  const { page, say, names, known } = props;
  const at = page.stage === "done" ? 3 : page.stage === "together" ? 1 : 0;
  const day = (value: string | null | undefined) => (value == null ? say("day.open") : formats(page.language).date(value));
  const steps = [
    { said: say(known ? "next.read" : "next.read.open", names), day: undefined },
    { said: say("next.introduction"), day: day(page.introduction) },
    { said: say(known ? "next.transfer" : "next.transfer.open", names), day: day(page.transfer) },
    { said: say("next.later"), day: undefined },
  ];
  return (
    <ol className={classes.steps}>
      {steps.map((step, place) => (
        <li key={step.said} data-done={place < at} data-now={place === at} aria-current={place === at ? "step" : undefined}>
          <span>{step.said}</span>
          {step.day === undefined ? null : <span className={classes.day}>{step.day}</span>}
          {place === 1 && page.introduction != null && page.stage !== "done" ? (
            <Button
              component="a" href={`/api/v1/welcome/${props.linkKey}/introduction.ics`} download="introduction.ics" variant="default" size="xs"
              leftSection={<CalendarPlus size={15} aria-hidden />} mt={6}
            >
              {say("calendar")}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
