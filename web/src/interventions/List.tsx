// Everything that was tried, is going on or is planned, the latest first, each with what came of it.
import { Anchor, Button, Group, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import Compass from "lucide-react/icons/compass";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { Interval } from "./Interval";
import classes from "./interventions.module.css";
import type { Short } from "./types";
import { VerdictBadge } from "./VerdictBadge";
import { useAmounts } from "./words";

/** The page. */
export function List() {
  const { t } = useTranslation("interventions");
  const found = api.useQuery("get", "/api/v1/interventions");
  const choices = api.useQuery("get", "/api/v1/interventions/choices");
  const mayChange = choices.data?.may_change === true;
  const items = found.data?.items ?? [];
  const act = mayChange && items.length > 0 ? (
    <Group gap="xs">
      <Button variant="default" component={Link} to="/redirect/new">{t("new")}</Button>
      <Button component={Link} to="/redirect/pilot">{t("page.pilot")}</Button>
    </Group>
  ) : undefined;
  return (
    <Frame at="list" act={act}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      {found.data !== undefined && items.length === 0 ? (
        <Panel>
          <EmptyState icon={Compass} title={t("empty")} text={t(mayChange ? "empty.text" : "empty.others")} {...(mayChange ? { act: { label: t("page.pilot"), to: "/redirect/pilot" } } : {})} />
        </Panel>
      ) : null}
      {items.length === 0 ? null : (
        <>
          <Steps items={items} />
          <Panel title={t("list")} lead={t("list.lead")} flush>
            <ul className={classes.list}>
              {items.map((one) => <Row key={one.id} one={one} currency={choices.data?.currency} />)}
            </ul>
          </Panel>
        </>
      )}
    </Frame>
  );
}

/** The article's order, with how far the company is in it. */
function Steps({ items }: { items: Short[] }) {
  const { t } = useTranslation("interventions");
  const { number } = useFormats();
  const judged = items.filter(({ state }) => state === "judged");
  const count = (word: string) => judged.filter(({ verdict }) => verdict === word).length;
  const running = items.filter(({ state }) => state === "running").length;
  const opened = items.filter(({ splitting_at: at }) => at !== null && at !== undefined).length;
  const said = [
    t("sum.judged", { count: judged.length, number: number(judged.length) }),
    t("sum.worked", { number: number(count("worked")) }),
    t("sum.partly", { number: number(count("partly")) }),
    t("sum.did_not", { number: number(count("did_not")) }),
    t("sum.running", { number: number(running) }),
  ];
  return (
    <Panel title={t("order")} lead={t("order.lead")}>
      <Text size="sm">{said.join(" · ")}</Text>
      {opened === 0 ? null : (
        <Text size="sm" mt={4}>
          <Anchor component={Link} underline="always" to="/decide">{t("sum.opened", { count: opened, number: number(opened) })}</Anchor>
        </Text>
      )}
    </Panel>
  );
}

function Row({ one, currency }: { one: Short; currency: string | undefined }) {
  const { t } = useTranslation("interventions");
  const { date, number } = useFormats();
  const { signed } = useAmounts(one.unit, currency);
  const people = one.people === null || one.people === undefined ? t("people.all") : t("people.count", { count: one.people, number: number(one.people) });
  const known = one.estimate !== null && one.estimate !== undefined;
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Anchor component={Link} to="/redirect/$id" params={{ id: one.id } as never} fw={550}>{one.name}</Anchor>
        <Text size="sm">{t(`kind.${one.kind}` as "kind.training")} · {t(`aim.${one.aim}` as "aim.crowd_out")}</Text>
        <Text size="xs" c="dimmed">
          {[t("span", { from: date(one.start), to: date(one.end) }), people, t(one.drawn ? "drawn" : "chosen")].join(" · ")}
        </Text>
      </div>
      <div className={classes.rowEffect}>
        <Interval unit={one.unit} currency={currency} expected={one.expected} estimate={one.estimate} low={one.low} high={one.high} />
        <Text size="xs" c="dimmed">
          {t(`outcome.${one.outcome}` as "outcome.won")}: {known ? t("effect.of", { estimate: signed(one.estimate ?? 0), expected: signed(one.expected) }) : t("effect.hoped", { expected: signed(one.expected) })}
        </Text>
      </div>
      <VerdictBadge of={one} />
    </li>
  );
}
