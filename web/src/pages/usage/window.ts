// The windows one looks at usage through: days as text, the end not part of it.
const DAY_MS = 86_400_000;
/** More cannot be told apart in a picture. */
const MOST_PLACES = 400;

export interface Window {
  readonly from: string;
  readonly to: string;
}

export type Step = 'day' | 'month';

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const firstOfMonth = (day: string, months = 0): string =>
  dayOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));

export const dayAfter = (day: string): string => dayOf(Date.parse(`${day}T00:00:00Z`) + DAY_MS);

/** The month until tomorrow for days, the year until the next month for months. */
export function usualWindow(today: string, step: Step): Window {
  if (step === 'month') return { from: firstOfMonth(today, -11), to: firstOfMonth(today, 1) };
  return { from: dayOf(Date.parse(`${today}T00:00:00Z`) - 30 * DAY_MS), to: dayAfter(today) };
}

/** By months a window begins and ends on one; what is begun counts whole. */
export function fitted({ from, to }: Window, step: Step): Window {
  if (step === 'day') return { from, to };
  return { from: firstOfMonth(from), to: to.endsWith('-01') ? to : firstOfMonth(to, 1) };
}

/** Each day or first of a month in it. */
export function placesIn({ from, to }: Window, step: Step): string[] {
  const places: string[] = [];
  for (let place = from; place < to && places.length < MOST_PLACES; place = step === 'day' ? dayAfter(place) : firstOfMonth(place, 1))
    places.push(place);
  return places;
}
