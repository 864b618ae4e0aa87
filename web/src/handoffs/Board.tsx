// The board: one column a state, in the order of the way. Arrow keys go from card to card, enter opens one.
import { Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { type Columns, columnsOf, neighbour } from "./columns";
import classes from "./handoffs.module.css";
import { Late, Steps } from "./Progress";
import { StateBadge } from "./StateBadge";
import type { Item } from "./types";
import { unitOf } from "./words";

/** The board. */
export function Board({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const columns = columnsOf(items);
  const board = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => move(event, columns, board.current);
  return (
    <div className={classes.board} ref={board} onKeyDown={onKeyDown}>
      {columns.map(({ name, items: cards }) => (
        <section key={name} className={classes.column} aria-label={t(`state.${name}`)}>
          <div className={classes.columnHead}>
            <Title order={2}>{t(`state.${name}`)}</Title>
            <Text size="sm" c="dimmed" className="figures">
              {number(cards.length)}
            </Text>
          </div>
          {cards.length === 0 ? (
            <Text size="xs" c="dimmed" className={classes.columnEmpty}>
              {t("board.none")}
            </Text>
          ) : (
            <ul className={classes.cards}>
              {cards.map((item) => (
                <Card key={item.id} item={item} isAside={item.state !== name} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function Card({ item, isAside }: { item: Item; isAside: boolean }) {
  const { t } = useTranslation("handoffs");
  const { shortDay } = useFormats();
  const unit = unitOf(item);
  return (
    <li>
      <Link to={`/handoffs/${item.id}`} className={classes.card} data-card={item.id}>
        <span className={classes.cardTitle}>{item.customer.name}</span>
        {unit === "" ? null : <span className={classes.cardText}>{unit}</span>}
        <span className={classes.cardText}>{t("from_to", { from: item.giver.name, to: item.receiver?.name ?? t("receiver.none") })}</span>
        {item.steps ? <Steps steps={item.steps} /> : null}
        <span className={classes.cardFoot}>
          {isAside ? <StateBadge state={item.state} /> : null}
          {item.steps ? <Late count={item.steps.late} /> : null}
          {item.transfer ? <span className={classes.cardText}>{t("board.transfer", { day: shortDay(item.transfer) })}</span> : null}
        </span>
      </Link>
    </li>
  );
}

/** Arrow keys move the focus; everything else is left to the browser. */
function move(event: KeyboardEvent, columns: Columns, board: HTMLElement | null): void {
  const card = (event.target as HTMLElement).closest<HTMLElement>("[data-card]");
  const next = card === null ? undefined : neighbour(columns, card.dataset["card"] ?? "", event.key);
  if (next === undefined) return;
  event.preventDefault();
  board?.querySelector<HTMLElement>(`[data-card="${next}"]`)?.focus();
}
