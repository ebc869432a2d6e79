// Intervals and fractions as people read them: "1–31 Jan 2024", "15 Jan 2024, 12:00–24:00", "11 of 31 days", "12 of 24 hours".
import { assert } from '../../../kernel/assert.ts';
import { type Day, parseDay } from '../../../kernel/calendar/civil.ts';
import { parseInstant } from '../../../kernel/calendar/instant.ts';
import { days30 } from '../../../kernel/calendar/thirty.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import { divide, formatExact, fromInteger, type Rational, rational, reduce } from '../../../kernel/money/rational.ts';
import type { Interval } from './document-model.ts';
import type { Wording } from './wording.ts';

const MS_PER_DAY = 86_400_000;
const HOUR = { key: 'fraction.hours', milliseconds: 3_600_000 } as const;
const MINUTE = { key: 'fraction.minutes', milliseconds: 60_000 } as const;
const SECOND = { key: 'fraction.seconds', milliseconds: 1000 } as const;

/** The last day is printed, not the one after it. Instants that are midnights of the zone read as days. */
export function formatInterval(interval: Interval, zone: Zone, wording: Wording): string {
  const from = readMoment(interval.from, zone);
  const to = readMoment(interval.to, zone);
  if (from.time === null && to.time === null) return wording.dateRange(from.day, Math.max(from.day, to.day - 1));
  const offsets = from.offset === to.offset ? null : ([from.offset, to.offset] as const);
  const start = `${wording.shortDate(from.day)}, ${wording.time(from.time ?? 0)}${offsets ? ` ${formatOffset(offsets[0])}` : ''}`;
  // The end of a day reads better as 24:00 than as the next day's first moment, unless the clocks went over it.
  const endsAtMidnight = to.time === null && to.day > from.day && !offsets;
  const lastDay = endsAtMidnight ? to.day - 1 : to.day;
  const end = `${wording.time(endsAtMidnight ? MS_PER_DAY : (to.time ?? 0))}${offsets ? ` ${formatOffset(offsets[1])}` : ''}`;
  return lastDay === from.day ? `${start}–${end}` : `${start} – ${wording.shortDate(lastDay)}, ${end}`;
}

/** Null for a whole period. The whole is what the part and the fraction make of it: 11 days as 11/31 are "11 of 31 days". */
export function formatFractionOf(fraction: string, interval: Interval, wording: Wording): string | null {
  const share = readFraction(fraction);
  if (share.n === share.d) return null;
  const fallback = wording.text('fraction.share', { fraction });
  if (share.n <= 0n) return fallback;
  const firstDay = parseDay(interval.from);
  const lastDay = parseDay(interval.to);
  if (firstDay !== null && lastDay !== null) {
    return (
      formatPart('fraction.days', lastDay - firstDay, share, wording) ?? formatDays30(days30(firstDay, lastDay), share, wording) ?? fallback
    );
  }
  const elapsed = parseInstant(interval.to)! - parseInstant(interval.from)!;
  for (const unit of [HOUR, MINUTE, SECOND]) {
    const text = elapsed % unit.milliseconds === 0 ? formatPart(unit.key, elapsed / unit.milliseconds, share, wording) : null;
    if (text !== null) return text;
  }
  return fallback;
}

function formatPart(
  key: 'fraction.days' | 'fraction.days30' | (typeof HOUR | typeof MINUTE | typeof SECOND)['key'],
  part: number,
  share: Rational,
  wording: Wording,
): string | null {
  const whole = reduce(divide(fromInteger(part), share));
  if (part <= 0 || whole.d !== 1n) return null;
  return wording.text(key, { part: wording.decimal(String(part)), whole: wording.decimal(formatExact(whole)), count: Number(whole.n) });
}

/** Only a whole of full months can come from a 30/360 year. */
function formatDays30(part: number, share: Rational, wording: Wording): string | null {
  const whole = reduce(divide(fromInteger(part), share));
  return whole.n % 30n === 0n ? formatPart('fraction.days30', part, share, wording) : null;
}

/** "11/31" or "1". */
export function readFraction(text: string): Rational {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  assert(match?.[1] !== undefined && match[2] !== '0', `"${text}" is not a fraction`);
  return reduce(rational(BigInt(match[1]), BigInt(match[2] ?? '1')));
}

/** A day, or the time within it. */
interface Moment {
  readonly day: Day;
  readonly time: number | null;
  readonly offset: number;
}

function readMoment(text: string, zone: Zone): Moment {
  const written = parseDay(text);
  if (written !== null) return { day: written, time: null, offset: zone.offsetAt(zone.startOfDay(written)) };
  const instant = parseInstant(text);
  assert(instant !== null, `"${text}" is neither a date nor an instant`);
  const offset = zone.offsetAt(instant);
  const day = zone.dayOf(instant);
  if (zone.startOfDay(day) === instant) return { day, time: null, offset };
  const local = instant + offset;
  const shown = Math.floor(local / MS_PER_DAY);
  return { day: shown, time: local - shown * MS_PER_DAY, offset };
}

/** "(UTC+2)". */
function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `(UTC${offset < 0 ? '\u2212' : '+'}${Math.floor(minutes / 60)}${rest})`;
}
