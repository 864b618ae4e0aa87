// The units on a map, in the colour of whoever gets them: choose by lasso or by click. The table below does the same by keyboard.
import { Button, Group, Skeleton, Text, useComputedColorScheme } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import LassoSelect from "lucide-react/icons/lasso-select";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { palettes } from "../shell/theme";
import classes from "./alignments.module.css";
import { frame, type Point } from "./frame";
import { type Proposal, type Unit, useAlignmentWords } from "./types";

const SYMBOLS: Record<string, string> = { kept: "circle", moved: "triangle", handed: "diamond", given: "rect" };
/** Units at one place are drawn around it, this far apart, in degrees. */
const SPREAD = 0.012;
/** Around the map, in pixels. */
const MARGIN = 8;

/** Colours of account managers, the same in every picture. */
export function useSellerColours(of: Proposal): (id: string) => string {
  const scheme = useComputedColorScheme("light");
  return useMemo(() => {
    const { series, neutral } = palettes[scheme];
    const keepers = of.people.filter(({ part }) => part === "field" || part === "inside").map(({ id }) => id);
    return (id) => series[keepers.indexOf(id) % series.length] ?? neutral;
  }, [of.people, scheme]);
}

/** Points side by side where many units are at one place. */
function placed(units: readonly Unit[]): Point[] {
  const there = new globalThis.Map<string, number>();
  return units.map((unit) => {
    const [lat = 0, lon = 0] = unit.place;
    const key = `${lat.toFixed(3)} ${lon.toFixed(3)}`;
    const turn = there.get(key) ?? 0;
    there.set(key, turn + 1);
    // A spiral of the golden angle keeps every point to be seen.
    const [angle, far] = [turn * 2.39996, SPREAD * Math.sqrt(turn)];
    return [lon + far * Math.cos(angle), lat + far * Math.sin(angle)];
  });
}
/** The map. */
export function Map({ of, units, chosen, onChoose }: { of: Proposal; units: readonly Unit[]; chosen: ReadonlySet<string>; onChoose: (ids: string[]) => void }) {
  const { t } = useTranslation("alignments");
  const scheme = useComputedColorScheme("light");
  const { money } = useAlignmentWords(of.currency);
  const colour = useSellerColours(of);
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [ready, setReady] = useState(false);
  const [ratio, setRatio] = useState(1);
  const [lasso, setLasso] = useState(false);
  const [area, setArea] = useState<string | null>(null);
  const points = useMemo(() => placed(units), [units]);
  const names = useMemo(() => new globalThis.Map(of.people.map((person) => [person.id, person.name])), [of.people]);
  const choose = useRef(onChoose);
  const within = useRef<number[]>([]);
  const said = useRef(money);
  useEffect(() => {
    choose.current = onChoose;
    said.current = money;
  });

  useEffect(() => {
    let gone = false;
    const watch = new ResizeObserver(([entry]) => {
      chart.current?.resize();
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setRatio(Math.max(1, width - 2 * MARGIN) / Math.max(1, height - 2 * MARGIN));
    });
    void import("./atlas").then(({ beginMap }) => {
      if (gone || element.current === null) return;
      chart.current = beginMap(element.current);
      watch.observe(element.current);
      setReady(true);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  const series = useMemo(() => {
    const palette = palettes[scheme];
    const data = units.map((unit, at) => {
      const isChosen = chosen.has(unit.id);
      return {
        value: points[at], symbol: SYMBOLS[unit.change] ?? "circle", symbolSize: isChosen ? 15 : 9,
        itemStyle: { color: colour(unit.to), borderColor: isChosen ? palette.text : palette.surface, borderWidth: isChosen ? 2 : 0.7, opacity: area === null || unit.to === area ? 0.92 : 0.2 },
      };
    });
    const homes = of.people.filter(({ part, place }) => part === "field" && place !== null && place !== undefined).map((person) => ({
      value: [person.place?.[1] ?? 0, person.place?.[0] ?? 0], name: person.name,
      itemStyle: { color: colour(person.id), borderColor: palette.surface, borderWidth: 1.5 },
    }));
    return [
      { type: "scatter", coordinateSystem: "geo", data, cursor: "pointer" },
      { type: "scatter", coordinateSystem: "geo", data: homes, symbol: "pin", symbolSize: 26, symbolOffset: [0, -4], z: 5 },
    ];
  }, [units, points, chosen, scheme, colour, area, of.people]);

  // The frame is set anew only where it is another one, so that choosing does not move the map.
  useEffect(() => {
    if (!ready) return;
    const palette = palettes[scheme];
    const shownIn = area === null ? points : points.filter((_, at) => units[at]?.to === area);
    const option: EChartsCoreOption = {
      animation: false,
      tooltip: {
        trigger: "item", confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text, fontSize: 12 },
        formatter: ({ seriesIndex, dataIndex, name }: { seriesIndex: number; dataIndex: number; name: string }) => {
          const unit = seriesIndex === 0 ? units[dataIndex] : undefined;
          if (unit === undefined) return escape(name);
          const owner = unit.owner === null || unit.owner === undefined ? t("nobody") : (names.get(unit.owner) ?? "");
          return `<b>${escape(unit.name)}</b><br>${escape(owner)} → ${escape(names.get(unit.to) ?? "")}<br>${said.current(unit.arr)}`;
        },
      },
      geo: {
        map: "world", roam: true, silent: true, boundingCoords: frame(shownIn.length === 0 ? points : shownIn, ratio), scaleLimit: { min: 0.5, max: 60 },
        itemStyle: { areaColor: palette.line, borderColor: palette.surface, borderWidth: 0.8 }, left: MARGIN, right: MARGIN, top: MARGIN, bottom: MARGIN,
      },
      brush: { geoIndex: 0, seriesIndex: 0, brushLink: null, outOfBrush: { opacity: 0.9 }, brushStyle: { borderWidth: 1.5, color: "rgba(90,110,220,0.12)", borderColor: palette.accent } },
      series: [],
    };
    chart.current?.setOption(option, { notMerge: true });
  }, [ready, units, points, scheme, area, names, ratio, t]);

  useEffect(() => {
    if (ready) chart.current?.setOption({ series });
  }, [ready, series, units, points, scheme, area, names, ratio, t]);

  useEffect(() => {
    const map = chart.current;
    if (!ready || map === null) return undefined;
    // What is inside is told while the line is drawn, and counts when it is closed: whoever pauses on the way loses nothing.
    const brushed = ({ batch }: { batch?: { selected: { seriesIndex: number; dataIndex: number[] }[] }[] }) => {
      within.current = batch?.[0]?.selected.find(({ seriesIndex }) => seriesIndex === 0)?.dataIndex ?? [];
    };
    const closed = ({ areas }: { areas: unknown[] }) => {
      if (areas.length === 0) return;
      choose.current(within.current.map((at) => units[at]?.id).filter((id) => id !== undefined));
      setLasso(false);
    };
    const clicked = ({ seriesIndex, dataIndex }: { seriesIndex?: number; dataIndex?: number }) => {
      const unit = seriesIndex === 0 && dataIndex !== undefined ? units[dataIndex] : undefined;
      if (unit !== undefined) choose.current(chosen.has(unit.id) ? [...chosen].filter((id) => id !== unit.id) : [...chosen, unit.id]);
    };
    map.on("brushSelected", brushed as never);
    map.on("brushEnd", closed as never);
    map.on("click", clicked as never);
    return () => {
      map.off("brushSelected", brushed as never);
      map.off("brushEnd", closed as never);
      map.off("click", clicked as never);
    };
  }, [ready, units, chosen]);

  useEffect(() => {
    if (!ready) return;
    chart.current?.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: lasso ? { brushType: "polygon", brushMode: "single" } : { brushType: false } });
    if (!lasso) chart.current?.dispatchAction({ type: "brush", areas: [] });
  }, [ready, lasso]);

  const keepers = of.people.filter(({ part }) => part === "field" || part === "inside");
  return (
    <div>
      <Group mb="xs" justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">{t("map.how")}</Text>
        <Group gap="xs">
          <Button size="compact-sm" variant={lasso ? "filled" : "default"} leftSection={<LassoSelect size={14} aria-hidden />} aria-pressed={lasso} onClick={() => setLasso(!lasso)}>{t("map.lasso")}</Button>
          {chosen.size === 0 ? null : <Button size="compact-sm" variant="default" onClick={() => onChoose([])}>{t("chosen.none")}</Button>}
        </Group>
      </Group>
      <div className={classes.map} role="img" aria-label={t("map.name", { count: units.length })}>
        {ready ? null : <Skeleton h="100%" />}
        <div ref={element} style={{ width: "100%", height: "100%" }} aria-hidden />
      </div>
      <ul className={classes.legend} aria-label={t("map.legend")}>
        {keepers.map((person) => (
          <li key={person.id}>
            <Button size="compact-xs" variant={area === person.id ? "light" : "subtle"} color="gray" aria-pressed={area === person.id} onClick={() => setArea(area === person.id ? null : person.id)} leftSection={<span className={classes.swatch} style={{ backgroundColor: colour(person.id) }} aria-hidden />}>
              {person.name}
            </Button>
          </li>
        ))}
        <li>● {t("change.kept")}</li>
        <li>▲ {t("change.moved")}</li>
        <li>◆ {t("change.handed")}</li>
      </ul>
    </div>
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter);
}
