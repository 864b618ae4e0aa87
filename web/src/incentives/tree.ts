// Reading and changing a plan as JSON, part by part. What the form does not know stays as it is.
import type { Json, Tree } from "./types";

export const MOVEMENTS = ["new", "expansion", "renewal", "reactivation", "implementation_done", "retention"] as const;
export const ROLES = ["hunter", "account_manager", "inside_account_manager", "generalist", "manager"] as const;
export const SPANS = ["month", "quarter", "half_year", "year"] as const;
export const ROUNDINGS = ["half_up", "half_even", "down"] as const;
/** What bounds a person's incentive. */
export const LIMITS = ["caps", "guarantees", "draws"] as const;
/** How a component pays. */
export const WAYS = ["rate", "fixed", "fixed_each", "tiers"] as const;
export type Way = (typeof WAYS)[number];

/** What the form can change; everything else is kept and named. */
const KNOWN = ["name", "version", "effective", "until", "currency", "rounding", "for", "components", ...LIMITS, "transition", "exchange"];

/** What the card of a component can change. */
const KNOWN_OF_COMPONENT = ["id", "name", "roles", "on", ...WAYS, "quota", "pay_on", "claw_back", "contract_months"];

/** Parts of a plan that the form does not show. */
export function others(tree: Tree): string[] {
  return Object.keys(tree).filter((key) => !KNOWN.includes(key));
}

/** Parts of a component that its card does not show. */
export function othersOf(component: Tree): string[] {
  const quota = part(component["quota"]) ?? {};
  const inQuota = Object.keys(quota).filter((key) => key !== "amount" && key !== "per").map((key) => `quota: ${key}`);
  return [...Object.keys(component).filter((key) => !KNOWN_OF_COMPONENT.includes(key)), ...inQuota];
}

export const text = (value: Json | undefined): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
export const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
export const texts = (value: Json | undefined): string[] => (typeof value === "string" ? [value] : list(value).map(text));
export const part = (value: Json | undefined): Tree | undefined => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined);
export const parts = (value: Json | undefined): Tree[] => list(value).map(part).filter((one) => one !== undefined);

/** The same with one entry changed; undefined takes it away. */
export function set(tree: Tree, key: string, value: Json | undefined): Tree {
  const next = { ...tree };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return next;
}

/** A list with one item changed; undefined takes it away. */
export function replaced<Item extends Json>(items: readonly Item[], at: number, item: Item | undefined): Item[] {
  return items.flatMap((old, place) => (place === at ? (item === undefined ? [] : [item]) : [old]));
}

/** The number before a percent sign: `12.5 %` is 12.5; anything else is nothing. */
export function percent(value: Json | undefined): number | "" {
  const found = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text(value));
  return found === null ? "" : Number(found[1]);
}

/** As plans write it. */
export function percentText(value: number | string): string {
  return value === "" ? "" : `${value} %`;
}

/** How a component pays; one that says nothing pays by rate. */
export function way(component: Tree): Way {
  return WAYS.find((one) => component[one] !== undefined) ?? "rate";
}

/** The same component paying in another way, with something to begin with. */
export function withWay(component: Tree, next: Way): Tree {
  let bare = component;
  for (const one of WAYS) bare = set(bare, one, undefined);
  switch (next) {
    case "rate":
      return { ...bare, rate: "5 %" };
    case "fixed":
    case "fixed_each":
      return { ...bare, [next]: 500 };
    case "tiers":
      return { ...bare, tiers: { by: "amount", apply: "marginal", per: "quarter", steps: [{ from: 0, rate: "5 %" }, { from: 100_000, rate: "8 %" }] } };
  }
}

/** What a field for an optional number says: nothing where it is empty. */
export function number(value: number | string): number | undefined {
  return value === "" ? undefined : Number(value);
}

/** A name for a new part of a list that none in it has yet. */
export function freeId(list: readonly Tree[], kind: string): string {
  const taken = new Set(list.map((one) => text(one["id"])));
  let number = list.length + 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}
