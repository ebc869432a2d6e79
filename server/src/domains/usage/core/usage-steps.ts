// The steps of a window in a zone: quarters and hours as they pass, days and months as its calendar has them.
import { civilFromDay, dayFromCivil } from '../../../kernel/calendar/civil.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';

export const usageSteps = ['quarter', 'hour', 'day', 'month'] as const;
export type UsageStep = (typeof usageSteps)[number];

export const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;

export function isOnStep(zone: Zone, step: UsageStep, instant: number): boolean {
  if (step === 'quarter') return instant % QUARTER_MS === 0;
  if (step === 'hour') return (instant - zone.startOfDay(zone.dayOf(instant))) % HOUR_MS === 0;
  const day = zone.dayOf(instant);
  return zone.startOfDay(day) === instant && (step === 'day' || civilFromDay(day).day === 1);
}

/** Where the steps of a window begin, in order, or null where there are more than `most`. */
export function stepStarts(zone: Zone, step: UsageStep, from: number, to: number, most: number): number[] | null {
  const starts: number[] = [];
  for (let at = from; at < to; at = nextStep(zone, step, at)) {
    if (starts.length >= most) return null;
    starts.push(at);
  }
  return starts;
}

function nextStep(zone: Zone, step: UsageStep, at: number): number {
  if (step === 'quarter') return at + QUARTER_MS;
  if (step === 'hour') return at + HOUR_MS;
  const day = zone.dayOf(at);
  if (step === 'day') return zone.startOfDay(day + 1);
  const { year, month } = civilFromDay(day);
  return zone.startOfDay(month === 12 ? dayFromCivil(year + 1, 1, 1) : dayFromCivil(year, month + 1, 1));
}

export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The steps that are not present, those side by side as one. */
export function gapsBetween(starts: readonly number[], to: number, present: ReadonlySet<number>): Gap[] {
  const gaps: Gap[] = [];
  for (const [index, from] of starts.entries()) {
    if (present.has(from)) continue;
    const end = starts[index + 1] ?? to;
    const last = gaps[gaps.length - 1];
    if (last?.to === from) gaps[gaps.length - 1] = { from: last.from, to: end };
    else gaps.push({ from, to: end });
  }
  return gaps;
}
