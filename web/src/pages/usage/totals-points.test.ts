// Totals become points of a chart.
import { expect, test } from 'vitest';
import { pointsOf } from './totals-points.ts';

const row = (subscription: string, sum: string, ...steps: readonly [string, string][]) => ({
  subscription,
  sum,
  steps: steps.map(([from, quantity]) => ({ from, sum: quantity })),
});

const places = (...all: string[]) => ({ all, of: (from: string) => from, name: (place: string) => place });

test('steps stand in time’s order, the largest service first, and a step it lacks is nothing', () => {
  const { series, points } = pointsOf(
    [row('small', '1', ['02', '1']), row('large', '5', ['02', '3'], ['01', '2'])],
    places('01', '02', '03'),
    'others',
  );
  expect(series.map(({ label }) => label)).toEqual(['large', 'small']);
  expect(points).toEqual([
    { at: '01', s0: 2, s1: 0 },
    { at: '02', s0: 3, s1: 1 },
    { at: '03', s0: 0, s1: 0 },
  ]);
});

test('many services: the small ones stand together', () => {
  const rows = Array.from({ length: 9 }, (_, index) => row(`s-${index}`, String(9 - index), ['01', String(9 - index)]));
  const { series, points } = pointsOf(rows, places('01'), 'others');
  expect(series).toHaveLength(6);
  expect(series.at(-1)?.label).toBe('others');
  expect(points[0]?.others).toBe(4 + 3 + 2 + 1);
});
