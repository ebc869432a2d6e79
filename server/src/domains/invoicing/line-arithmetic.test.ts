// The arithmetic of a line in words, for each way a line comes about.
import { expect, it } from 'vitest';
import type { InvoiceLineView } from './invoice-view.ts';
import { spellOut } from './line-arithmetic.ts';

const seat = { quantity: '2', price: { kind: 'unit', price: '31' } } as const;
const oneSeat = { ...seat, quantity: '1' };
const tiers = [
  { upTo: '10', price: '1' },
  { upTo: null, price: '0.8' },
];

const metered = { kind: 'metered', parts: [{ tier: 1, units: '60', amount: '3' }], exact: '3', exactAmount: '3' } as const;

function line(changes: Partial<InvoiceLineView>): InvoiceLineView {
  return {
    subscription: 's',
    plan: 'Cloud',
    component: 'P/seat',
    description: 'seat',
    unit: null,
    item: null,
    kind: 'recurring',
    reason: 'due',
    from: '2024-01-01',
    to: '2024-02-01',
    period: { from: '2024-01-01', to: '2024-02-01' },
    fraction: '1',
    old: null,
    new: seat,
    parts: [{ tier: 1, units: '2', amount: '62' }],
    exact: '62',
    before: '0.00',
    after: '62.00',
    rates: [],
    exactAmount: '62',
    gross: '62.00',
    discount: '0.00',
    amount: '62.00',
    net: '62.00',
    taxCategory: 'standard',
    ...changes,
  };
}

const table: readonly (readonly [string, Partial<InvoiceLineView>, string])[] = [
  ['a whole month', {}, '2 × 31.00 = 62.00\nrounded once to 62.00, less 0.00 billed before: 62.00 EUR'],
  [
    'a part of a month, which has no end as a decimal',
    {
      new: { quantity: '1', price: { kind: 'unit', price: '15' } },
      parts: [{ tier: 1, units: '1', amount: '15' }],
      fraction: '11/31',
      exact: '165/31',
      exactAmount: '5.322580645161290323',
      after: '5.32',
      amount: '5.32',
    },
    '1 × 15.00 × 11/31 = 5.322580645161290323\nexactly 165/31 = 5.322580645161290323\nrounded once to 5.32, less 0.00 billed before: 5.32 EUR',
  ],
  [
    'more seats inside a month that is billed',
    { old: oneSeat, fraction: '10/31', exact: '10', exactAmount: '10', before: '31.00', after: '41.00', amount: '10.00' },
    'now: 2 × 31.00 × 10/31 = 20.00\nbefore: 1 × 31.00 × 10/31 = 10.00\nthe difference exactly 10.00\nthe window is rounded as one: 31.00 before this line, 41.00 with it: 10.00 EUR',
  ],
  [
    'a month that is taken back',
    { old: seat, new: null, reason: 'taken_back', exact: '-62', exactAmount: '-62', before: '62.00', after: '0.00', amount: '-62.00' },
    'taken back: 2 × 31.00 = 62.00\nexactly -62.00\nrounded once to 0.00, less 62.00 billed before: -62.00 EUR',
  ],
  [
    'a discount',
    { new: { ...seat, discountPercent: '10' }, exact: '279/5', exactAmount: '55.8', after: '55.80', amount: '55.80' },
    '2 × 31.00 × (1 − 10 %) = 55.80\nrounded once to 55.80, less 0.00 billed before: 55.80 EUR',
  ],
  [
    'usage in tiers, whose fraction is not a factor',
    {
      kind: 'metered',
      new: { quantity: '12', price: { kind: 'graduated', tiers } },
      parts: [
        { tier: 1, units: '10', amount: '10' },
        { tier: 2, units: '2', amount: '1.6' },
      ],
      fraction: '1/2',
      exact: '58/5',
      exactAmount: '11.6',
      after: '11.60',
      amount: '11.60',
    },
    '10.00 + 1.60 = 11.60\nrounded once to 11.60, less 0.00 billed before: 11.60 EUR',
  ],
  [
    'late usage that reaches the next tier',
    {
      kind: 'metered',
      old: { quantity: '8', price: { kind: 'graduated', tiers } },
      new: { quantity: '12', price: { kind: 'graduated', tiers } },
      parts: [
        { tier: 1, units: '10', amount: '10' },
        { tier: 2, units: '2', amount: '1.6' },
      ],
      exact: '18/5',
      exactAmount: '3.6',
      before: '8.00',
      after: '11.60',
      amount: '3.60',
    },
    'now: 10.00 + 1.60 = 11.60\nbefore: 8.00\nthe difference exactly 3.60\nrounded once to 11.60, less 8.00 billed before: 3.60 EUR',
  ],
  [
    'units that are included',
    { ...metered, new: { quantity: '100', price: { kind: 'unit', price: '0.05', included: '40' } }, after: '3.00', amount: '3.00' },
    '60 of 100 × 0.05 = 3.00\nrounded once to 3.00, less 0.00 billed before: 3.00 EUR',
  ],
  [
    'a minimum above what was used',
    {
      ...metered,
      new: { quantity: '60', price: { kind: 'unit', price: '0.05', min: '5' } },
      exact: '5',
      exactAmount: '5',
      after: '5.00',
      amount: '5.00',
    },
    '60 × 0.05 = 3.00; 5.00 by the minimum or maximum of a period\nrounded once to 5.00, less 0.00 billed before: 5.00 EUR',
  ],
  [
    'a fixed amount off',
    {
      ...metered,
      new: { quantity: '60', price: { kind: 'unit', price: '0.05' } },
      exact: '2',
      exactAmount: '2',
      after: '2.00',
      amount: '2.00',
    },
    '60 × 0.05 = 3.00; 2.00 after fixed amounts off, or as the part that stands under this tax\nrounded once to 2.00, less 0.00 billed before: 2.00 EUR',
  ],
  [
    'a commitment, which has no price',
    {
      kind: 'commitment',
      new: { quantity: '1', price: null },
      parts: [],
      exact: '69/10',
      exactAmount: '6.9',
      after: '6.90',
      amount: '6.90',
    },
    'exactly 6.90\nrounded once to 6.90, less 0.00 billed before: 6.90 EUR',
  ],
  [
    'an extra item below zero',
    {
      kind: 'item',
      new: { quantity: '1', price: { kind: 'unit', price: '-2.6137' } },
      parts: [],
      exact: '-26137/10000',
      exactAmount: '-2.6137',
      after: '-2.61',
      amount: '-2.61',
    },
    '1 × -2.6137 = -2.6137\nrounded once to -2.61, less 0.00 billed before: -2.61 EUR',
  ],
];

it.each(table)('%s', (_name, changes, words) => {
  const told = spellOut(line(changes), 'EUR', 2);
  expect(told.map((text) => text.slice(2)).join('\n')).toBe(words);
});
