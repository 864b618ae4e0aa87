// One unit of a mass handoff: its facts, its receiver with the reasons, and what to think of.
import { Button, Select, Text } from "@mantine/core";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Amount } from "../shared/values";
import { type Draft, type Fate, type MassUnit, type Preview } from "./mass";
import { MassWhy } from "./MassWhy";
import classes from "./mass.module.css";
import { unitOf, useSaid } from "./words";

interface Props {
  unit: MassUnit;
  preview: Preview;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The row. */
export function MassUnitRow({ unit, preview, draft, onChange }: Props) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const [isOpen, setOpen] = useState(false);
  const { id } = unit.unit;
  const isOut = draft.leave_out.includes(id);
  const name = [unit.customer.name, unitOf(unit)].filter(Boolean).join(", ");
  const leave = () => onChange({ ...draft, leave_out: isOut ? draft.leave_out.filter((one) => one !== id) : [...draft.leave_out, id] });
  return (
    <li className={classes.unit} data-out={isOut || undefined}>
      <div className={classes.unitMain}>
        <Text span size="sm" fw={550}>{name}</Text>
        <Facts unit={unit} preview={preview} />
        {unit.refused === null ? null : <Warning text={said(unit.refused)} />}
        {unit.would?.warnings.map((warning) => <Warning key={warning.en} text={said(warning)} />)}
      </div>
      <div className={classes.unitWho}>
        {isOut ? <Text size="sm" c="dimmed">{t("mass.out")}</Text> : <Receiver unit={unit} name={name} preview={preview} draft={draft} onChange={onChange} />}
        {unit.would === null ? null : <Place fate={unit.would} isOpen={isOpen} name={name} onToggle={() => setOpen(!isOpen)} />}
      </div>
      <Button size="compact-xs" variant="subtle" color="gray" className={classes.leave} aria-label={t(isOut ? "mass.take.name" : "mass.leave.name", { name })} onClick={leave}>
        {t(isOut ? "mass.take" : "mass.leave")}
      </Button>
      {isOpen && unit.would !== null ? <MassWhy unit={id} role={draft.role} receiver={unit.would.receiver} /> : null}
    </li>
  );
}

function Facts({ unit, preview }: { unit: MassUnit; preview: Preview }) {
  const { t } = useTranslation("handoffs");
  const { date, number } = useFormats();
  const { would } = unit;
  return (
    <span className={classes.facts}>
      {unit.arr === null || unit.arr === undefined ? null : <span><Amount value={{ amount: unit.arr, currency: preview.currency }} detail="short" /> {t("mass.arr.short")}</span>}
      {unit.renewal === null || unit.renewal === undefined ? null : <span>{t("mass.renewal", { day: date(unit.renewal) })}</span>}
      {would === null ? null : <span>{t("mass.days", { introduction: date(would.introduction), transfer: date(would.transfer) })}</span>}
      {would === null || would.moved === 0 ? null : <span>{t("mass.moves", { count: would.moved, number: number(would.moved) })}</span>}
      {would === null || would.opportunities === 0 ? null : <span>{t("mass.opportunity", { count: would.opportunities, number: number(would.opportunities) })}</span>}
      {would === null || would.commitments === 0 ? null : <span>{t("mass.promise", { count: would.commitments, number: number(would.commitments) })}</span>}
      {would?.share_until === null || would?.share_until === undefined ? null : <span>{t("mass.share.until", { day: date(would.share_until) })}</span>}
    </span>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <span className={classes.warning}>
      <TriangleAlert size={14} aria-hidden />
      {text}
    </span>
  );
}

function Receiver({ unit, name, preview, draft, onChange }: Props & { name: string }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const { id } = unit.unit;
  const chosen = draft.receivers[id] ?? unit.would?.receiver ?? null;
  const choose = (next: string | null) => {
    const others = Object.fromEntries(Object.entries(draft.receivers).filter(([one]) => one !== id));
    onChange({ ...draft, receivers: next === null ? others : { ...others, [id]: next } });
  };
  return (
    <Select
      size="xs" aria-label={t("mass.receiver.name", { name })} placeholder={t("mass.receiver")} value={chosen} searchable clearable={draft.receivers[id] !== undefined} clearButtonProps={{ "aria-label": t("mass.receiver.clear") }} nothingFoundMessage={t("receiver.nobody")}
      data={preview.loads.map(({ seller, after, limit }) => ({ value: seller.id, label: t("receiver.option", { name: seller.name, after: number(after), limit: number(limit) }) }))} onChange={choose}
    />
  );
}

function Place({ fate, name, isOpen, onToggle }: { fate: Fate; name: string; isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation("handoffs");
  const { share } = useFormats();
  return (
    <span className={classes.place}>
      <span>{[fate.named ? t("mass.named") : fate.tier === "settled" ? "" : t(`tier.${fate.tier}`), t("receiver.likeness", { share: share(fate.points_bp / 10_000) })].filter(Boolean).join(" · ")}</span>
      <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} aria-label={t("mass.why.name", { name })} onClick={onToggle}>{t("mass.why")}</Button>
    </span>
  );
}
