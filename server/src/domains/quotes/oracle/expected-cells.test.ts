// The oracle itself against figures worked out with pencil and paper.
import { describe, expect, test } from 'vitest';
import { expectedCells } from './expected-cells.ts';
import { minorText } from './plain-number.ts';
import type { AccountShape, ComponentShape, FactShape, PriceShape, QuoteDocument, UsageShape } from './quote-shape.ts';
import { wallClock } from './wall-clock.ts';

const MONTH = { unit: 'month', count: 1 } as const;

interface Given {
  account?: Partial<AccountShape>;
  component?: Partial<ComponentShape>;
  price?: PriceShape;
  facts: FactShape[];
  usage?: Omit<UsageShape, 'subscription' | 'meter'>[];
  more?: Partial<QuoteDocument>;
  run: string;
}

function documentOf(given: Given): QuoteDocument {
  const price = given.price ?? { kind: 'unit', price: '100' };
  return {
    version: 1,
    account: { currency: 'EUR', changes: { upgrade: 'at_once', downgrade: 'at_once' }, ...given.account },
    plans: [{ key: 'P', period: MONTH, components: [{ key: 'seat', kind: 'recurring', price, ...given.component }] }],
    subscriptions: [{ id: 's', timeline: given.facts }],
    usage: (given.usage ?? []).map((event) => ({ ...event, subscription: 's', meter: 'm' })),
    runs: [given.run],
    ...given.more,
  };
}

/** "2024-01-01 100.00" for each determined cell that costs something. */
function costs(given: Given): string[] {
  const document = documentOf(given);
  const clock = wallClock(document.account.timezone ?? 'UTC');
  return expectedCells(document, given.run)
    .filter(({ netMinor, determined }) => determined && netMinor !== 0n)
    .map(({ component, item, from, netMinor }) => {
      const name = component === 'P/seat' ? '' : `${component} `;
      return `${name}${item === null ? '' : `${item} `}${from === null ? 'once' : clock.write(from)} ${minorText(netMinor, 2)}`;
    });
}

const start = (at: string, more: object = {}): FactShape => ({ at, do: 'start', plan: 'P', ...more });

