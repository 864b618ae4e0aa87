// The units as a table: choose, see what keeping each with its owner would cost and why, challenge a move.
import { Anchor, Badge, Button, Checkbox, Group, Modal, Popover, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import Lock from "lucide-react/icons/lock";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./alignments.module.css";
import { type Keeping, type Proposal, type Unit, useAlignmentWords } from "./types";

const ROWS_MAX = 150;

/** The table. */
export function Units({ id, of, units, chosen, onChoose }: { id: string; of: Proposal; units: readonly Unit[]; chosen: ReadonlySet<string>; onChoose: (ids: ReadonlySet<string>) => void }) {
  const { t } = useTranslation("alignments");
  const { number } = useFormats();
  const { money, hours } = useAlignmentWords(of.currency);
  const [search, setSearch] = useState("");
  const [challenged, setChallenged] = useState<Unit | null>(null);
  const names = useMemo(() => new Map(of.people.map((person) => [person.id, person.name])), [of.people]);
  const said = useMemo(() => new Set(of.challenges.filter(({ answer }) => answer === null || answer === undefined).map(({ unit }) => unit)), [of.challenges]);
  const wanted = search.trim().toLowerCase();
  const name = (seller: string | null | undefined) => (seller === null || seller === undefined ? t("nobody") : (names.get(seller) ?? ""));
  const found = wanted === "" ? units : units.filter((unit) => [unit.name, name(unit.owner), name(unit.to)].some((text) => text.toLowerCase().includes(wanted)));
  const toggle = (unit: Unit, is: boolean) => {
    const next = new Set(chosen);
    if (is) next.add(unit.id);
    else next.delete(unit.id);
    onChoose(next);
  };
  const columns: Column<Unit>[] = [
    { id: "choose", header: t("choose"), bare: true, cell: (unit) => <Checkbox size="xs" aria-label={t("choose.name", { name: unit.name })} checked={chosen.has(unit.id)} onChange={(event) => toggle(unit, event.currentTarget.checked)} /> },
    { id: "name", header: t("unit"), bare: true, sort: (unit) => unit.name, cell: (unit) => <Name unit={unit} isChallenged={said.has(unit.id)} /> },
    { id: "owner", header: t("owner"), sort: (unit) => name(unit.owner), cell: (unit) => name(unit.owner) },
    { id: "to", header: t("to"), sort: (unit) => name(unit.to), cell: (unit) => <To unit={unit} name={name(unit.to)} /> },
    { id: "arr", header: t("arr"), align: "end", sort: (unit) => unit.arr, cell: (unit) => <span className="figures">{money(unit.arr)}</span> },
    { id: "hours", header: t("work"), align: "end", sort: (unit) => unit.hours, cell: (unit) => <span className="figures" title={t(`hours_from.${unit.hours_from}` as "hours_from.observed")}>{hours(unit.hours)}</span> },
    { id: "keeping", header: t("keeping"), align: "end", sort: (unit) => unit.keeping?.total ?? null, cell: (unit) => <Why unit={unit} currency={of.currency} owner={name(unit.owner)} to={name(unit.to)} /> },
    ...(of.may_challenge ? [{ id: "challenge", header: t("challenge"), bare: true, cell: (unit: Unit) => (unit.change === "kept" || said.has(unit.id) ? null : <Button size="compact-xs" variant="default" aria-label={t("challenge.name", { name: unit.name })} onClick={() => setChallenged(unit)}>{t("challenge")}</Button>) }] : []),
  ];
  return (
    <div>
      <Group mb="xs" justify="space-between" align="flex-end">
        <TextInput size="xs" w={260} label={t("find")} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        <Group gap="xs">
          <Text size="xs" c="dimmed">{found.length > ROWS_MAX ? t("rows.some", { shown: number(ROWS_MAX), count: found.length }) : t("rows", { count: found.length })}</Text>
          {found.length === 0 ? null : <Button size="compact-xs" variant="default" onClick={() => onChoose(new Set(found.map((unit) => unit.id)))}>{t("choose.all")}</Button>}
        </Group>
      </Group>
      <DataTable label={t("units")} rows={found.slice(0, ROWS_MAX)} columns={columns} rowKey={(unit) => unit.id} maxHeight={560} start={{ by: "arr", descending: true }} empty={<Text size="sm" c="dimmed" py="md">{t("rows.none")}</Text>} />
      <Objection id={id} of={of} unit={challenged} onClose={() => setChallenged(null)} />
    </div>
  );
}

function Name({ unit, isChallenged }: { unit: Unit; isChallenged: boolean }) {
  const { t } = useTranslation("alignments");
  const held = unit.held;
  return (
    <div>
      <Anchor component={Link} size="sm" to="/customers/$id" params={{ id: unit.customer } as never}>{unit.name}</Anchor>
      <Group gap={4} mt={2}>
        {held === null || held === undefined ? null : (
          <Badge size="xs" variant="light" color="gray" leftSection={<Lock size={9} aria-hidden />} title={held.reason}>{t(`held.${held.by}` as "held.lock")}</Badge>
        )}
        {unit.hunter === null || unit.hunter === undefined ? null : <Badge size="xs" variant="light">{t("pipeline")}</Badge>}
        {isChallenged ? <Badge size="xs" variant="light" color="yellow">{t("challenged")}</Badge> : null}
        {unit.place_known ? null : <Badge size="xs" variant="light" color="yellow">{t("unplaced")}</Badge>}
      </Group>
    </div>
  );
}

function To({ unit, name }: { unit: Unit; name: string }) {
  const { t } = useTranslation("alignments");
  const { list } = useFormats();
  return (
    <>
      {unit.change === "kept" ? <Text size="sm" c="dimmed">{t("change.kept")}</Text> : (
        <>
          <Text size="sm" fw={550}>{name}</Text>
          <Text size="xs" c="dimmed">{t(`change.${unit.change}` as "change.moved")}</Text>
        </>
      )}
      {unit.lacks.length === 0 ? null : <Text size="xs">{t("lacks", { skills: list(unit.lacks) })}</Text>}
    </>
  );
}

const PARTS = ["hours", "potential", "travel", "channel", "skills", "change"] as const;

/** What keeping it would cost, opening to what that is made of. */
function Why({ unit, currency, owner, to }: { unit: Unit; currency: string; owner: string; to: string }) {
  const { t } = useTranslation("alignments");
  const { list } = useFormats();
  const { money } = useAlignmentWords(currency);
  const keeping = unit.keeping;
  if (keeping === null || keeping === undefined) {
    return <Text size="xs" c="dimmed">{unit.change === "kept" ? "–" : t(unit.hunter !== null && unit.hunter !== undefined ? "keeping.pipeline" : unit.change === "moved" ? "keeping.never" : "keeping.hunter")}</Text>;
  }
  const parts = PARTS.filter((part) => Math.abs(keeping[part as keyof Keeping] ?? 0) >= 1);
  const sentence = (part: (typeof PARTS)[number]) => {
    const cost = money(keeping[part] ?? 0);
    if (part !== "skills") return t(`keeping.${part}`, { cost });
    const [who, skills] = (keeping.skills ?? 0) > 0 ? [owner, unit.owner_lacks] : [to, unit.lacks];
    return t("keeping.skills", { cost, who, skills: list(skills) });
  };
  return (
    <Popover withArrow shadow="md" width={300}>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" className="figures" aria-label={t("keeping.name", { name: unit.name, cost: money(keeping.total) })}>{money(keeping.total)}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600}>{t(keeping.total >= 0 ? "keeping.costs" : "keeping.saves", { owner, cost: money(Math.abs(keeping.total)) })}</Text>
        <ul className={classes.why}>
          {parts.map((part) => (
            <li key={part}>{sentence(part)}</li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Objection({ id, of, unit, onClose }: { id: string; of: Proposal; unit: Unit | null; onClose: () => void }) {
  const { t } = useTranslation("alignments");
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const say = api.useMutation("post", "/api/v1/alignments/{id}/challenges", {
    onSuccess: async () => {
      toastDone(t("challenge.done"));
      setReason("");
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal opened={unit !== null} onClose={onClose} title={t("challenge.name", { name: unit?.name ?? "" })} closeButtonProps={{ "aria-label": t("close") }}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t("challenge.lead")}</Text>
        <ProblemAlert error={say.error} />
        <Textarea label={t("reason")} autosize minRows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        <Button disabled={reason.trim() === ""} loading={say.isPending} onClick={() => say.mutate({ params: { path: { id } }, body: { proposal: of.key, unit: unit?.id ?? "", reason } })}>{t("challenge.say")}</Button>
      </Stack>
    </Modal>
  );
}
