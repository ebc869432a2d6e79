// Charging by difference, told as quotes: what each billing day bills of what should be billed, to the cent.
import { describe, expect, it } from 'vitest';
import { answerStory, lines, type QuoteStory, seat, tableOf } from '../../../testing/quote-tables.ts';

type Case = readonly [name: string, story: QuoteStory, table: string];

function tells(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, story, table) => {
    expect(tableOf(story)).toBe(table);
  });
}

const base = { key: 'base', price: { kind: 'flat', price: '31.00' } };
const desk = { key: 'desk', price: { kind: 'unit', price: '31' } };
const gigabyte = { key: 'gb', kind: 'metered', price: { kind: 'unit', price: '1' } };
const event = (id: string, at: string, value: string, recorded = at) => ({ id, subscription: 's', meter: 'gb', at, value, recorded });

describe('a window billed in advance', () => {
  tells([
    [
      'pauses and goes on: 21 days back, 11 days again',
      {
        components: [base],
        timeline: [
          { at: '2024-01-11', do: 'pause' },
          { at: '2024-01-21', do: 'resume' },
        ],
        runs: ['2024-01-01', '2024-01-11', '2024-01-21'],
      },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-02-01  P/base 1  1  due  31.00
                                   total             31.00
                                   due               31.00

        2024-01-11 credit note
          2024-01-11 – 2024-02-01  P/base 1  21/31  taken_back  -21.00
                                   total                        -21.00
                                   due                            0.00

        2024-01-21 invoice
          2024-01-21 – 2024-02-01  P/base 1  11/31  added  11.00
                                   total                   11.00
                                   due                     11.00

        owed 21.00, balance 0.00, next 2024-02-01`,
    ],
    [
      'is discounted for ten days in the middle',
      {
        components: [base],
        timeline: [{ at: '2024-01-11', do: 'discount', percent: '10', until: '2024-01-21' }],
        runs: ['2024-01-01', '2024-01-21'],
      },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-02-01  P/base 1  1  due  31.00
                                   total             31.00
                                   due               31.00

        2024-01-21 credit note
          2024-01-11 – 2024-01-21  P/base 1 → 1  10/31  changed  -1.00
                                   total                         -1.00
                                   due                            0.00

        owed 30.00, balance 0.00, next 2024-02-01`,
    ],
    [
      'follows a corrected price',
      {
        components: [seat],
        runs: ['2024-01-01', '2024-01-10'],
        more: {
          prices: [
            { component: 'P/seat', from: '2024-01-01', recorded: '2024-01-10', correction: true, price: { kind: 'unit', price: '2' } },
          ],
        },
      },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-02-01  P/seat 1  1  due  3.00
                                   total             3.00
                                   due               3.00

        2024-01-10 credit note
          2024-01-01 – 2024-02-01  P/seat 1 → 1  1  changed  -1.00
                                   total                     -1.00
                                   due                        0.00

        owed 2.00, balance 0.00, next 2024-02-01`,
    ],
    [
      'is of named items, each with days of its own',
      {
        components: [desk],
        timeline: [
          { at: '2024-01-01', do: 'item', component: 'desk', item: 'anna' },
          { at: '2024-01-16', do: 'item', component: 'desk', item: 'bert' },
          { at: '2024-01-22', do: 'item', component: 'desk', item: 'anna', value: '0' },
        ],
        runs: ['2024-01-01', '2024-01-16', '2024-01-22'],
      },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-02-01  P/desk anna 1  1  due  31.00
                                   total                  31.00
                                   due                    31.00

        2024-01-16 invoice
          2024-01-16 – 2024-02-01  P/desk bert 1  16/31  added  16.00
                                   total                        16.00
                                   due                          16.00

        2024-01-22 credit note
          2024-01-22 – 2024-02-01  P/desk anna 1  10/31  taken_back  -10.00
                                   total                             -10.00
                                   due                                 0.00

        owed 37.00, balance 0.00, next 2024-02-01`,
    ],
  ]);
});

describe('changes', () => {
  const doubled = [{ at: '2024-01-16', do: 'quantity', component: 'desk', value: '2' }];
  const runs = ['2024-01-01', '2024-01-16', '2024-02-01'];
  const amounts = (story: QuoteStory): string[] =>
    answerStory(story).invoices.flatMap((invoice) => invoice.lines.map((line) => `${invoice.run} ${line.from} ${line.amount}`));

  it.each([
    ['at once', 'at_once', ['2024-01-01 2024-01-01 31.00', '2024-01-16 2024-01-16 16.00', '2024-02-01 2024-02-01 62.00']],
    ['with the next cycle', 'next_cycle', ['2024-01-01 2024-01-01 31.00', '2024-02-01 2024-01-16 16.00', '2024-02-01 2024-02-01 62.00']],
  ])('upward are billed %s', (_, upgrade, expected) => {
    expect(amounts({ account: { changes: { upgrade } }, components: [desk], timeline: doubled, runs })).toEqual(expected);
  });

  it.each([
    ['at once', 'at_once', ['2024-01-01 2024-01-01 62.00', '2024-01-16 2024-01-16 -16.00', '2024-02-01 2024-02-01 31.00']],
    ['with the next cycle', 'next_cycle', ['2024-01-01 2024-01-01 62.00', '2024-02-01 2024-01-16 -16.00', '2024-02-01 2024-02-01 31.00']],
    ['never for the running period', 'period_end', ['2024-01-01 2024-01-01 62.00', '2024-02-01 2024-02-01 31.00']],
  ])('downward are billed %s', (_, downgrade, expected) => {
    const halved = [{ at: '2024-01-16', do: 'quantity', component: 'desk', value: '1' }];
    const changes = { upgrade: 'at_once', downgrade };
    expect(amounts({ account: { changes }, components: [desk], quantities: { desk: '2' }, timeline: halved, runs })).toEqual(expected);
  });
});

