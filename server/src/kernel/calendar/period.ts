// Periods and the grids they make. A boundary is always counted from the anchor, never from the boundary before it, so nothing drifts.
import { assert } from '../assert.ts';
import { civilFromDay, type Day, dayFromCivil, daysInMonth } from './civil.ts';

export type PeriodUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Period {
  readonly unit: PeriodUnit;
  readonly count: number;
}

/** Where a grid passes through. The day may exceed the month's length (31 in February): it is cut at each boundary by itself. */
export interface Anchor {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

export function anchorOn(day: Day): Anchor {
  const civil = civilFromDay(day);
  return { year: civil.year, month: civil.month, dayOfMonth: civil.day };
}

function dayInMonth(monthIndex: number, dayOfMonth: number): Day {
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  return dayFromCivil(year, month, dayOfMonth > 28 ? Math.min(dayOfMonth, daysInMonth(year, month)) : dayOfMonth);
}

/** Months in a period, or 0 where it is counted in days. */
function monthsOf(period: Period): number {
  if (period.unit === 'month') return period.count;
  return period.unit === 'year' ? period.count * 12 : 0;
}

function daysOf(period: Period): number {
  assert(period.unit !== 'hour', 'periods of hours are counted in instants, not in days');
  return period.unit === 'week' ? period.count * 7 : period.count;
}

/** Boundary `k` of the grid; k may be negative. Anchor 31 January, monthly: 29 February 2024, 31 March. */
export function boundary(anchor: Anchor, period: Period, k: number): Day {
  const anchorMonth = anchor.year * 12 + anchor.month - 1;
  const months = monthsOf(period);
  if (months > 0) return dayInMonth(anchorMonth + k * months, anchor.dayOfMonth);
  return dayInMonth(anchorMonth, anchor.dayOfMonth) + k * daysOf(period);
}

/** The k of the window that holds `day`: boundary(k) <= day < boundary(k + 1). */
export function windowIndex(anchor: Anchor, period: Period, day: Day): number {
  const anchorMonth = anchor.year * 12 + anchor.month - 1;
  const months = monthsOf(period);
  if (months === 0) return Math.floor((day - dayInMonth(anchorMonth, anchor.dayOfMonth)) / daysOf(period));
  const civil = civilFromDay(day);
  const k = Math.floor((civil.year * 12 + civil.month - 1 - anchorMonth) / months);
  return dayInMonth(anchorMonth + k * months, anchor.dayOfMonth) > day ? k - 1 : k;
}

/** Plain calendar arithmetic from a day, `times` may be negative: 31 January plus one month is the last of February. */
export function addPeriod(day: Day, period: Period, times: number): Day {
  const months = monthsOf(period);
  if (months === 0) return day + times * daysOf(period);
  const civil = civilFromDay(day);
  return dayInMonth(civil.year * 12 + civil.month - 1 + times * months, civil.day);
}

const ISO_8601 = /^P(?:(\d{1,5})([YMWD])|T(\d{1,5})H)$/;
const UNITS: Readonly<Record<string, PeriodUnit>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** ISO 8601 with a single unit: "P1M", "P2W", "PT1H"; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const match = ISO_8601.exec(text);
  if (!match) return null;
  const count = Number(match[1] ?? match[3]);
  if (count < 1) return null;
  return { unit: match[2] === undefined ? 'hour' : UNITS[match[2]]!, count };
}

export function formatPeriod(period: Period): string {
  return period.unit === 'hour' ? `PT${period.count}H` : `P${period.count}${period.unit.charAt(0).toUpperCase()}`;
}
