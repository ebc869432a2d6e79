// The months of the start page's chart.
import { expect, it } from 'vitest';
import { revenueByMonth } from './revenue.ts';

const month = (name: string, currency: string, net: string) => ({ month: name, currency, net });

it('has every month from the first to the last, over the turn of the year', () => {
  const months = [month('2025-11', 'EUR', '100.50'), month('2026-01', 'EUR', '-20.00'), month('2026-02', 'USD', '7.00')];
  expect(revenueByMonth(months, 'EUR')).toEqual([
    { month: '2025-11', net: 100.5 },
    { month: '2025-12', net: 0 },
    { month: '2026-01', net: -20 },
    { month: '2026-02', net: 0 },
  ]);
});

it('is empty where nothing was invoiced', () => {
  expect(revenueByMonth([], 'EUR')).toEqual([]);
});
