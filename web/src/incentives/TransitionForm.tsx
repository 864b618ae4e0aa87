// The share that the giver of a unit keeps for a while: month by month to a named end, on conditions, within a budget.
import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, Stack, Switch } from "@mantine/core";
import Trash from "lucide-react/icons/trash-2";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import { Chips, Percent } from "./ComponentForm";
import classes from "./incentives.module.css";
import { list, part, parts, percent, percentText, replaced, ROLES, set, SPANS, text, texts } from "./tree";
import type { Tree } from "./types";

interface Props {
  tree: Tree;
  onChange: (tree: Tree) => void;
}

/** The panel. */
export function TransitionForm({ tree, onChange }: Props) {
  const { t } = useTranslation("incentives");
  const transition = part(tree["transition"]);
  const put = (next: Tree | undefined) => onChange(set(tree, "transition", next));
  const begun = (): Tree => ({
    from: ["hunter", "generalist"], to: ["account_manager", "inside_account_manager"],
    components: parts(tree["components"]).map((one) => text(one["id"])), shares: ["100 %", "75 %", "50 %", "25 %", "0 %"],
  });
  return (
    <Panel title={t("transition")} lead={t("transition.lead")} act={<Switch label={t("transition.on")} checked={transition !== undefined} onChange={(event) => put(event.currentTarget.checked ? begun() : undefined)} />}>
      {transition === undefined ? null : <Shared transition={transition} onChange={put} currency={text(tree["currency"])} />}
    </Panel>
  );
}

function Shared({ transition, onChange, currency }: { transition: Tree; onChange: (next: Tree) => void; currency: string }) {
  const { t } = useTranslation("incentives");
  const put = (key: string, value: Parameters<typeof set>[2]) => onChange(set(transition, key, value));
  return (
    <Stack gap="sm">
      <Chips label={t("transition.from")} all={ROLES} prefix="role" value={texts(transition["from"])} onChange={(next) => put("from", next)} />
      <Chips label={t("transition.to")} all={ROLES} prefix="role" value={texts(transition["to"])} onChange={(next) => put("to", next)} />
      {transition["linear_months"] === undefined ? (
        <Shares transition={transition} onChange={onChange} />
      ) : (
        <NumberInput w={220} label={t("transition.linear")} min={1} max={24} value={text(transition["linear_months"])} onChange={(next) => put("linear_months", next)} />
      )}
      <Select
        w={300} maw="100%" label={t("transition.paid_by")} allowDeselect={false} value={text(transition["paid_by"]) || "receiver"}
        data={["receiver", "company"].map((value) => ({ value, label: t(`transition.paid_by.${value}` as "transition.paid_by.company") }))} onChange={(next) => put("paid_by", next ?? "receiver")}
      />
      <Conditions transition={transition} onChange={onChange} />
      <BudgetFields transition={transition} onChange={onChange} currency={currency} />
    </Stack>
  );
}

type Part = { transition: Tree; onChange: (next: Tree) => void };

function Shares({ transition, onChange }: Part) {
  const { t } = useTranslation("incentives");
  const shares = list(transition["shares"]);
  const put = (next: typeof shares) => onChange(set(transition, "shares", next));
  return (
    <div role="group" aria-label={t("transition.shares")}>
      <div className={classes.shares} aria-hidden>
        {shares.map((share, at) => (
          <span key={at} className={classes.shareBar} style={{ height: `${Math.min(100, Number(percent(share)) || 0)}%` }} />
        ))}
      </div>
      <Group gap="xs" align="flex-end">
        {shares.map((share, at) => (
          <NumberInput key={at} w={96} size="xs" label={t("transition.month", { number: at + 1 })} suffix=" %" min={0} max={100} value={percent(share)} onChange={(next) => put(replaced(shares, at, percentText(next)))} />
        ))}
        <Button size="compact-sm" variant="default" onClick={() => put([...shares, "0 %"])}>
          {t("transition.add")}
        </Button>
        <ActionIcon variant="default" size="md" disabled={shares.length < 2} aria-label={t("transition.remove")} onClick={() => put(shares.slice(0, -1))}>
          <Trash size={14} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  );
}

function Conditions({ transition, onChange }: Part) {
  const { t } = useTranslation("incentives");
  const held = part(transition["held"]);
  const put = (next: Tree | undefined) => onChange(set(transition, "held", next));
  return (
    <Stack gap="xs">
      <Checkbox label={t("transition.held")} checked={held !== undefined} onChange={(event) => put(event.currentTarget.checked ? { part: "50 %", brief_accepted: true, retained_days: 90 } : undefined)} />
      {held === undefined ? null : (
        <Group gap="sm" align="flex-end">
          <Percent width={130} label={t("held.part")} value={held["part"]} onChange={(next) => put({ ...held, part: next })} />
          <NumberInput w={200} label={t("held.days")} min={1} max={365} value={text(held["retained_days"])} onChange={(next) => put({ ...held, retained_days: Number(next) || 1 })} />
          <Checkbox mb={8} label={t("held.brief")} checked={held["brief_accepted"] === true} onChange={(event) => put({ ...held, brief_accepted: event.currentTarget.checked })} />
        </Group>
      )}
    </Stack>
  );
}

function BudgetFields({ transition, onChange, currency }: Part & { currency: string }) {
  const { t } = useTranslation("incentives");
  const budget = part(transition["budget"]);
  const put = (next: Tree | undefined) => onChange(set(transition, "budget", next));
  return (
    <Stack gap="xs">
      <Checkbox label={t("transition.budget")} checked={budget !== undefined} onChange={(event) => put(event.currentTarget.checked ? { amount: 5_000, per: "quarter" } : undefined)} />
      {budget === undefined ? null : (
        <Group gap="sm" align="flex-end">
          <NumberInput w={200} label={t("budget.amount", { currency })} min={0} thousandSeparator="," value={text(budget["amount"])} onChange={(next) => put({ ...budget, amount: next })} />
          <Select w={150} label={t("tiers.per")} allowDeselect={false} value={text(budget["per"])} data={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))} onChange={(next) => put({ ...budget, per: next ?? "quarter" })} />
        </Group>
      )}
    </Stack>
  );
}
