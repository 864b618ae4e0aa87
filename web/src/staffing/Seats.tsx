// Who sits where, role by role, with the seats that are free.
import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./staffing.module.css";
import { type Option, type Placed, type Proposal, ROLES, useRoles, useWords } from "./types";
import { Why } from "./Why";

/** The panel. */
export function Seats({ proposal, option }: { proposal: Proposal; option: Option }) {
  const { t } = useTranslation("staffing");
  const words = useWords();
  const roles = useRoles();
  const [asked, setAsked] = useState<Placed>();
  const wanted = ROLES.filter((role) => role in proposal.seats);
  const without = proposal.people.filter(({ seller }) => (option.roles[seller.id] ?? null) === null);
  return (
    <Panel title={t("seats")} lead={t("seats.lead", { option: words(option.title) })}>
      <div className={classes.roles}>
        {wanted.map((role) => (
          <Role key={role} name={roles(role)} role={role} people={proposal.people.filter(({ seller }) => option.roles[seller.id] === role)} free={option.to_hire[role] ?? 0} onAsk={setAsked} />
        ))}
        {without.length === 0 ? null : <Role name={t("seats.no_seat")} role={null} people={without} free={0} onAsk={setAsked} />}
      </div>
      {asked === undefined ? null : <Why proposal={proposal} option={option} placed={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
}

function Role({ name, role, people, free, onAsk }: { name: string; role: string | null; people: Placed[]; free: number; onAsk: (placed: Placed) => void }) {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  return (
    <section className={classes.role} aria-label={name}>
      <Group justify="space-between">
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {number(people.length)}
        </Text>
      </Group>
      {people.length === 0 && free === 0 ? <Text size="sm">{t("seats.none")}</Text> : null}
      <ul className={classes.list}>
        {people.map((placed) => (
          <Seat key={placed.seller.id} placed={placed} role={role} onAsk={() => onAsk(placed)} />
        ))}
        {free === 0 ? null : (
          <li className={classes.seat} data-free>
            <Text size="sm" fw={550}>
              {t("seats.hire", { count: free, number: number(free) })}
            </Text>
          </li>
        )}
      </ul>
    </section>
  );
}

function Seat({ placed, role, onAsk }: { placed: Placed; role: string | null; onAsk: () => void }) {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  const roles = useRoles();
  const points = role === null ? undefined : placed.points[role];
  const counted = points?.parts.map((part) => part.value * part.weight) ?? [];
  const weight = points?.parts.reduce((sum, part) => sum + part.weight, 0) ?? 0;
  const stays = placed.now === role;
  return (
    <li className={classes.seat}>
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to="/staffing/people/$person" params={{ person: placed.seller.id } as never} size="sm" fw={550}>
          {placed.seller.name}
        </Anchor>
        {placed.locked === null || placed.locked === undefined ? null : (
          <Badge variant="outline" size="sm" className={classes.badge ?? ""}>
            {t("seat.locked")}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {[stays ? t("seat.stays") : t("seat.changes", { role: roles(placed.now) }), points === undefined ? "" : t("seat.points", { points: number(points.total / 100) })].filter(Boolean).join(" · ")}
      </Text>
      {weight === 0 ? null : (
        <div className={classes.parts} aria-hidden>
          {counted.map((part, at) => (
            <span key={at} className={classes.part} style={{ width: `${part / weight}%` }} />
          ))}
        </div>
      )}
      <div>
        <Button size="compact-xs" variant="subtle" onClick={onAsk} aria-label={`${t("seat.why")}: ${placed.seller.name}`}>
          {t("seat.why")}
        </Button>
      </div>
    </li>
  );
}
