// One thing that is paid for: for whom, for what, how much, and what is given back.
import { ActionIcon, Button, Checkbox, Chip, Group, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import Trash from "lucide-react/icons/trash-2";
import { useTranslation } from "react-i18next";
import classes from "./incentives.module.css";
import { MOVEMENTS, number, othersOf, part, parts, percent, percentText, replaced, ROLES, set, SPANS, text, texts, WAYS, way, type Way, withWay } from "./tree";
import type { Tree } from "./types";

interface Props {
  component: Tree;
  currency: string;
  onChange: (component: Tree | undefined) => void;
}

/** The card. */
export function ComponentForm({ component, currency, onChange }: Props) {
  const { t } = useTranslation("incentives");
  const name = text(component["name"]) || text(component["id"]);
  const put = (key: string, value: Parameters<typeof set>[2]) => onChange(set(component, key, value));
  const back = part(component["claw_back"]);
  const kept = othersOf(component);
  return (
    <fieldset className={classes.card}>
      <legend className={classes.legend}>{name}</legend>
      <Stack gap="sm">
        <Group align="flex-end" wrap="nowrap">
          <TextInput flex={1} label={t("component.name")} value={text(component["name"])} onChange={(event) => put("name", event.currentTarget.value)} />
          <ActionIcon variant="default" size="lg" aria-label={t("component.remove", { name })} onClick={() => onChange(undefined)}>
            <Trash size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <Chips label={t("component.roles")} note={t("component.roles.note")} all={ROLES} prefix="role" value={texts(component["roles"])} onChange={(next) => put("roles", next)} />
        <Chips label={t("component.on")} all={MOVEMENTS} prefix="movement" value={texts(component["on"])} onChange={(next) => put("on", next)} />
        <Pays component={component} currency={currency} onChange={onChange} />
        <Checkbox label={t("component.pay_on")} checked={text(component["pay_on"]) === "invoice_paid"} onChange={(event) => put("pay_on", event.currentTarget.checked ? "invoice_paid" : undefined)} />
        <Group gap="sm" align="flex-end">
          <Checkbox
            label={t("component.claw_back")} checked={back !== undefined}
            onChange={(event) => put("claw_back", event.currentTarget.checked ? { within_months: 12, part: "remaining" } : undefined)}
          />
          {back === undefined ? null : (
            <NumberInput w={150} size="xs" label={t("component.months")} min={1} max={60} value={Number(back["within_months"] ?? 12)} onChange={(next) => put("claw_back", { ...back, within_months: Number(next) || 1 })} />
          )}
        </Group>
        <NumberInput
          w={300} maw="100%" size="xs" label={t("component.contract")} placeholder={t("component.contract.none")} min={1} max={120} value={text(component["contract_months"])}
          onChange={(next) => put("contract_months", number(next))}
        />
        {kept.length === 0 ? null : (
          <Text size="xs" c="dimmed">
            {t("editor.kept", { parts: kept.join(", ") })}
          </Text>
        )}
      </Stack>
    </fieldset>
  );
}

interface ChipsProps {
  label: string;
  note?: string;
  all: readonly string[];
  /** Which words of the page say what they are; what has none goes by the names given, or by itself. */
  prefix?: "role" | "movement" | "span";
  named?: readonly { value: string; label: string }[];
  value: string[];
  onChange: (value: string[]) => void;
}

/** Several of a short list. */
export function Chips(props: ChipsProps) {
  const { t } = useTranslation("incentives");
  const named = (one: string) => props.named?.find(({ value }) => value === one)?.label ?? one;
  // What a document names beyond the usual is kept in sight.
  const all = [...new Set([...props.all, ...props.value])];
  return (
    <div role="group" aria-label={props.label}>
      <Text size="sm" fw={500} mb={4}>
        {props.label}
      </Text>
      <Chip.Group multiple value={props.value} onChange={props.onChange}>
        <Group gap={6}>
          {all.map((one) => (
            <Chip key={one} value={one} size="xs" variant="outline">
              {props.prefix === undefined ? named(one) : t(`${props.prefix}.${one}` as "role.hunter", { defaultValue: one })}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {props.note === undefined ? null : (
        <Text size="xs" c="dimmed" mt={4}>
          {props.note}
        </Text>
      )}
    </div>
  );
}

function Pays({ component, currency, onChange }: Props) {
  const { t } = useTranslation("incentives");
  const how = way(component);
  return (
    <Stack gap="xs">
      <div className={classes.fields}>
        <Select
          label={t("component.way")} allowDeselect={false} value={how} data={WAYS.map((one) => ({ value: one, label: t(`way.${one}`) }))}
          onChange={(next) => next !== null && onChange(withWay(component, next as Way))}
        />
        {how === "rate" ? <Percent label={t("component.rate")} value={component["rate"]} onChange={(next) => onChange(set(component, "rate", next))} /> : null}
        {how === "fixed" || how === "fixed_each" ? (
          <NumberInput label={t("component.amount", { currency })} min={0} value={text(component[how])} onChange={(next) => onChange(set(component, how, next))} />
        ) : null}
      </div>
      {how === "tiers" ? <Tiers component={component} currency={currency} onChange={onChange} /> : null}
    </Stack>
  );
}

/** A percentage. */
export function Percent({ label, value, onChange, width }: { label: string; value: Parameters<typeof percent>[0]; onChange: (text: string) => void; width?: number }) {
  return <NumberInput label={label} suffix=" %" min={0} max={1000} decimalScale={4} value={percent(value)} onChange={(next) => onChange(percentText(next))} {...(width === undefined ? {} : { w: width })} />;
}

function Tiers({ component, currency, onChange }: Props) {
  const { t } = useTranslation("incentives");
  const tiers = part(component["tiers"]) ?? {};
  const steps = parts(tiers["steps"]);
  const quota = part(component["quota"]);
  const byQuota = text(tiers["by"]) === "attainment";
  const put = (next: Tree) => onChange(set(component, "tiers", next));
  const bound = (value: string | number) => (byQuota ? percentText(value) : value);
  const measure = (by: string | null) => {
    const first = by === "attainment";
    const moved = steps.map((step, at) => ({ ...step, from: at === 0 ? (first ? "0 %" : 0) : first ? "100 %" : 100_000 * at }));
    const next = set(component, "tiers", { ...tiers, by: by ?? "amount", steps: moved });
    onChange(first && quota === undefined ? { ...next, quota: { amount: 100_000, per: "quarter" } } : first ? next : set(next, "quota", undefined));
  };
  return (
    <Stack gap="xs" className={classes.tiers}>
      <div className={classes.fields}>
        <Select label={t("tiers.by")} allowDeselect={false} value={text(tiers["by"]) || "amount"} data={["amount", "attainment"].map((value) => ({ value, label: t(`tiers.by.${value}` as "tiers.by.amount") }))} onChange={measure} />
        <Select label={t("tiers.apply")} allowDeselect={false} value={text(tiers["apply"]) || "marginal"} data={["marginal", "whole"].map((value) => ({ value, label: t(`tiers.apply.${value}` as "tiers.apply.whole") }))} onChange={(next) => put({ ...tiers, apply: next ?? "marginal" })} />
        <Select label={t("tiers.per")} allowDeselect={false} value={text(tiers["per"]) || "quarter"} data={["event", ...SPANS].map((value) => ({ value, label: t(`span.${value}` as "span.month") }))} onChange={(next) => put({ ...tiers, per: next ?? "quarter" })} />
        {quota === undefined || !byQuota ? null : (
          <NumberInput label={t("quota.amount", { currency, span: t(`span.${text(quota["per"])}` as "span.month") })} min={0} thousandSeparator="," value={text(quota["amount"])} onChange={(next) => onChange(set(component, "quota", { ...quota, amount: next }))} />
        )}
      </div>
      {steps.map((step, at) => (
        <Group key={at} gap="xs" align="flex-end" wrap="nowrap">
          <NumberInput
            flex={1} size="xs" label={t("tiers.from", { number: at + 1 })} disabled={at === 0} {...(byQuota ? { suffix: " %" } : { thousandSeparator: "," })}
            value={byQuota ? percent(step["from"]) : text(step["from"])} onChange={(next) => put({ ...tiers, steps: replaced(steps, at, { ...step, from: bound(next) }) })}
          />
          <NumberInput flex={1} size="xs" label={t("tiers.rate", { number: at + 1 })} suffix=" %" decimalScale={4} value={percent(step["rate"])} onChange={(next) => put({ ...tiers, steps: replaced(steps, at, { ...step, rate: percentText(next) }) })} />
          <ActionIcon variant="default" size="md" disabled={steps.length < 2 || at === 0} aria-label={t("tiers.remove", { number: at + 1 })} onClick={() => put({ ...tiers, steps: replaced(steps, at, undefined) })}>
            <Trash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button size="compact-xs" variant="default" onClick={() => put({ ...tiers, steps: [...steps, next(steps, byQuota)] })}>
          {t("tiers.add")}
        </Button>
      </div>
    </Stack>
  );
}

/** A step above the last one. */
function next(steps: readonly Tree[], byQuota: boolean): Tree {
  const last = steps.at(-1) ?? {};
  const rate = percentText((Number(percent(last["rate"])) || 0) + 2);
  return byQuota ? { from: percentText((Number(percent(last["from"])) || 0) + 20), rate } : { from: (Number(text(last["from"])) || 0) + 100_000, rate };
}
