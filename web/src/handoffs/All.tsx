// All handoffs that one sees, as a board or a list, narrowed by state, person and lateness.
import { Button, SegmentedControl, Select, Skeleton, Switch, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import ArrowRightLeft from "lucide-react/icons/arrow-right-left";
import SearchX from "lucide-react/icons/search-x";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFilters } from "../shared/filters";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Board } from "./Board";
import { Frame } from "./Frame";
import classes from "./handoffs.module.css";
import { List } from "./List";
import { type Item, type State, WAY } from "./types";

const STATES: readonly State[] = [...WAY, "postponed", "returned", "declined", "cancelled"];
const MOST = 500;
type Name = "view" | "state" | "person" | "late" | "over";

/** The page. */
export function All() {
  const { t } = useTranslation("handoffs");
  const [filters, change] = useFilters<Name>();
  const isWide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const asList = !isWide || filters.view === "list" || filters.state !== undefined;
  const found = api.useQuery("get", "/api/v1/handoffs", { params: { query: queryOf(filters) } });
  const items = found.data?.items as Item[] | undefined;
  const isNarrowed = filters.state !== undefined || filters.person !== undefined || filters.late !== undefined;
  return (
    <Frame at="all">
      <Filters filters={filters} change={change} withView={isWide} />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={360} radius={12} /> : null}
      {items === undefined ? null : items.length === 0 ? (
        <Nobody isNarrowed={isNarrowed} onClear={() => change({ state: undefined, person: undefined, late: undefined, over: undefined })} />
      ) : asList ? (
        <List items={items} />
      ) : (
        <Board items={items} />
      )}
      {items === undefined || items.length < MOST ? null : (
        <Text size="sm" c="dimmed">
          {t("all.most")}
        </Text>
      )}
    </Frame>
  );
}

function queryOf({ state, person, late, over }: Partial<Record<Name, string>>) {
  return {
    ...(state === undefined ? {} : { state }),
    ...(person === undefined ? {} : { seller: Number(person) }),
    ...(late === undefined ? {} : { late: true }),
    ...(over === undefined ? {} : { over: true }),
  };
}

interface FiltersProps {
  filters: Partial<Record<Name, string>>;
  change: (some: Partial<Record<Name, string | undefined>>) => void;
  withView: boolean;
}

function Filters({ filters, change, withView }: FiltersProps) {
  const { t } = useTranslation("handoffs");
  const people = usePeople();
  return (
    <div className={classes.filters}>
      {withView ? (
        <SegmentedControl
          aria-label={t("all.view")} value={filters.view === "list" || filters.state !== undefined ? "list" : "board"}
          data={[{ value: "board", label: t("all.board") }, { value: "list", label: t("all.list") }]}
          onChange={(view) => change(view === "list" ? { view } : { view: undefined, state: undefined })}
        />
      ) : null}
      <Select
        aria-label={t("all.state")} placeholder={t("all.state.any")} value={filters.state ?? null} clearable clearButtonProps={{ "aria-label": t("all.state.clear") }} w={190}
        data={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))} onChange={(state) => change({ state: state ?? undefined })}
      />
      <Select
        aria-label={t("all.person")} placeholder={t("all.person.any")} value={filters.person ?? null} clearable searchable clearButtonProps={{ "aria-label": t("all.person.clear") }} w={210}
        data={people} nothingFoundMessage={t("all.person.none")} onChange={(person) => change({ person: person ?? undefined })}
      />
      <Switch label={t("all.late")} checked={filters.late !== undefined} onChange={(event) => change({ late: event.currentTarget.checked ? "1" : undefined })} />
      <Switch label={t("all.over")} checked={filters.over !== undefined} onChange={(event) => change({ over: event.currentTarget.checked ? "1" : undefined })} />
    </div>
  );
}

/** Everybody who gives or receives in a handoff that one sees. */
function usePeople(): { value: string; label: string }[] {
  const found = api.useQuery("get", "/api/v1/handoffs", { params: { query: { over: true } } });
  const known = new Map<string, string>();
  for (const { giver, receiver } of found.data?.items ?? []) {
    known.set(giver.id, giver.name);
    if (receiver) known.set(receiver.id, receiver.name);
  }
  return [...known].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label));
}

function Nobody({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation("handoffs");
  return (
    <Panel>
      {isNarrowed ? (
        <EmptyState icon={SearchX} title={t("all.nothing")} text={t("all.nothing.text")}>
          <Button variant="default" mt="xs" onClick={onClear}>
            {t("all.clear")}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon={ArrowRightLeft} title={t("all.none")} text={t("all.none.text")} act={{ label: t("all.none.act"), to: "/customers" }} />
      )}
    </Panel>
  );
}
