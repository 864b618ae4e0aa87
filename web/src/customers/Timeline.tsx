// Bars through time in named rows, with the year's ticks, today, and a chosen day. A picture only: whoever shows it gives a table as well.
import { Box, useComputedColorScheme } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { palettes } from "../shell/theme";
import classes from "./timeline.module.css";
import { type Axis, place, ticks } from "./axis";

/** What fills a bar: one of the told-apart colours, or the accent and the quiet grey. */
export type Tone = number | "accent" | "quiet";

/** A bar; without an end it goes on. */
export interface Bar {
  id: string;
  start: string;
  end: string | null | undefined;
  text: string;
  /** Shown when pointed at. */
  title: string;
  tone: Tone;
  /** Hatched. */
  isMarked?: boolean;
}

/** A row of bars. `isFirst` draws a line above, where a new group begins. */
export interface TimelineRow {
  id: string;
  label: ReactNode;
  bars: Bar[];
  isFirst: boolean;
}

function useColour(): (tone: Tone) => string {
  const palette = palettes[useComputedColorScheme("light")];
  return (tone) => (tone === "accent" ? palette.accent : tone === "quiet" ? palette.neutral : (palette.series[tone % palette.series.length] ?? palette.accent));
}

function style(bar: Bar, axis: Axis, colour: string): CSSProperties {
  const from = place(bar.start, axis);
  const to = bar.end ? place(bar.end, axis) : 1;
  return { left: `${from * 100}%`, width: `${Math.max(to - from, 0) * 100}%`, ["--bar" as string]: colour };
}

const NARROW = 0.03;

/** The bars. `name` is what those hear who do not see it. */
export function Timeline({ name, rows, axis, today, chosen }: { name: string; rows: TimelineRow[]; axis: Axis; today: string; chosen?: string | undefined }) {
  const { t } = useTranslation("customers");
  const { month, date } = useFormats();
  const colour = useColour();
  const lines = ticks(axis);
  const marks = chosen === undefined || chosen === today ? [today] : [today, chosen];
  return (
    <div className={classes.timeline} role="img" aria-label={name}>
      <div className={classes.bars} aria-hidden>
        <div className={classes.over}>
          {lines.map((day) => (
            <span key={day} className={classes.tick} style={{ left: `${place(day, axis) * 100}%` }} />
          ))}
        </div>
        {rows.map((row) => (
          <div key={row.id} className={classes.row} data-first={row.isFirst || undefined}>
            <Box className={classes.label}>{row.label}</Box>
            <div className={classes.track}>
              {row.bars.map((bar) => (
                <span
                  key={bar.id}
                  className={classes.bar}
                  style={style(bar, axis, colour(bar.tone))}
                  data-open={bar.end ? undefined : true}
                  data-marked={bar.isMarked || undefined}
                  data-narrow={(bar.end && place(bar.end, axis) - place(bar.start, axis) < NARROW) || undefined}
                  title={bar.title}
                >
                  <span>{bar.text}</span>
                </span>
              ))}
            </div>
          </div>
        ))}
        <div className={classes.over}>
          {marks.map((day) => (
            <span key={day} className={classes.mark} data-chosen={day !== today || undefined} style={{ left: `${place(day, axis) * 100}%` }} />
          ))}
        </div>
      </div>
      <div className={classes.axis} aria-hidden>
        {lines.map((day) => (
          <span key={day} style={{ left: `${place(day, axis) * 100}%` }}>
            {month(day.slice(0, 7))}
          </span>
        ))}
      </div>
      <ul className={classes.legend}>
        {marks.map((day) => (
          <li key={day}>
            <span className={classes.key} data-chosen={day !== today || undefined} />
            {day === today ? t("timeline.today", { day: date(day) }) : t("timeline.chosen", { day: date(day) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a colour or a hatching means. */
export function Legend({ items }: { items: { text: string; tone: Tone; isMarked?: boolean }[] }) {
  const colour = useColour();
  return (
    <ul className={classes.legend}>
      {items.map((item) => (
        <li key={item.text}>
          <span className={`${classes.bar} ${classes.swatch}`} data-marked={item.isMarked || undefined} style={{ ["--bar" as string]: colour(item.tone) }} aria-hidden />
          {item.text}
        </li>
      ))}
    </ul>
  );
}
