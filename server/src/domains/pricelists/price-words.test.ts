// Each price model in words, with what bounds it.
import { expect, it } from 'vitest';
import { priceInWords } from './price-words.ts';
import type { StoredPrice } from './stored-price.ts';

const tiers = [
  { upTo: '10', price: '1' },
  { upTo: null, price: '0.8' },
];

const table: readonly (readonly [StoredPrice, string])[] = [
  [{ kind: 'unit', price: '0.34' }, '0.34 a unit'],
  [{ kind: 'unit', price: '0.000005' }, '0.000005 a unit'],
  [{ kind: 'unit' }, '0.00 a unit'],
  [{ kind: 'unit', price: '5', per: '1000' }, '5.00 for every 1000 units begun'],
  [{ kind: 'flat', price: '15' }, '15.00 whatever the quantity'],
  [{ kind: 'flat', price: '15', flatAtZero: true }, '15.00 whatever the quantity, at zero too'],
  [{ kind: 'graduated', tiers }, 'tiers: up to 10 at 1.00, then 0.80'],
  [{ kind: 'graduated', tiers: [{ upTo: null, price: '2' }] }, 'tiers: all at 2.00'],
  [
    {
      kind: 'graduated',
      tiers: [
        { upTo: '10', price: '10', flat: '2' },
        { upTo: '20', price: '5', per: '5' },
      ],
      flatAtZero: true,
    },
    'tiers: up to 10 at 10.00 + 2.00 once, then 5.00 for every 5 begun, the first fee at zero too',
  ],
  [{ kind: 'volume', tiers }, 'all units at the price of the tier they reach: up to 10 at 1.00, then 0.80'],
  [{ kind: 'package', price: '10', size: '100' }, '10.00 a package of 100'],
  [{ kind: 'package', price: '10', size: '100', free: '50' }, '10.00 a package of 100, the first 50 units free'],
  [{ kind: 'percentage', rate: '2.9', fixed: '0.3' }, '2.9 % + 0.30 an event'],
  [
    { kind: 'percentage', rate: '2.99', minEach: '1.75', maxEach: '12', freeEvents: 3, freeAmount: '100', freeOn: 'total' },
    '2.99 %, at least 1.75 each, at most 12.00 each, the first 3 events free and the first 100.00 free, taken off the total',
  ],
  [
    {
      kind: 'percentage',
      fixed: '0.1',
      tiers: [
        { upTo: '1000', rate: '2' },
        { upTo: null, rate: '1', flat: '3' },
      ],
    },
    'tiers of the running total: up to 1000 at 2 %, then 1 % + 3.00 once, and 0.10 an event',
  ],
  [
    {
      kind: 'capacity',
      tiers: [
        { upTo: null, price: '10', limits: { cpu: '4', ram: '8' } },
        { upTo: null, price: '20' },
      ],
    },
    'by capacity: cpu up to 4 and ram up to 8 for 10.00; beyond that 20.00',
  ],
  [
    { kind: 'unit', price: '0.05', included: '100', maximum: '1000', min: '5', max: '40' },
    '0.05 a unit, 100 included, nothing beyond 1000 units, minimum 5.00 a period, maximum 40.00 a period',
  ],
];

it.each(table)('%j', (price, words) => {
  expect(priceInWords(price, 2)).toBe(words);
});

it('fills amounts up to the digits of the currency and never cuts them', () => {
  expect(priceInWords({ kind: 'unit', price: '120' }, 0)).toBe('120 a unit');
  expect(priceInWords({ kind: 'unit', price: '0.5' }, 0)).toBe('0.5 a unit');
  expect(priceInWords({ kind: 'unit', price: '1.5' }, 3)).toBe('1.500 a unit');
});
