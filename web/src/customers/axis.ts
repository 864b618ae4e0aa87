// The time axis that a customer's pictures share, so that they can be read one below the other.
import type { Wire } from "../api/client";
import { daysBetween } from "./words";

/** From the first to the last day. */
export interface Axis {
  from: string;
  to: string;
}

const TICKS_MAX = 7;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const AHEAD_MIN = 0.06;
/** A tick closer to the end has no room for its words. */
const LAST_TICK = 0.93;

/** From the first thing known of the customer to the last end that is agreed, and a little beyond today. */
export function axisOf(customer: Wire["CustomerView"]): Axis {
  const spans = customer.units.flatMap((unit) => [...unit.ownerships, ...unit.subscriptions]);
  const starts = spans.map((span) => span.start).sort();
  const ends = spans.flatMap((span) => (span.end ? [span.end] : [])).sort();
  const from = `${(starts[0] ?? customer.today).slice(0, 7)}-01`;
  const ahead = addDays(customer.today, Math.max(30, Math.round(daysBetween(from, customer.today) * AHEAD_MIN)));
  const last = ends.at(-1) ?? ahead;
  return { from, to: last > ahead ? last : ahead };
}

/** Where a day is on the axis, from 0 to 1. */
export function place(day: string, axis: Axis): number {
  const share = daysBetween(axis.from, day) / Math.max(daysBetween(axis.from, axis.to), 1);
  return Math.min(Math.max(share, 0), 1);
}

/** First days of months at even distances, few enough to be read. */
export function ticks(axis: Axis): string[] {
  const first = monthNumber(axis.from);
  const months = monthNumber(axis.to) - first + 1;
  const step = MONTH_STEPS.find((step) => months / step <= TICKS_MAX) ?? 120;
  const all = Array.from({ length: months }, (_, index) => first + index).filter((number) => number % step === 0);
  return all.map((number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`).filter((day) => place(day, axis) < LAST_TICK);
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
