// What stands beside the windows of a grid: tax buckets, fixed discounts, single charges, extra items and their credits, commitments.
import { describe, expect, it } from 'vitest';
import { answerStory, lines, type QuoteStory, seat, tableOf } from '../../../testing/quote-tables.ts';

type Case = readonly [name: string, story: QuoteStory, table: string];

function tells(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, story, table) => {
    expect(tableOf(story)).toBe(table);
  });
}

const desk = { key: 'desk', price: { kind: 'unit', price: '31' } };
const quantity = (at: string, value: string) => ({ at, do: 'quantity', component: 'desk', value });

describe('tax that changes from 19 to 21 per cent inside a period', () => {
  const taxes = {
    standard: [
      { name: 'VAT', percent: '19' },
      { name: 'VAT', percent: '21', from: '2024-01-16' },
    ],
  };
  tells([
    [
      'gives back at the old rate and charges at the new; a later credit empties the newest bucket first',
      {
        account: { taxes, corrections: 'lines' },
        components: [desk],
        timeline: [quantity('2024-01-20', '3'), quantity('2024-01-25', '0')],
        runs: ['2024-01-01', '2024-01-20', '2024-01-25'],
      },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-02-01  P/desk 1           1  due  31.00
                                   VAT 19 % of 31.00           5.89
                                   total                      36.89
                                   due                        36.89

        2024-01-20 invoice
          2024-01-20 – 2024-02-01  P/desk 1            12/31  taken_back  -12.00
          2024-01-20 – 2024-02-01  P/desk 3            12/31  added        36.00
                                   VAT 19 % of -12.00                      -2.28
                                   VAT 21 % of 36.00                        7.56
                                   total                                   29.28
                                   due                                     29.28

        2024-01-25 credit note
          2024-01-25 – 2024-02-01  P/desk 3            7/31  taken_back  -21.00
                                   VAT 21 % of -21.00                     -4.41
                                   total                                 -25.41
                                   due                                     0.00

        owed 40.76, balance 0.00, next 2024-02-01`,
    ],
  ]);

  it('keeps what is left in its bucket', () => {
    const runs = ['2024-01-01', '2024-01-20', '2024-01-25'];
    const timeline = [quantity('2024-01-20', '3'), quantity('2024-01-25', '0')];
    const { billed } = answerStory({ account: { taxes }, components: [desk], timeline, runs });
    expect(billed[0]!.taxes.map((bucket) => [bucket.rates[0]!.percent, bucket.amount])).toEqual([
      ['19', '19.00'],
      ['21', '15.00'],
    ]);
  });
});

describe('fixed discounts', () => {
  const flat = (key: string, price: string) => ({ key, price: { kind: 'flat', price } });
  tells([
    [
      'are shared out by what is billed, and credited in the same share: 3.63 and 1.21 remain',
      {
        components: [flat('a', '15'), flat('b', '5')],
        timeline: [{ at: '2024-01-16', do: 'end' }],
        runs: ['2024-01-01', '2024-01-16'],
        more: { discounts: [{ at: '2024-01-01', amount: '10.00' }] },
      },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-02-01  P/a 1  1  due   7.50
          2024-01-01 – 2024-02-01  P/b 1  1  due   2.50
                                   total          10.00
                                   due            10.00

        2024-01-16 credit note
          2024-01-16 – 2024-02-01  P/a 1  16/31  taken_back  -3.87
          2024-01-16 – 2024-02-01  P/b 1  16/31  taken_back  -1.29
                                   total                     -5.16
                                   due                        0.00

        owed 4.84, balance 0.00`,
    ],
  ]);
});

describe('fixed discounts that name something', () => {
  it('leave all else alone', () => {
    const discounts = [{ at: '2024-01-01', amount: '2.00', items: ['P/desk'] }];
    const components = [desk, { key: 'base', price: { kind: 'flat', price: '10' } }];
    const { invoices } = answerStory({ components, runs: ['2024-01-01', '2024-02-01'], more: { discounts } });
    expect(invoices.map((invoice) => invoice.lines.map((line) => line.discount))).toEqual([
      ['2.00', '0.00'],
      ['0.00', '0.00'],
    ]);
  });
});

