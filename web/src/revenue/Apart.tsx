// One month, or the whole period, taken apart: the way from start to end, then who it was.
import { Anchor, Button, Group, SegmentedControl, Select, Skeleton, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import Download from "lucide-react/icons/download";
import { useTranslation } from "react-i18next";
import { csvText, download } from "../shared/csv";
import { type Column, DataTable } from "../shared/DataTable";
import { toPixels, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Bridge } from "./Bridge";
import { usePartColumns, usePartCsv } from "./columns";
import { type ArrGroup, type ArrMonth, MOVEMENTS, SPLITS, useArr, useWords } from "./query";

/** A group with what happened to it. */
interface Row {
  key: string;
  label: string;
  moved: ArrMonth;
}

/** The panel. Sellers' books change hands between months, so they are shown for one month only. */
export function Apart({ shown, isTotal }: { shown: ArrGroup; isTotal: boolean }) {
  const { t } = useTranslation("revenue");
  const { month } = useFormats();
  const { picked, change } = useWords();
  const chosen = shown.months.find((row) => row.month === picked);
  const whole = chosen ?? shown.period ?? undefined;
  const first = shown.months[0]?.month;
  const last = shown.months.at(-1)?.month;
  if (whole === undefined || first === undefined || last === undefined) return null;
  const name = chosen === undefined ? `${month(first)} – ${month(last)}` : month(chosen.month);
  const period = chosen === undefined ? { from: first, to: last } : { from: chosen.month, to: chosen.month };
  const months = [...shown.months].reverse().map((row) => ({ value: row.month, label: month(row.month) }));
  return (
    <div id="apart">
      <Panel
        title={t("apart", { period: name })}
        lead={t(chosen === undefined ? "apart.lead.period" : "apart.lead.month")}
        act={
          <Select
            size="xs" w={170} aria-label={t("apart.choose")} value={chosen?.month ?? ""} allowDeselect={false} searchable
            data={[{ value: "", label: t("apart.whole") }, ...months]} onChange={(value) => change({ month: value === "" ? undefined : (value ?? undefined) })}
          />
        }
      >
        <Stack gap="lg">
          <Bridge month={whole} name={t("apart", { period: name })} />
          {isTotal ? <Groups period={period} name={name} isOneMonth={chosen !== undefined} /> : <Text size="sm" c="dimmed">{t("apart.currency")}</Text>}
        </Stack>
      </Panel>
    </div>
  );
}

function Groups({ period, name, isOneMonth }: { period: { from: string; to: string }; name: string; isOneMonth: boolean }) {
  const { t } = useTranslation("revenue");
  const { of, change } = useWords();
  const by = of === "seller" && !isOneMonth ? "customer" : of;
  const found = useArr(period, by);
  const rows = moving(found.data?.groups ?? [], isOneMonth);
  const file = [
    { header: by, text: (row: Row) => row.label },
    { header: "id", text: (row: Row) => row.key },
    { header: "period", text: (row: Row) => row.moved.month },
    ...usePartCsv<Row>((row) => row.moved),
  ];
  const save = () => download(`arr-${by}-${period.from}-${period.to}.csv`, csvText(file, rows));
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs" aria-label={t("apart.by")} value={by} onChange={(value) => change({ of: value === "customer" ? undefined : value })}
          data={SPLITS.map((split) => ({ value: split, label: t(`split.${split}`), disabled: split === "seller" && !isOneMonth }))}
        />
        <Button size="xs" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={save} disabled={rows.length === 0}>
          {t("apart.download")}
        </Button>
      </Group>
      {isOneMonth ? null : (
        <Text size="xs" c="dimmed">
          {t("apart.seller")}
        </Text>
      )}
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={200} radius={8} /> : <Table key={by} rows={rows} by={by} name={name} />}
    </Stack>
  );
}

/** Groups that moved, those that moved most first; those that stayed as they were are left out. */
function moving(groups: ArrGroup[], isOneMonth: boolean): Row[] {
  const size = ({ moved }: Row) => MOVEMENTS.reduce((sum, movement) => sum + toPixels(moved[movement]), 0);
  const rows = groups.flatMap((group): Row[] => {
    const moved = isOneMonth ? group.months[0] : (group.period ?? undefined);
    const isStill = moved === undefined || MOVEMENTS.every((movement) => Number(moved[movement].amount) === 0);
    return isStill ? [] : [{ key: group.key, label: group.label, moved }];
  });
  return rows.sort((one, other) => size(other) - size(one));
}

function CustomerLink({ row }: { row: Row }) {
  return (
    <Anchor component={Link} to={`/customers/${row.key}`} size="sm">
      {row.label}
    </Anchor>
  );
}

function Table({ rows, by, name }: { rows: Row[]; by: (typeof SPLITS)[number]; name: string }) {
  const { t } = useTranslation("revenue");
  const parts = usePartColumns<Row>((row) => row.moved);
  const who: Column<Row> = {
    id: "who",
    header: t(`split.${by}`),
    sort: (row) => row.label,
    cell: (row) => (
      <Text size="sm" component="span" display="inline-block" miw={132}>
        {row.key === "" ? t("nobody") : by === "customer" ? <CustomerLink row={row} /> : row.label}
      </Text>
    ),
  };
  return (
    <DataTable
      label={t("apart.table", { period: name })} rows={rows} columns={[who, ...parts]} rowKey={(row) => row.key} phone="scroll" maxHeight={420}
      empty={<Text size="sm">{t("apart.none")}</Text>}
    />
  );
}
