// Local days of a time zone by asking Intl minute by minute: slow, remembered, and nothing but "which date does the wall calendar show".
import { formatDay, parseDay } from '../../../kernel/calendar/civil.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface WallClock {
  /** The first instant whose local date is `day` or later. */
  startOfDay(day: number): number;
  dayOf(instant: number): number;
  /** A date is its local midnight; an instant is cut to the millisecond. */
  read(text: string): number;
  /** The local day of a date or an instant. */
  readDay(text: string): number;
  /** A date where the instant is a local midnight, else RFC 3339 in UTC. */
  write(instant: number): string;
}

function dateShownBy(zone: string): (instant: number) => number {
  if (zone === 'UTC') return (instant) => Math.floor(instant / DAY);
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => parseDay(format.format(instant))!;
}

function makeClock(zone: string): WallClock {
  const shown = dateShownBy(zone);
  const starts = new Map<number, number>();
  function startOfDay(day: number): number {
    const known = starts.get(day);
    if (known !== undefined) return known;
    let before = day * DAY - 26 * 60 * MINUTE;
    let reached = day * DAY + 26 * 60 * MINUTE;
    while (reached - before > MINUTE) {
      const middle = before + Math.floor((reached - before) / MINUTE / 2) * MINUTE;
      if (shown(middle) >= day) reached = middle;
      else before = middle;
    }
    starts.set(day, reached);
    return reached;
  }
  function dayOf(instant: number): number {
    let day = Math.floor(instant / DAY) + 1;
    while (startOfDay(day) > instant) day -= 1;
    return day;
  }
  function read(text: string): number {
    const day = parseDay(text);
    return day === null ? Date.parse(text) : startOfDay(day);
  }
  return {
    startOfDay,
    dayOf,
    read,
    readDay: (text) => parseDay(text) ?? dayOf(read(text)),
    write: (instant) => {
      const day = dayOf(instant);
      return startOfDay(day) === instant ? formatDay(day) : new Date(instant).toISOString();
    },
  };
}

const clocks = new Map<string, WallClock>();

export function wallClock(zone: string): WallClock {
  const known = clocks.get(zone);
  if (known) return known;
  const made = makeClock(zone);
  clocks.set(zone, made);
  return made;
}