describe('a window billed in arrears', () => {
  tells([
    [
      'takes late usage, and never falls below zero',
      {
        components: [gigabyte],
        runs: ['2024-02-01', '2024-02-03', '2024-02-04'],
        more: {
          usage: [
            event('u1', '2024-01-05', '8'),
            event('u2', '2024-01-06', '2', '2024-02-03'),
            event('u3', '2024-01-07', '-50', '2024-02-04'),
          ],
        },
      },
      lines`
        2024-02-01 invoice
          2024-01-01 – 2024-02-01  P/gb 8  1  due  8.00
                                   total           8.00
                                   due             8.00

        2024-02-03 invoice
          2024-01-01 – 2024-02-01  P/gb 8 → 10  1  changed  2.00
                                   total                    2.00
                                   due                      2.00

        2024-02-04 credit note
          2024-01-01 – 2024-02-01  P/gb 10 → 0  1  changed  -10.00
                                   total                    -10.00
                                   due                        0.00

        owed 0.00, balance 0.00, next 2024-03-01`,
    ],
    [
      'is billed early where usage reaches a threshold, once for each; the least amount waits for the end',
      {
        account: { interim: ['10', '20'] },
        components: [{ ...gigabyte, price: { kind: 'unit', price: '1', min: '30' } }],
        runs: ['2024-01-05', '2024-01-10', '2024-01-11', '2024-01-20', '2024-02-01'],
        more: {
          usage: [
            event('u1', '2024-01-05', '8'),
            event('u2', '2024-01-10', '4'),
            event('u3', '2024-01-11', '3'),
            event('u4', '2024-01-20', '9'),
          ],
        },
      },
      lines`
        2024-01-10 invoice
          2024-01-01 – 2024-02-01  P/gb 12  1  due  12.00
                                   total            12.00
                                   due              12.00

        2024-01-20 invoice
          2024-01-01 – 2024-02-01  P/gb 12 → 24  1  changed  12.00
                                   total                     12.00
                                   due                       12.00

        2024-02-01 invoice
          2024-01-01 – 2024-02-01  P/gb 24 → 24  1  changed  6.00
                                   total                     6.00
                                   due                       6.00

        owed 30.00, balance 0.00, next 2024-03-01`,
    ],
  ]);

  const held = (charge: string): QuoteStory => ({
    components: [{ key: 'cpu', kind: 'allocation', charge, price: { kind: 'unit', price: '31' } }],
    timeline: [
      { at: '2024-01-16T12:00:00Z', do: 'quantity', component: 'cpu', value: '3' },
      { at: '2024-01-17T12:00:00Z', do: 'quantity', component: 'cpu', value: '2' },
    ],
    runs: ['2024-02-01'],
  });
  it.each([
    ['time: 1 × 15.5 + 3 × 1 + 2 × 14.5 days', 'time', '47.50'],
    ['day_max: 1 × 15 + 3 × 2 + 2 × 14 days', 'day_max', '49.00'],
    ['max: 3', 'max', '93.00'],
    ['end: 2', 'end', '62.00'],
  ])('allocates by %s', (_, charge, total) => {
    expect(answerStory(held(charge)).invoices).toMatchObject([{ total }]);
  });
});

it('charges a named item for the day of a resumption, though it was gone an hour later', () => {
  const timeline = [
    { at: '2024-01-01', do: 'item', component: 'desk', item: 'x' },
    { at: '2024-01-11', do: 'pause' },
    { at: '2024-01-21', do: 'resume' },
    { at: '2024-01-21T01:00:00Z', do: 'item', component: 'desk', item: 'x', value: '0' },
  ];
  const { invoices } = answerStory({ components: [desk], timeline, runs: ['2024-02-01'] });
  expect(invoices.flatMap((invoice) => invoice.lines.map(({ from, to, amount }) => `${from} ${to} ${amount}`))).toEqual([
    '2024-01-01 2024-01-11 10.00',
    '2024-01-21 2024-01-22 1.00',
  ]);
});
