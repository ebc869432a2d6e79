// What recurs, brought to a month: by hand.
import { expect, it } from 'vitest';
import { perMonth } from './overview.ts';

const row = (currency: string, unit: 'hour' | 'day' | 'week' | 'month' | 'year', count: number, minor: bigint) => ({
  currency,
  unit,
  count,
  netMinor: minor,
});

it.each([
  [[row('EUR', 'month', 1, 6200n)], '62.00'],
  [[row('EUR', 'month', 3, 10000n)], '33.33'],
  [[row('EUR', 'year', 1, 12000n)], '10.00'],
  [[row('EUR', 'week', 1, 11200n)], '487.00'],
  [[row('EUR', 'day', 1, 1600n)], '487.00'],
  [[row('EUR', 'hour', 1, 200n)], '1461.00'],
  // Each would be rounded to 33.33; together they are a hundred.
  [[row('EUR', 'month', 3, 10000n), row('EUR', 'year', 1, 80000n)], '100.00'],
] as const)('%o is %s a month', (rows, expected) => {
  expect(perMonth(rows)).toEqual([{ currency: 'EUR', amount: expected }]);
});

it('adds no currency to another', () => {
  expect(perMonth([row('JPY', 'month', 1, 500n), row('EUR', 'month', 1, 100n)])).toEqual([
    { currency: 'EUR', amount: '1.00' },
    { currency: 'JPY', amount: '500' },
  ]);
});
