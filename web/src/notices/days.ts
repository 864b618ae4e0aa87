// Notices by the day on which they came, in the order in which they come.

/** The days with what came on each. */
export function byDay<Item extends { at: string }>(items: readonly Item[]): [string, Item[]][] {
  const days = new Map<string, Item[]>();
  for (const item of items) {
    const day = item.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}
