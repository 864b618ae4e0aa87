// Unit by unit: who receives and why, when, what to think of; a receiver can be changed and a unit left out by hand.
import { Button, Pagination, SegmentedControl, Text, TextInput } from "@mantine/core";
import Search from "lucide-react/icons/search";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { type Draft, isShown, type MassUnit, type Preview, SHOWS, type Shows } from "./mass";
import classes from "./mass.module.css";
import { MassUnitRow } from "./MassUnitRow";

const ROWS = 20;

/** The list. */
export function MassUnits({ preview, draft, onChange }: { preview: Preview; draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation("handoffs");
  const { number } = useFormats();
  const [shows, setShows] = useState<Shows>("all");
  const [text, setText] = useState("");
  const [page, setPage] = useState(1);
  const names = text.trim().toLowerCase();
  const isNamed = ({ unit, customer }: MassUnit) => names === "" || `${unit.name} ${customer.name}`.toLowerCase().includes(names);
  const found = preview.units.filter((unit) => isShown(unit, shows) && isNamed(unit));
  const pages = Math.max(1, Math.ceil(found.length / ROWS));
  const first = (Math.min(page, pages) - 1) * ROWS;
  const isChanged = draft.leave_out.length + Object.keys(draft.receivers).length > 0;
  return (
    <Panel
      title={t("mass.list", { count: preview.units.length, number: number(preview.units.length) })} lead={t("mass.list.lead")} flush
      act={isChanged ? <Button size="compact-sm" variant="subtle" onClick={() => onChange({ ...draft, receivers: {}, leave_out: [] })}>{t("mass.reset")}</Button> : undefined}
    >
      <div className={classes.narrow}>
        <SegmentedControl
          size="xs" aria-label={t("mass.shows")} value={shows} data={SHOWS.map((one) => ({ value: one, label: t(`mass.shows.${one}`, { number: number(preview.units.filter((unit) => isShown(unit, one)).length) }) }))}
          onChange={(next) => { setShows(next as Shows); setPage(1); }}
        />
        <TextInput size="xs" aria-label={t("mass.find")} placeholder={t("mass.find")} leftSection={<Search size={14} aria-hidden />} value={text} onChange={(event) => { setText(event.currentTarget.value); setPage(1); }} />
      </div>
      {found.length === 0 ? <Text size="sm" c="dimmed" px="lg" pb="md">{t("mass.shows.none")}</Text> : (
        <ul className={classes.units}>
          {found.slice(first, first + ROWS).map((unit) => (
            <MassUnitRow key={unit.unit.id} unit={unit} preview={preview} draft={draft} onChange={onChange} />
          ))}
        </ul>
      )}
      {pages === 1 ? null : (
        <div className={classes.turn}>
          <Pagination size="sm" total={pages} value={Math.min(page, pages)} onChange={setPage} getControlProps={(control) => ({ "aria-label": t(`mass.turn.${control}`) })} getItemProps={(at) => ({ "aria-label": t("mass.turn.page", { page: at }) })} />
        </div>
      )}
    </Panel>
  );
}
