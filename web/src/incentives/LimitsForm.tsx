// What bounds a person's incentive: caps, guarantees and draws, each for some roles; and what other currencies are worth.
import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import Trash from "lucide-react/icons/trash-2";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import { Chips } from "./ComponentForm";
import classes from "./incentives.module.css";
import { freeId, type LIMITS, number, parts, replaced, ROLES, set, SPANS, text, texts } from "./tree";
import type { Tree } from "./types";

interface Props {
  tree: Tree;
  onChange: (tree: Tree) => void;
}

type Kind = (typeof LIMITS)[number];

/** The panel of caps, guarantees and draws. */
export function LimitsForm({ tree, onChange }: Props) {
  const { t } = useTranslation("incentives");
  return (
    <Panel title={t("limits")} lead={t("limits.lead")}>
      <Stack gap="md">
        <Limits kind="caps" tree={tree} onChange={onChange} />
        <Limits kind="guarantees" tree={tree} onChange={onChange} />
        <Limits kind="draws" tree={tree} onChange={onChange} />
      </Stack>
    </Panel>
  );
}

const BEGUN: Record<Kind, Tree> = {
  caps: { amount: 50_000, per: "quarter" },
  guarantees: { amount: 1_000, per: "month", first_months: 3 },
  draws: { amount: 1_000, first_months: 6 },
};

/** What they are called until somebody names them. */
const NAMES: Record<Kind, string> = { caps: "cap", guarantees: "guarantee", draws: "draw" };

function Limits({ kind, tree, onChange }: Props & { kind: Kind }) {
  const { t } = useTranslation("incentives");
  const limits = parts(tree[kind]);
  const put = (next: Tree[]) => onChange(set(tree, kind, next.length === 0 ? undefined : next));
  const components = parts(tree["components"]).map((one) => ({ value: text(one["id"]), label: text(one["name"]) || text(one["id"]) }));
  return (
    <section aria-label={t(`limits.${kind}`)}>
      <Group justify="space-between" align="center">
        <Text size="sm" fw={600}>{t(`limits.${kind}`)}</Text>
        <Button size="compact-sm" variant="default" onClick={() => put([...limits, { id: freeId(limits, NAMES[kind]), ...BEGUN[kind] }])}>
          {t(`limits.${kind}.add`)}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mb={limits.length === 0 ? 0 : "xs"}>{t(`limits.${kind}.note`)}</Text>
      <div className={classes.cards}>
        {limits.map((limit, at) => (
          <Limit key={at} kind={kind} limit={limit} currency={text(tree["currency"])} components={components} onChange={(next) => put(replaced(limits, at, next))} />
        ))}
      </div>
    </section>
  );
}

interface LimitProps {
  kind: Kind;
  limit: Tree;
  currency: string;
  components: { value: string; label: string }[];
  onChange: (limit: Tree | undefined) => void;
}

function Limit({ kind, limit, currency, components, onChange }: LimitProps) {
  const { t } = useTranslation("incentives");
  const name = text(limit["id"]);
  const put = (key: string, value: Parameters<typeof set>[2]) => onChange(set(limit, key, value));
  const names = (key: "roles" | "components", next: string[]) => put(key, next.length === 0 ? undefined : next);
  return (
    <fieldset className={classes.card}>
      <legend className={classes.legend}>{name}</legend>
      <Stack gap="sm">
        <Group align="flex-end" wrap="nowrap">
          <TextInput flex={1} label={t("component.name")} value={name} onChange={(event) => put("id", event.currentTarget.value)} />
          <Remove label={t("component.remove", { name })} onClick={() => onChange(undefined)} />
        </Group>
        <div className={classes.fields}>
          <NumberInput label={t("component.amount", { currency })} min={0} thousandSeparator="," value={text(limit["amount"])} onChange={(next) => put("amount", next)} />
          {kind === "draws" ? null : (
            <Select label={t("limits.per")} allowDeselect={false} value={text(limit["per"]) || "quarter"} data={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))} onChange={(next) => put("per", next ?? "quarter")} />
          )}
          {kind === "caps" ? null : (
            <NumberInput label={t("limits.first")} placeholder={t("limits.always")} min={1} max={120} value={text(limit["first_months"])} onChange={(next) => put("first_months", number(next))} />
          )}
        </div>
        <Chips label={t("component.roles")} note={t("for.note")} all={ROLES} prefix="role" value={texts(limit["roles"])} onChange={(next) => names("roles", next)} />
        {kind === "caps" ? <Of components={components} value={texts(limit["components"])} onChange={(next) => names("components", next)} /> : null}
      </Stack>
    </fieldset>
  );
}

function Of({ components, value, onChange }: { components: LimitProps["components"]; value: string[]; onChange: (value: string[]) => void }) {
  const { t } = useTranslation("incentives");
  return <Chips label={t("limits.of")} note={t("limits.of.note")} all={components.map((one) => one.value)} named={components} value={value} onChange={onChange} />;
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} onClick={onClick}>
      <Trash size={16} aria-hidden />
    </ActionIcon>
  );
}

/** The panel of other currencies. */
export function ExchangeForm({ tree, onChange }: Props) {
  const { t } = useTranslation("incentives");
  const rates = parts(tree["exchange"]);
  const currency = text(tree["currency"]);
  const put = (next: Tree[]) => onChange(set(tree, "exchange", next.length === 0 ? undefined : next));
  const add = () => put([...rates, { currency: currency === "EUR" ? "USD" : "EUR", from: text(tree["effective"]), rate: "" }]);
  return (
    <Panel
      title={t("exchange")} lead={t("exchange.lead")}
      act={
        <Button size="xs" variant="default" onClick={add}>
          {t("exchange.add")}
        </Button>
      }
    >
      <Stack gap="xs">
        {rates.map((rate, at) => {
          const change = (key: string, value: string) => put(replaced(rates, at, { ...rate, [key]: value }));
          return (
            <Group key={at} gap="xs" align="flex-end" role="group" aria-label={t("exchange.one", { number: at + 1 })}>
              <TextInput w={80} label={t("plan.currency")} value={text(rate["currency"])} onChange={(event) => change("currency", event.currentTarget.value.toUpperCase())} />
              <TextInput w={150} type="date" label={t("exchange.from")} value={text(rate["from"])} onChange={(event) => change("from", event.currentTarget.value)} />
              <NumberInput w={130} label={t("exchange.rate", { currency })} min={0} decimalScale={9} value={text(rate["rate"])} onChange={(next) => change("rate", String(next))} />
              <Remove label={t("exchange.remove", { number: at + 1 })} onClick={() => put(replaced(rates, at, undefined))} />
            </Group>
          );
        })}
      </Stack>
    </Panel>
  );
}