describe('single charges', () => {
  const setup = { key: 'setup', kind: 'one_time', price: { kind: 'unit', price: '50' } };
  tells([
    [
      'are not taken back by an end',
      { components: [setup], timeline: [{ at: '2024-01-05', do: 'end' }], runs: ['2024-01-01', '2024-01-05'] },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-01-02  P/setup 1  1  due  50.00
                                   total              50.00
                                   due                50.00

        owed 50.00, balance 0.00`,
    ],
    [
      'are taken back with the start that caused them',
      {
        start: null,
        components: [setup],
        timeline: [
          { id: 'begin', at: '2024-01-01', do: 'start', plan: 'P' },
          { at: '2024-01-01', recorded: '2024-01-03', do: 'void', ref: 'begin' },
        ],
        runs: ['2024-01-01', '2024-01-03'],
      },
      lines`
        2024-01-01 invoice
          2024-01-01 – 2024-01-02  P/setup 1  1  due  50.00
                                   total              50.00
                                   due                50.00

        2024-01-03 credit note
          2024-01-01 – 2024-01-02  P/setup 1  1  taken_back  -50.00
                                   total                     -50.00
                                   due                         0.00

        owed 0.00, balance 0.00`,
    ],
  ]);

  it('wait for the end of a trial', () => {
    const timeline = [{ at: '2024-01-01', do: 'start', plan: 'P', trialUntil: '2024-01-15' }];
    const { invoices } = answerStory({ start: null, components: [setup], timeline, runs: ['2024-01-01', '2024-01-15'] });
    expect(invoices).toMatchObject([{ run: '2024-01-15', total: '50.00' }]);
  });
});

describe('extra items', () => {
  it('repeat until they end, may be negative, and are credited to zero at most', () => {
    const items = [
      { id: 'setup', at: '2024-01-01', amount: '17.00', quantity: '2' },
      { id: 'sorry', at: '2024-01-02', amount: '-5.00' },
      { id: 'rack', at: '2024-01-01', amount: '10', every: { unit: 'month', count: 1 }, until: '2024-02-15' },
    ];
    const credits = [
      { item: 'setup', at: '2024-01-03', amount: '30' },
      { item: 'setup', at: '2024-01-04', amount: '30' },
    ];
    const runs = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-02-01'];
    const { invoices } = answerStory({ runs, more: { items, credits } });
    expect(invoices.flatMap(({ run, lines: all }) => all.map((line) => `${run} ${line.component} ${line.reason} ${line.amount}`))).toEqual([
      '2024-01-01 setup item 34.00',
      '2024-01-01 rack item 10.00',
      '2024-01-02 sorry item -5.00',
      '2024-01-03 setup credit -30.00',
      '2024-01-04 setup credit -4.00',
      '2024-02-01 rack item 4.83',
    ]);
  });
});

describe('a credit on a component', () => {
  const told = (story: QuoteStory): string[] =>
    answerStory(story).invoices.flatMap(({ run, lines: all }) => all.map((line) => `${run} ${line.from} ${line.reason} ${line.amount}`));
  const credits = (at: string, amount: string) => ({ credits: [{ item: 'P/seat', at, amount }] });

  it('is for the period in hours that holds its instant, and for no other of its day', () => {
    const halfDay = { key: 'seat', period: { unit: 'hour', count: 12 }, price: { kind: 'unit', price: '3.00' } };
    const story: QuoteStory = { components: [halfDay], runs: ['2024-01-01'], more: credits('2024-01-01T13:00:00Z', '2') };
    expect(told(story).filter((line) => line.includes('credit'))).toEqual(['2024-01-01 2024-01-01T12:00:00Z credit -2.00']);
  });

  it('takes no more than fixed amounts left', () => {
    const discounts = [{ at: '2024-01-01', amount: '2.00' }];
    const story: QuoteStory = {
      components: [seat],
      runs: ['2024-01-01', '2024-01-10', '2024-01-11'],
      more: { discounts, ...credits('2024-01-10', '9') },
    };
    expect(told(story)).toEqual(['2024-01-01 2024-01-01 due 1.00', '2024-01-10 2024-01-10 credit -1.00']);
  });

  it('stays as it is where a fixed amount leaves a part of a cent', () => {
    const third = { key: 'seat', price: { kind: 'unit', price: '3.333' } };
    const story: QuoteStory = {
      components: [third],
      runs: ['2024-01-10', '2024-01-11'],
      more: { discounts: [{ at: '2024-01-01', amount: '9' }], ...credits('2024-01-10', '1') },
    };
    expect(told(story)).toEqual(['2024-01-10 2024-01-01 due 1.00', '2024-01-10 2024-01-10 credit -1.00']);
  });
});

describe('commitments', () => {
  const cloud = (value: string, more: Readonly<Record<string, unknown>> = {}): QuoteStory => ({
    components: [{ key: 'gb', kind: 'metered', price: { kind: 'unit', price: '1' } }],
    commitment: { amount: '40' },
    runs: ['2024-02-01'],
    more: { usage: [{ id: 'u', subscription: 's', meter: 'gb', at: '2024-01-05', value }] },
    ...more,
  });
  const trueUp = (story: QuoteStory): string[] =>
    answerStory(story).invoices.flatMap(({ lines: all }) =>
      all.filter((line) => line.reason === 'true_up').map((line) => `${line.fraction} ${line.amount}`),
    );

  it.each([
    ['charge what is missing', cloud('33.10'), ['1 6.90']],
    ['charge nothing where enough was spent', cloud('40'), []],
    ['count days in service: 40 × 10/31 = 12.90, less 2', cloud('2', { timeline: [{ at: '2024-01-11', do: 'end' }] }), ['10/31 10.90']],
    [
      'are whole on demand',
      cloud('2', { commitment: { amount: '40', fraction: 'none' }, timeline: [{ at: '2024-01-11', do: 'end' }] }),
      ['1 38.00'],
    ],
    ['leave out what they do not name', cloud('33.10', { commitment: { amount: '40', components: [] } }), ['1 40.00']],
  ])('%s', (_, story, expected) => {
    expect(trueUp(story)).toEqual(expected);
  });
});
