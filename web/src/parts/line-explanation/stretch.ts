// A stretch of days or instants, whose end the API names exclusively, as people write it: with its last day.
import type { Format } from '../../i18n/format.ts';

const DAY_MS = 86_400_000;
const isDay = (at: string): boolean => at.length === 10;

/** The day before; what is no day stays. */
export const lastDayBefore = (end: string): string =>
  isDay(end) ? new Date(Date.parse(`${end}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10) : end;

/** First and last of it, written; both are the same where it is one day. */
export function stretchOf(from: string, to: string, format: Format): { readonly first: string; readonly last: string } {
  if (!isDay(from)) return { first: format.instant(from), last: format.instant(to) };
  const last = lastDayBefore(to);
  return { first: format.day(from), last: format.day(last < from ? from : last) };
}
