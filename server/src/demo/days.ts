// The days on which the demo's time stops on its way: the first of each month, when most is billed, and a few between.

const DAY_MS = 86_400_000;
const STOPS: readonly number[] = [1, 8, 15, 22];
/** Business is done in the morning, after midnight has come in every zone of the customers. */
const MORNING_MS = 14 * 3_600_000;

export const dayOfInstant = (instant: number): number => Math.floor(instant / DAY_MS);
export const morningOf = (day: number): number => day * DAY_MS + MORNING_MS;

/** After `from`, up to and with `until`; the last is always one. */
export function stopsBetween(from: number, until: number): number[] {
  const stops: number[] = [];
  for (let day = from + 1; day <= until; day += 1) {
    if (day === until || STOPS.includes(new Date(day * DAY_MS).getUTCDate())) stops.push(day);
  }
  return stops;
}

/** The 26th of the month that comes after so many: a few days before the next great run. */
export function lastDayAfter(first: number, months: number): number {
  const date = new Date(first * DAY_MS);
  return Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 26) / DAY_MS);
}
