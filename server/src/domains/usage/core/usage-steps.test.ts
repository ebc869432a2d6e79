// Steps of a window: by the calendar of a zone, with the days that have 23 and 25 hours.
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../kernel/calendar/instant.ts';
import { findZone } from '../../../kernel/calendar/zone.ts';
import { gapsBetween, isOnStep, stepStarts, type UsageStep } from './usage-steps.ts';

const zone = (name: string) => findZone(name)!;
const at = (text: string) => parseInstant(text)!;
const starts = (name: string, step: UsageStep, from: string, to: string) => stepStarts(zone(name), step, at(from), at(to), 100);

it.each([
  ['days, one of 23 hours', 'Europe/Berlin', 'day', '2026-03-28T00:00:00+01:00', '2026-03-31T00:00:00+02:00', [24, 23, 24]],
  ['days, one of 25 hours', 'Europe/Berlin', 'day', '2026-10-24T00:00:00+02:00', '2026-10-26T00:00:00+01:00', [24, 25]],
  ['months', 'Europe/Berlin', 'month', '2025-12-01T00:00:00+01:00', '2026-04-01T00:00:00+02:00', [744, 744, 672, 743]],
  ['hours of a day of 23', 'Europe/Berlin', 'hour', '2026-03-29T00:00:00+01:00', '2026-03-29T04:00:00+02:00', [1, 1, 1]],
  ['hours half an hour beside others', 'Asia/Kolkata', 'hour', '2026-01-01T00:00:00+05:30', '2026-01-01T02:00:00+05:30', [1, 1]],
] as const)('%s', (_name, name, step, from, to, hours) => {
  const found = starts(name, step, from, to)!;
  const ends = [...found.slice(1), at(to)];
  expect(found.map((start, index) => (ends[index]! - start) / 3_600_000)).toEqual(hours);
  expect([...found, at(to)].every((start) => isOnStep(zone(name), step, start))).toBe(true);
});

it('are refused when they are too many', () => {
  expect(starts('UTC', 'quarter', '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z')).toBeNull();
});

describe('an instant is on a step', () => {
  it.each([
    ['quarter', '2026-01-01T00:15:00Z', true],
    ['quarter', '2026-01-01T00:16:00Z', false],
    ['hour', '2026-01-01T00:30:00Z', false],
    ['day', '2026-01-01T00:00:00Z', false],
    ['day', '2026-01-01T00:00:00+01:00', true],
    ['month', '2026-01-02T00:00:00+01:00', false],
  ] as const)('%s %s: %s', (step, text, expected) => expect(isOnStep(zone('Europe/Berlin'), step, at(text))).toBe(expected));
});

it('gaps side by side are one', () => {
  expect(gapsBetween([0, 10, 20, 30], 40, new Set([10]))).toEqual([
    { from: 0, to: 10 },
    { from: 20, to: 40 },
  ]);
});