describe('the oracle, worked by hand', () => {
  test.each<[string, Given, string[]]>([
    ['whole months on the anchor', { facts: [start('2024-01-01')], run: '2024-02-01' }, ['2024-01-01 100.00', '2024-02-01 100.00']],
    [
      '12 of 31 days before billing day 13',
      { account: { anchor: { day: 13 } }, facts: [start('2011-02-01')], run: '2011-02-01' },
      ['2011-01-13 38.71'],
    ],
    [
      'the edge of the full period by plain arithmetic: 13/31 before 29 February',
      { account: { anchor: { day: 30 }, fullPeriod: 'edge' }, facts: [start('2012-02-16')], run: '2012-02-16' },
      ['2012-01-30 41.94'],
    ],
    ['and 13/30 by the grid', { account: { anchor: { day: 30 } }, facts: [start('2012-02-16')], run: '2012-02-16' }, ['2012-01-30 43.33']],
    [
      'ten seats at 3 from the 21st: 20 days of 5, 11 of 10',
      {
        price: { kind: 'unit', price: '3' },
        facts: [start('2024-01-01', { quantities: { seat: '5' } }), { at: '2024-01-21', do: 'quantity', component: 'seat', value: '10' }],
        run: '2024-01-21',
      },
      ['2024-01-01 20.32'],
    ],
    [
      'a stub keeps the whole new window: 13 March to 1 April is 19/31',
      {
        account: { anchor: { day: 13 } },
        facts: [start('2024-01-13'), { at: '2024-03-01', do: 'anchor', anchor: { day: 1 } }],
        run: '2024-04-01',
      },
      ['2024-01-13 100.00', '2024-02-13 100.00', '2024-03-13 61.29', '2024-04-01 100.00'],
    ],
    [
      'no drift after a short month',
      { account: { anchor: 'start' }, facts: [start('2024-01-31'), { at: '2024-04-30', do: 'end' }], run: '2024-05-05' },
      ['2024-01-31 100.00', '2024-02-29 100.00', '2024-03-31 100.00'],
    ],
    [
      'the day of cancellation billed: 16/31',
      { account: { cancellationDay: 'billed' }, facts: [start('2024-01-01'), { at: '2024-01-16', do: 'end' }], run: '2024-01-16' },
      ['2024-01-01 51.61'],
    ],
    [
      '30E/360: 16 to 31 January is 15 of 30',
      { component: { fraction: 'days30' }, facts: [start('2024-01-16', { anchorOn: '2024-01-01' })], run: '2024-01-16' },
      ['2024-01-01 50.00'],
    ],
    [
      'seconds: half of the first day',
      {
        component: { fraction: 'seconds', period: { unit: 'day', count: 1 } },
        facts: [start('2024-01-01T12:00:00Z'), { at: '2024-01-02T18:00:00Z', do: 'end' }],
        run: '2024-01-02',
      },
      ['2024-01-01 50.00', '2024-01-02 75.00'],
    ],
    [
      'one minute is a day by the minimum stay, by days',
      { facts: [start('2024-01-10T10:00:00Z', { anchorOn: '2024-01-01' }), { at: '2024-01-10T10:01:00Z', do: 'end' }], run: '2024-01-10' },
      ['2024-01-01 3.23'],
    ],
    [
      'and 24 hours by seconds, across a window',
      {
        component: { fraction: 'seconds', period: { unit: 'day', count: 1 } },
        facts: [start('2024-01-10T18:00:00Z'), { at: '2024-01-10T20:00:00Z', do: 'end' }],
        run: '2024-01-12',
      },
      ['2024-01-10 25.00', '2024-01-11 75.00'],
    ],
    [
      'without it nothing is left of the minute',
      {
        account: { minimumStay: null },
        facts: [start('2024-01-10T10:00:00Z'), { at: '2024-01-10T10:01:00Z', do: 'end' }],
        run: '2024-01-10',
      },
      [],
    ],
    [
      'a pause from the 11th to the 21st of a 30-day month, a trial of five days before',
      {
        facts: [start('2024-04-01', { trialUntil: '2024-04-06' }), { at: '2024-04-11', do: 'pause' }, { at: '2024-04-21', do: 'resume' }],
        run: '2024-04-30',
      },
      ['2024-04-01 50.00'],
    ],
    [
      'a tenth off for the last ten days of April',
      { facts: [start('2024-04-01'), { at: '2024-04-21', do: 'discount', percent: '10', until: '2024-05-01' }], run: '2024-04-30' },
      ['2024-04-01 96.67'],
    ],
    [
      'named items each have their own days',
      {
        facts: [
          start('2024-04-01'),
          { at: '2024-04-01', do: 'item', component: 'seat', item: 'anna', value: '1' },
          { at: '2024-04-16', do: 'item', component: 'seat', item: 'bert', value: '2' },
        ],
        run: '2024-04-30',
      },
      ['anna 2024-04-01 100.00', 'bert 2024-04-01 100.00'],
    ],
    [
      'allocation by the second: 100 units for half a day of thirty',
      {
        component: { kind: 'allocation', quantity: '0' },
        price: { kind: 'unit', price: '30' },
        facts: [
          start('2024-04-01'),
          { at: '2024-04-05T06:00:00Z', do: 'quantity', component: 'seat', value: '100' },
          { at: '2024-04-05T18:00:00Z', do: 'quantity', component: 'seat', value: '0' },
        ],
        run: '2024-05-01',
      },
      ['2024-04-01 50.00'],
    ],
    [
      'a day of 23 hours by the second in Berlin: 30 days less an hour',
      {
        account: { timezone: 'Europe/Berlin' },
        component: { kind: 'allocation', quantity: '1' },
        price: { kind: 'unit', price: '743' },
        facts: [start('2024-03-01'), { at: '2024-03-31T03:00:00+02:00', do: 'end' }],
        run: '2024-04-01',
      },
      ['2024-03-01 722.00'],
    ],
    [
      'metered: 60 of 100 included come off for 18 of 30 days, late and negative usage counts',
      {
        component: { kind: 'metered', meter: 'm' },
        price: { kind: 'unit', price: '0.5', included: '100' },
        facts: [start('2024-04-13', { anchorOn: '2024-04-01' })],
        usage: [
          { id: 'u1', at: '2024-04-12T23:59:59Z', value: '1000' },
          { id: 'u2', at: '2024-04-13T00:00:00Z', value: '80' },
          { id: 'u3', at: '2024-04-30T23:59:59.999Z', recorded: '2024-05-09', value: '20' },
          { id: 'u4', at: '2024-04-20', value: '-10' },
        ],
        run: '2024-05-10',
      },
      ['2024-04-01 15.00'],
    ],
    [
      'one-time once, after the trial, for the quantity then',
      {
        component: { kind: 'one_time' },
        facts: [start('2024-04-01', { trialUntil: '2024-04-10' }), { at: '2024-04-05', do: 'quantity', component: 'seat', value: '3' }],
        run: '2024-06-01',
      },
      ['once 300.00'],
    ],
    [
      'a voided void: the end holds',
      {
        facts: [
          start('2024-04-01'),
          { id: 'e', at: '2024-04-16', do: 'end' },
          { id: 'v', at: '2024-04-17', do: 'void', ref: 'e' },
          { id: 'w', at: '2024-04-18', do: 'void', ref: 'v' },
        ],
        run: '2024-04-30',
      },
      ['2024-04-01 50.00'],
    ],
    [
      'the price of the first charged day, then from the next window',
      {
        facts: [start('2024-04-16', { anchorOn: '2024-04-01' })],
        more: { prices: [{ component: 'P/seat', from: '2024-04-10', price: { kind: 'unit', price: '200' } }] },
        run: '2024-04-30',
      },
      ['2024-04-01 100.00'],
    ],
    [
      'at once by days',
      {
        component: { priceChange: 'at_once' },
        facts: [start('2024-04-01')],
        more: { prices: [{ component: 'P/seat', from: '2024-04-25', price: { kind: 'unit', price: '200' } }] },
        run: '2024-04-30',
      },
      ['2024-04-01 120.00'],
    ],
    [
      'a plan move carries the quantity',
      {
        facts: [start('2024-04-01', { quantities: { seat: '2' } }), { at: '2024-04-16', do: 'plan', plan: 'Q' }],
        more: {
          plans: [
            { key: 'P', period: MONTH, components: [{ key: 'seat', kind: 'recurring', price: { kind: 'unit', price: '100' } }] },
            { key: 'Q', period: MONTH, components: [{ key: 'seat', kind: 'recurring', price: { kind: 'unit', price: '30' } }] },
          ],
        },
        run: '2024-04-30',
      },
      ['2024-04-01 100.00', 'Q/seat 2024-04-01 30.00'],
    ],
    [
      'a commitment of 250 by days: 125 promised for half the month, 50 spent',
      {
        component: { timing: 'arrears' },
        facts: [start('2024-04-16', { anchorOn: '2024-04-01' })],
        more: {
          plans: [
            {
              key: 'P',
              period: MONTH,
              commitment: { amount: '250', period: MONTH },
              components: [{ key: 'seat', kind: 'recurring', price: { kind: 'unit', price: '100' } }],
            },
          ],
        },
        run: '2024-05-01',
      },
      ['2024-04-01 50.00', '2024-05-01 100.00', 'P/commitment 2024-04-01 75.00'],
    ],
    [
      'the old state on the day of change: 15 days of 1, 15 of 3',
      {
        account: { changeDay: 'old' },
        facts: [start('2024-04-01'), { at: '2024-04-15', do: 'quantity', component: 'seat', value: '3' }],
        run: '2024-04-30',
      },
      ['2024-04-01 200.00'],
    ],
    [
      'a start corrected to a later day keeps its items',
      {
        facts: [
          { ...start('2024-04-01'), id: 'a' },
          { at: '2024-04-01', do: 'item', component: 'seat', item: 'anna', value: '2' },
          { at: '2024-04-02', do: 'void', ref: 'a' },
          { ...start('2024-04-16'), recorded: '2024-04-02' },
        ],
        run: '2024-04-30',
      },
      ['anna 2024-04-01 100.00'],
    ],
    [
      'the greatest quantity of each day',
      {
        component: { kind: 'allocation', charge: 'day_max' },
        price: { kind: 'unit', price: '30' },
        facts: [
          start('2024-04-01'),
          { at: '2024-04-10T10:00:00Z', do: 'quantity', component: 'seat', value: '11' },
          { at: '2024-04-10T11:00:00Z', do: 'quantity', component: 'seat', value: '1' },
        ],
        run: '2024-05-01',
      },
      ['2024-04-01 40.00'],
    ],
    [
      'percentages event by event: 2 free, then 5 % up to a total of 10 and 1.5 % beyond, 0.30 each',
      {
        component: { kind: 'metered', meter: 'm' },
        price: {
          kind: 'percentage',
          fixed: '0.30',
          freeEvents: 2,
          tiers: [
            { upTo: '10', rate: '5' },
            { upTo: null, rate: '1.5' },
          ],
        },
        facts: [start('2024-04-01')],
        usage: [
          { id: 'a', at: '2024-04-02', value: '1000' },
          { id: 'b', at: '2024-04-03', value: '1000' },
          { id: 'c', at: '2024-04-04', value: '8' },
          { id: 'd', at: '2024-04-05', value: '102' },
        ],
        run: '2024-05-01',
      },
      ['2024-04-01 2.60'],
    ],
  ])('%s', (_, given, table) => {
    expect(costs(given)).toEqual(table);
  });
});
