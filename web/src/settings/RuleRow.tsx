// One rule: when it applies, and what the time then is.
import { ActionIcon, Badge, Button, Group, Select, Stack, TagsInput, Text } from "@mantine/core";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Trash from "lucide-react/icons/trash-2";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./settings.module.css";

const CATEGORIES = ["new_business", "implementation", "service", "renewal", "expansion", "internal", "travel"] as const;

/** A rule as the server keeps it; what is absent does not matter. */
export interface Rule {
  words?: string[];
  opportunity?: "new" | "expansion" | "renewal";
  with_customer?: boolean;
  buying?: boolean;
  category?: (typeof CATEGORIES)[number] | null;
  urgency?: "normal" | "urgent";
}

interface Props {
  rule: Rule;
  place: number;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
  onUp?: () => void;
  onDown?: () => void;
  /** One rule at a time is open; the others are sentences. */
  isOpen: boolean;
  onOpen: () => void;
}

/** The row of a rule. */
export function RuleRow(props: Props) {
  const { t } = useTranslation("settings");
  const { place, onRemove, onUp, onDown, isOpen } = props;
  return (
    <li className={classes.rule}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Group gap="xs" align="flex-start" wrap="nowrap" flex="1 1 240px">
          <Text size="xs" c="dimmed" fw={550} className="figures" mt={2}>
            {t("rule.place", { place })}
          </Text>
          <Sentence rule={props.rule} />
        </Group>
        <Group gap={2} wrap="nowrap">
          <Button size="compact-xs" variant="default" aria-expanded={isOpen} aria-label={t("rule.change.place", { place })} onClick={props.onOpen}>
            {t(isOpen ? "rule.close" : "rule.change")}
          </Button>
          <Act label={t("rule.up", { place })} icon={<ArrowUp size={15} aria-hidden />} onClick={onUp} />
          <Act label={t("rule.down", { place })} icon={<ArrowDown size={15} aria-hidden />} onClick={onDown} />
          <Act label={t("rule.remove", { place })} icon={<Trash size={15} aria-hidden />} onClick={onRemove} />
        </Group>
      </Group>
      {isOpen ? <Fields rule={props.rule} onChange={props.onChange} /> : null}
    </li>
  );
}

/** The rule as the time page says it too. */
function Sentence({ rule }: { rule: Rule }) {
  const { t } = useTranslation("time");
  const shared = useTranslation().t;
  const { list } = useFormats();
  const conditions = [
    rule.words === undefined || rule.words.length === 0 ? undefined : t("rule.words", { words: rule.words.join(", ") }),
    rule.opportunity === undefined ? undefined : t(`rule.opportunity.${rule.opportunity}`),
    rule.with_customer === undefined ? undefined : t(rule.with_customer ? "rule.customer" : "rule.no_customer"),
    rule.buying === undefined ? undefined : t(rule.buying ? "rule.buying" : "rule.not_buying"),
  ].filter((text) => text !== undefined);
  return (
    <Text size="sm" component="div">
      {conditions.length === 0 ? t("rule.always") : t("rule.when", { conditions: list(conditions) })}{" "}
      <Group gap={4} component="span" display="inline-flex">
        {rule.category ? <Badge component="span" size="sm" variant="light" tt="none">{shared(`category.${rule.category}`)}</Badge> : null}
        {rule.urgency ? <Badge component="span" size="sm" variant="outline" tt="none">{t(`urgency.${rule.urgency}`)}</Badge> : null}
      </Group>
    </Text>
  );
}

function Fields({ rule, onChange }: Pick<Props, "rule" | "onChange">) {
  const { t } = useTranslation("settings");
  return (
    <Stack gap={8} mt="xs">
      <TagsInput
        size="xs" label={t("rule.words")} value={rule.words ?? []} onChange={(words) => onChange({ ...rule, words })}
        {...(rule.words === undefined || rule.words.length === 0 ? { placeholder: t("rule.words.none") } : {})}
      />
      <div className={classes.choices}>
        <Choice label={t("rule.opportunity")} value={rule.opportunity} options={["new", "expansion", "renewal"]} name={(value) => t(`opportunity.${value}`)} onChange={(opportunity) => onChange(without({ ...rule, opportunity }))} />
        <Choice label={t("rule.customer")} value={word(rule.with_customer)} options={["yes", "no"]} name={(value) => t(`customer.${value}`)} onChange={(value) => onChange(without({ ...rule, with_customer: truth(value) }))} />
        <Choice label={t("rule.buying")} value={word(rule.buying)} options={["yes", "no"]} name={(value) => t(`buying.${value}`)} onChange={(value) => onChange(without({ ...rule, buying: truth(value) }))} />
        <Then rule={rule} onChange={onChange} />
      </div>
    </Stack>
  );
}

function Then({ rule, onChange }: Pick<Props, "rule" | "onChange">) {
  const { t } = useTranslation("settings");
  const shared = useTranslation().t;
  return (
    <>
      <Select
        size="xs" label={t("rule.category")} value={rule.category ?? ""} allowDeselect={false}
        data={[{ value: "", label: t("rule.none") }, ...CATEGORIES.map((value) => ({ value, label: shared(`category.${value}`) }))]}
        onChange={(value) => onChange({ ...rule, category: CATEGORIES.find((each) => each === value) ?? null })}
      />
      <Choice label={t("rule.urgency")} value={rule.urgency} options={["normal", "urgent"]} none={t("rule.none")} name={(value) => t(`urgency.${value}`)} onChange={(urgency) => onChange(without({ ...rule, urgency }))} />
    </>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value | undefined;
  options: readonly Value[];
  name: (value: Value) => string;
  none?: string;
  onChange: (value: Value | undefined) => void;
}) {
  const { t } = useTranslation("settings");
  return (
    <Select
      size="xs" label={props.label} value={props.value ?? ""} allowDeselect={false}
      data={[{ value: "", label: props.none ?? t("rule.any") }, ...props.options.map((value) => ({ value, label: props.name(value) }))]}
      onChange={(value) => props.onChange(props.options.find((option) => option === value))}
    />
  );
}

function Act({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: (() => void) | undefined }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick} disabled={onClick === undefined}>
      {icon}
    </ActionIcon>
  );
}

function word(value: boolean | undefined): "yes" | "no" | undefined {
  return value === undefined ? undefined : value ? "yes" : "no";
}

function truth(value: "yes" | "no" | undefined): boolean | undefined {
  return value === undefined ? undefined : value === "yes";
}

/** The server takes what is absent, not what is undefined. */
function without(rule: { [Key in keyof Rule]: Rule[Key] | undefined }): Rule {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as Rule;
}
