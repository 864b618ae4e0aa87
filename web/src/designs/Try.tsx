// Levers: how many in each role, when to hand off, how much coaching protects new business. Effort and outcome move with them, on a few seeds.
import { Button, Group, Select, Skeleton, Slider, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Pictures, SideBySide } from "./Comparison";
import classes from "./designs.module.css";
import { type Levers, leversOf, moved, written } from "./documents";
import { Frame } from "./Frame";
import { type Beginning, ScenarioForm } from "./ScenarioForm";
import { type Scenario, scenariosOf } from "./types";

const QUIET_MS = 500;

/** The page. */
export function Try() {
  const { t } = useTranslation("designs");
  const found = api.useQuery("get", "/api/v1/designs");
  const scenarios = found.data === undefined ? [] : scenariosOf(found.data);
  const [chosen, setChosen] = useState<string | null>(null);
  const base = scenarios.find(({ id }) => id === chosen) ?? scenarios[0];
  return (
    <Frame at="try">
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={320} radius={12} /> : null}
      {found.data === undefined ? null : base === undefined ? (
        <Panel><EmptyState icon={SlidersHorizontal} title={t("empty")} text={t("try.empty")} act={{ label: t("try.empty.act"), to: "/decide" }} /></Panel>
      ) : (
        <Bench key={base.id} base={base} scenarios={scenarios} currency={found.data.currency} mayKeep={found.data.may_change} onBase={setChosen} />
      )}
    </Frame>
  );
}

interface BenchProps {
  base: Scenario;
  scenarios: Scenario[];
  currency: string;
  mayKeep: boolean;
  onBase: (id: string | null) => void;
}

function Bench({ base, scenarios, currency, mayKeep, onBase }: BenchProps) {
  const { t } = useTranslation("designs");
  const [levers, setLevers] = useState<Levers>(() => leversOf(base.changed));
  const [kept, setKept] = useState<Beginning | undefined>(undefined);
  const document = written(moved(base.changed, levers));
  const [asked] = useDebouncedValue(document, QUIET_MS);
  const nobody = levers.team.every((seats) => seats === 0);
  const plans = [
    { name: base.name, document: base.document, from_book: base.from_book },
    { name: t("try.moved"), document: asked, from_book: base.from_book },
  ];
  const trial = api.useQuery("post", "/api/v1/designs/try", { body: { plans } }, { enabled: !nobody, placeholderData: keepPreviousData });
  return (
    <>
      <Panel title={t("try.levers")} lead={t("try.levers.lead")} act={mayKeep ? <Button variant="default" size="xs" disabled={nobody} onClick={() => setKept({ name: "", document, from_book: base.from_book })}>{t("try.keep")}</Button> : undefined}>
        <Select label={t("try.base")} maw={420} mb="md" allowDeselect={false} value={base.id} onChange={onBase} data={scenarios.map(({ id, name }) => ({ value: id, label: name }))} />
        <LeverSet levers={levers} onChange={setLevers} />
        <Group mt="md" role="status" mih={22}>
          <Text size="sm" c="dimmed">{nobody ? t("try.nobody") : trial.isFetching || asked !== document ? t("try.playing") : t("try.how")}</Text>
        </Group>
      </Panel>
      <ProblemAlert error={trial.error} />
      {trial.data === undefined ? null : (
        <>
          <SideBySide plans={trial.data.plans} currency={currency} />
          <Pictures compared={trial.data} currency={currency} />
        </>
      )}
      <ScenarioForm scenario={kept} onClose={() => setKept(undefined)} />
    </>
  );
}

function LeverSet({ levers, onChange }: { levers: Levers; onChange: (levers: Levers) => void }) {
  const { t } = useTranslation("designs");
  const { number } = useFormats();
  const most = Math.max(12, 2 * levers.team.reduce((sum, seats) => sum + seats, 0));
  const [seatsMax] = useState(Math.min(most, 60));
  const seats = (at: 0 | 1 | 2 | 3) => (value: number) => {
    const team: Levers["team"] = [...levers.team];
    team[at] = value;
    onChange({ ...levers, team });
  };
  return (
    <div className={classes.levers}>
      {(["generalists", "hunters", "field", "inside"] as const).map((role, at) => (
        <Lever key={role} label={t(`try.${role}`)} value={levers.team[at] ?? 0} max={seatsMax} said={number(levers.team[at] ?? 0)} onChange={seats(at as 0 | 1 | 2 | 3)} />
      ))}
      <Lever label={t("try.weeks")} value={levers.weeks} max={104} said={t("try.weeks.value", { weeks: number(levers.weeks) })} onChange={(weeks) => onChange({ ...levers, weeks })} />
      <Lever label={t("try.coaching")} value={levers.coaching} max={80} step={5} said={t("try.coaching.value", { percent: number(levers.coaching) })} onChange={(coaching) => onChange({ ...levers, coaching })} />
    </div>
  );
}

function Lever(props: { label: string; value: number; max: number; step?: number; said: string; onChange: (value: number) => void }) {
  return (
    <div className={classes.lever}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{props.label}</Text>
        <Text size="sm" fw={600} className="figures">{props.said}</Text>
      </Group>
      <Slider thumbLabel={props.label} value={props.value} min={0} max={props.max} step={props.step ?? 1} onChange={props.onChange} label={null} thumbProps={{ "aria-valuetext": props.said }} />
    </div>
  );
}
