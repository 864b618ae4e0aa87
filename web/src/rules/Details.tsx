// Below the draft, what it would do in detail: rule by rule, who passes on, and how books change.
import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Loads } from "./Loads";
import classes from "./rules.module.css";
import type { TryOut } from "./types";
import { useFactWords } from "./words";

/** The panels. */
export function Details({ tried, isOld }: { tried: TryOut; isOld: boolean }) {
  return (
    <div className={classes.details} data-old={isOld || undefined}>
      <PerRule tried={tried} />
      <Moves tried={tried} />
      <Loads tried={tried} />
    </div>
  );
}

interface Line {
  key: string;
  name: ReactNode;
  hand_off: number | null;
  keep: number | null;
  ask: number | null;
  arr: number | null;
}

function PerRule({ tried }: { tried: TryOut }) {
  const { t } = useTranslation("rules");
  const { number, amount } = useFormats();
  const money = (value: number | null) => (value === null ? "–" : amount({ amount: String(value), currency: tried.currency }, "short"));
  const rules = tried.rules.map(({ rule, answers }): Line => ({
    key: `rule ${rule ?? ""}`, name: rule ?? t("per_rule.none"), hand_off: answers.hand_off.units, keep: answers.keep.units, ask: answers.ask.units,
    arr: answers.hand_off.arr + answers.keep.arr + answers.ask.arr,
  }));
  const holds = tried.holds.map(({ name, units, arr }): Line => ({ key: `hold ${name}`, name: t("per_rule.hold", { name }), hand_off: null, keep: units, ask: null, arr: arr ?? null }));
  const count = (id: "hand_off" | "keep" | "ask"): Column<Line> => ({ id, header: t(`answer.${id}`), align: "end", cell: (line) => (line[id] === null ? "–" : number(line[id])) });
  const columns: Column<Line>[] = [
    { id: "rule", header: t("per_rule.rule"), cell: (line) => <span className={classes.ruleName}>{line.name}</span> },
    count("hand_off"), count("keep"), count("ask"),
    { id: "arr", header: t("arr"), align: "end", cell: (line) => money(line.arr) },
  ];
  return (
    <Panel title={t("per_rule")} lead={t("per_rule.lead")} flush>
      <DataTable label={t("per_rule")} rows={[...rules, ...holds]} columns={columns} rowKey={(line) => line.key} phone="scroll" />
    </Panel>
  );
}

type Move = TryOut["moves"][number];

function Moves({ tried }: { tried: TryOut }) {
  const { t } = useTranslation("rules");
  const { number, amount } = useFormats();
  const { role } = useFactWords();
  const columns: Column<Move>[] = [
    { id: "customer", header: t("customer"), cell: (move) => <Link to={`/customers/${move.customer.id}`} className={classes.link}>{move.customer.name}</Link>, sort: (move) => move.customer.name },
    { id: "unit", header: t("unit"), cell: (move) => move.unit.name, sort: (move) => move.unit.name },
    { id: "from", header: t("move.from"), cell: (move) => move.from?.name ?? "–", sort: (move) => move.from?.name },
    { id: "receiver", header: t("move.receiver"), cell: (move) => <Receiver move={move} role={role} />, sort: (move) => move.receiver?.name },
    { id: "rule", header: t("per_rule.rule"), cell: (move) => move.rule ?? t("move.exception"), sort: (move) => move.rule },
    { id: "arr", header: t("arr"), align: "end", cell: (move) => amount({ amount: String(move.arr), currency: tried.currency }), sort: (move) => move.arr },
  ];
  const total = tried.answers.hand_off.units;
  const lead = total > tried.moves.length ? t("moves.some", { shown: number(tried.moves.length), total: number(total) }) : t("moves.lead");
  if (total === 0) {
    return (
      <Panel title={t("moves")}>
        <Text size="sm">{t("moves.none")}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={t("moves")} lead={lead} flush>
      <DataTable label={t("moves")} rows={tried.moves} columns={columns} rowKey={(move) => move.unit.id} maxHeight={420} />
    </Panel>
  );
}

function Receiver({ move, role }: { move: Move; role: (name: string) => string }) {
  const { t } = useTranslation("rules");
  const to = move.to === null || move.to === undefined ? null : role(move.to);
  return (
    <span>
      {move.receiver?.name ?? t("move.nobody")}{" "}
      {to === null ? null : (
        <Text span size="xs" c="dimmed">
          {to}
        </Text>
      )}
    </span>
  );
}
