// Where in time a random case lies: zone, first day, length, and the days things like to fall on together.
import { civilFromDay, dayFromCivil, daysInMonth, formatDay } from '../../../kernel/calendar/civil.ts';
import type { PeriodShape } from './quote-shape.ts';
import type { Random } from './random.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

const MINUTE = 60_000;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland', 'America/Sao_Paulo'];
const DST_DAYS: readonly (readonly [number, number, number])[] = [
  [2024, 3, 31],
  [2024, 10, 27],
  [2024, 3, 10],
  [2024, 11, 3],
  [2024, 4, 7],
  [2024, 10, 6],
  [2018, 11, 4],
  [2018, 2, 18],
];
const MONTH_ENDS: readonly (readonly [number, number, number])[] = [
  [2024, 1, 31],
  [2024, 2, 29],
  [2023, 2, 28],
  [2023, 12, 31],
  [2024, 1, 30],
  [2023, 1, 29],
  [2023, 8, 31],
  [2024, 2, 28],
];

export interface RandomCalendar {
  readonly zone: string;
  readonly clock: WallClock;
  /** The usual period of the case. */
  readonly period: PeriodShape;
  readonly firstDay: number;
  readonly lastDay: number;
  /** A day of the case; days already used and ends of months are likelier. */
  someDay(): number;
  /** A date, or an instant on that day. */
  momentOn(day: number): string;
  /** When a fact was learned; undefined: when it happened. */
  learned(day: number): string | undefined;
}

const DAYS: Record<PeriodShape['unit'], number> = { hour: 1, day: 1, week: 7, month: 30, year: 365 };

function usualPeriod(random: Random): PeriodShape {
  return random.weighted<PeriodShape>([
    [60, { unit: 'month', count: 1 }],
    [8, { unit: 'week', count: random.between(1, 2) }],
    [10, { unit: 'day', count: random.pick([1, 7, 10, 30]) }],
    [8, { unit: 'month', count: random.pick([2, 3]) }],
    [4, { unit: 'year', count: 1 }],
    [6, { unit: 'hour', count: random.pick([4, 6, 12, 24]) }],
  ]);
}

function firstDayOf(random: Random): number {
  const [year, month, dayOfMonth] = random.weighted<readonly [number, number, number]>([
    [3, random.pick(MONTH_ENDS)],
    [2, random.pick(DST_DAYS)],
    [5, [random.between(2023, 2024), random.between(1, 12), random.between(1, 28)]],
    [3, [random.between(2023, 2024), random.between(1, 12), 1]],
  ]);
  return dayFromCivil(year, month, dayOfMonth) - random.pick([0, 0, 0, 0, 1, 5, 20]);
}

export function randomCalendar(random: Random): RandomCalendar {
  const zone = random.once(2) ? 'UTC' : random.pick(ZONES);
  const clock = wallClock(zone);
  const period = usualPeriod(random);
  const firstDay = firstDayOf(random);
  const length = DAYS[period.unit] * period.count;
  const windows = period.unit === 'year' ? 1 : random.between(1, 3);
  const lastDay = firstDay + Math.max(3, Math.min(400, length * windows)) + random.below(8);
  const used: number[] = [firstDay];
  for (const [year, month, dayOfMonth] of DST_DAYS) {
    const day = dayFromCivil(year, month, dayOfMonth);
    if (zone !== 'UTC' && day > firstDay && day < lastDay) used.push(day);
  }
  const { year, month } = civilFromDay(firstDay);
  const monthEnd = dayFromCivil(year, month, daysInMonth(year, month));
  if (monthEnd < lastDay) used.push(monthEnd, monthEnd + 1);
  function someDay(): number {
    if (random.below(10) < 4) return random.pick(used);
    const day = random.between(firstDay, lastDay);
    used.push(day);
    return day;
  }
  function momentOn(day: number): string {
    if (random.below(10) < 6) return formatDay(day);
    const begins = clock.startOfDay(day);
    const minutes = random.pick([0, 60, 150, 360, 720, 721, 1080, 1319]);
    const instant = begins + minutes * MINUTE + random.pick([0, 0, 0, 1, 59_999]);
    return new Date(Math.min(instant, clock.startOfDay(day + 1) - 1)).toISOString();
  }
  function learned(day: number): string | undefined {
    const reach = Math.max(4, Math.ceil((lastDay - firstDay) / 2));
    const recorded = random.weighted<number | null>([
      [45, null],
      [25, day + random.between(0, reach)],
      [15, day - random.between(0, Math.ceil(reach / 2))],
      [15, random.pick(used)],
    ]);
    return recorded === null ? undefined : momentOn(recorded);
  }
  return { zone, clock, period, firstDay, lastDay, someDay, momentOn, learned };
}
