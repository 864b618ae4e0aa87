// Proposals side by side: where each stands between balance, travel and change, and the figures beneath.
import { Badge, Button, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { usePalette } from "../shared/chart/Legend";
import classes from "./alignments.module.css";
import { type Alignment, both, EMPHASES, type ProposalLine, useAlignmentWords } from "./types";

/** The colour of a proposal. */
export function useColours(): (key: string) => string {
  const { series } = usePalette();
  return (key) => series[Math.max(0, EMPHASES.findIndex((each) => each === key))] ?? series[0] ?? "currentColor";
}

/** The panel. */
export function Proposals({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  return (
    <Panel title={t("proposals", { count: of.proposals.length })} lead={t("proposals.lead")}>
      <TradeOff of={of} />
      <Side of={of} />
    </Panel>
  );
}

interface Strip {
  name: string;
  today?: number;
  value: (line: ProposalLine) => number;
  write: (value: number) => string;
}

const [WIDTH, HEIGHT, LINE, EDGE] = [330, 52, 18, 14];

/** Three lines, one per thing that counts: the further left, the better. */
function TradeOff({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const { money, km, percent, emphasis } = useAlignmentWords(of.currency);
  const colour = useColours();
  const [first] = of.proposals;
  const strips: Strip[] = [
    { name: t("strip.balance"), value: ({ figures }) => both(figures.imbalance)[1], write: (value) => percent(value), ...(first === undefined ? {} : { today: both(first.figures.imbalance)[0] }) },
    { name: t("strip.travel"), value: ({ figures }) => both(figures.km)[1], write: km, ...(first === undefined ? {} : { today: both(first.figures.km)[0] }) },
    { name: t("strip.change"), value: ({ figures }) => figures.moved_arr, write: money },
  ];
  return (
    <div className={classes.strips}>
      {strips.map((strip) => {
        const values = of.proposals.map(strip.value);
        const most = Math.max(...values, strip.today ?? 0, 1e-9);
        const x = (value: number) => EDGE + (value / most) * (WIDTH - 2 * EDGE);
        const said = of.proposals.map((line) => `${emphasis(line.key)} ${strip.write(strip.value(line))}`).join(", ");
        return (
          <figure key={strip.name} className={classes.strip}>
            <figcaption><Text size="sm" fw={550}>{strip.name}</Text></figcaption>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.stripPicture} role="img" aria-label={`${strip.name}: ${said}`}>
              <line x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} className={classes.axis} />
              {strip.today === undefined ? null : (
                <g>
                  <line x1={x(strip.today)} x2={x(strip.today)} y1={LINE - 13} y2={LINE + 13} className={classes.today} />
                  <text x={x(strip.today)} y={HEIGHT - 4} textAnchor={anchor(x(strip.today))} className={classes.tick}>{t("strip.today", { value: strip.write(strip.today) })}</text>
                </g>
              )}
              {of.proposals.map((line, at) => {
                // Those at one place stand side by side.
                const before = values.slice(0, at).filter((value) => Math.abs(x(value) - x(values[at] ?? 0)) < 12).length;
                const here = x(strip.value(line)) + 17 * before * (x(strip.value(line)) > WIDTH / 2 ? -1 : 1);
                return (
                  <g key={line.key}>
                    <circle cx={here} cy={LINE} r={8} fill={colour(line.key)} stroke="var(--t-surface)" strokeWidth={2} />
                    <text x={here} y={LINE + 4} textAnchor="middle" className={classes.number}>{at + 1}</text>
                  </g>
                );
              })}
            </svg>
            <Text size="xs" c="dimmed">
              {of.proposals.map((line, at) => <span key={line.key}>{at === 0 ? "" : " · "}<span className="figures">{`${at + 1}: ${strip.write(strip.value(line))}`}</span></span>)}
            </Text>
          </figure>
        );
      })}
      <Text size="xs" c="dimmed">{t("strip.how")}</Text>
    </div>
  );
}

function anchor(x: number): "start" | "middle" | "end" {
  return x < 60 ? "start" : x > WIDTH - 60 ? "end" : "middle";
}

/** What each changes, in columns. */
function Side({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const { number } = useFormats();
  const { money, km, percent, emphasis } = useAlignmentWords(of.currency);
  const colour = useColours();
  const pair = (value: readonly number[], write: (value: number) => string) => {
    const [before, after] = both(value);
    return t("before_after", { before: write(before), after: write(after) });
  };
  const rows: [string, (line: ProposalLine) => string][] = [
    [t("row.moved"), ({ figures }) => t("row.units_arr", { count: figures.moved, units: number(figures.moved), arr: money(figures.moved_arr) })],
    [t("row.handed"), ({ figures }) => t("row.units_arr", { count: figures.handed, units: number(figures.handed), arr: money(figures.handed_arr) })],
    [t("row.broken"), ({ figures }) => number(figures.broken)],
    [t("row.balance"), ({ figures }) => pair(figures.imbalance, (value) => percent(value))],
    [t("row.outside"), ({ figures }) => pair(figures.outside_hours, (value) => number(value))],
    [t("row.outside_potential"), ({ figures }) => pair(figures.outside_potential, (value) => number(value))],
    [t("row.km"), ({ figures }) => pair(figures.km, km)],
    [t("row.interfaces"), ({ figures }) => number(both(figures.interfaces)[1])],
    [t("row.inside"), ({ figures }) => t("row.inside.value", { count: both(figures.inside_units)[1], units: number(both(figures.inside_units)[1]), saving: money(figures.inside_saving), loss: money(figures.inside_loss) })],
    ...(of.skills.length === 0 ? [] : [[t("row.skills"), ({ figures }: ProposalLine) => pair(figures.skills_lacking ?? [], (value) => number(value))] as [string, (line: ProposalLine) => string]]),
    [t("row.gap"), ({ gap }) => percent(gap, 2)],
  ];
  return (
    <div className={classes.scroll} role="region" tabIndex={0} aria-label={t("side")}>
      <table className={classes.side}>
        <caption className={classes.hidden}>{t("side")}</caption>
        <thead>
          <tr>
            <td />
            {of.proposals.map((line, at) => (
              <th key={line.key} scope="col">
                <span className={classes.dot} style={{ backgroundColor: colour(line.key) }} aria-hidden>{at + 1}</span>
                <div>{emphasis(line.key)}</div>
                <Text size="xs" c="dimmed" fw={400}>{t(`emphasis.${line.key}.help` as "emphasis.balanced.help")}</Text>
                {line.behind ? <Badge size="sm" color="yellow" variant="light">{t("behind")}</Badge> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {of.proposals.map((line) => <td key={line.key} className="figures">{value(line)}</td>)}
            </tr>
          ))}
          <tr>
            <td />
            {of.proposals.map((line) => (
              <td key={line.key}>
                <Button component={Link} to={`/align/${of.id}/${line.key}`} size="xs" variant="default" aria-label={t("open.name", { name: emphasis(line.key) })}>{t("open")}</Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
