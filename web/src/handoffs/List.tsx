// Handoffs as a table; on phones as cards.
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../shared/DataTable";
import { Panel } from "../shared/Panel";
import { DateText } from "../shared/values";
import classes from "./handoffs.module.css";
import { Late, Steps } from "./Progress";
import { StateBadge } from "./StateBadge";
import { type Item, WAY } from "./types";
import { unitOf } from "./words";

/** The table. */
export function List({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation("handoffs");
  const columns: Column<Item>[] = [
    { id: "customer", header: t("customer"), cell: (item) => <Name item={item} />, sort: (item) => item.customer.name, bare: true },
    { id: "state", header: t("all.state"), cell: (item) => <StateBadge state={item.state} />, sort: (item) => place(item) },
    { id: "giver", header: t("party.giver"), cell: (item) => item.giver.name, sort: (item) => item.giver.name },
    { id: "receiver", header: t("party.receiver"), cell: (item) => item.receiver?.name ?? t("receiver.none"), sort: (item) => item.receiver?.name },
    { id: "transfer", header: t("transfer"), cell: (item) => <DateText value={item.transfer} />, sort: (item) => item.transfer },
    { id: "steps", header: t("steps"), cell: (item) => (item.steps ? <Steps steps={item.steps} /> : "–"), sort: (item) => (item.steps ? item.steps.over / Math.max(1, item.steps.all) : null) },
    { id: "late", header: t("late"), cell: (item) => (item.steps && item.steps.late > 0 ? <Late count={item.steps.late} /> : "–"), sort: (item) => item.steps?.late ?? 0 },
  ];
  return (
    <Panel flush>
      <DataTable label={t("page.all")} rows={items} columns={columns} rowKey={(item) => item.id} />
    </Panel>
  );
}

function Name({ item }: { item: Item }) {
  const unit = unitOf(item);
  return (
    <>
      <Link to={`/handoffs/${item.id}`} className={classes.lineTitle}>
        {item.customer.name}
      </Link>
      {unit === "" ? null : <div className={classes.small}>{unit}</div>}
    </>
  );
}

/** States in the order of the way; what leads aside comes behind. */
function place({ state }: Item): number {
  const at = (WAY as readonly string[]).indexOf(state);
  return at < 0 ? WAY.length : at;
}
