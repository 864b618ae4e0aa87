// When plans usually begin.

/** The first day of the quarter after this one. */
export function nextQuarter(now: Date): string {
  return new Date(Date.UTC(now.getFullYear(), 3 * Math.floor(now.getMonth() / 3) + 3, 1)).toISOString().slice(0, 10);
}
