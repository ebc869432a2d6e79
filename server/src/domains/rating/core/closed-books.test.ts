// What is too old to be rated again: one adjustment in the open period instead of lines in periods that are closed.
import { describe, expect, it } from 'vitest';
import { answerStory, type QuoteStory } from '../../../testing/quote-tables.ts';

type Json = Record<string, unknown>;

const seat = { key: 'seat', price: { kind: 'unit', price: '31' } };
const gigabyte = { key: 'gb', kind: 'metered', price: { kind: 'unit', price: '1' } };
const quantity = (at: string, value: string, recorded: string): Json => ({ at, recorded, do: 'quantity', component: 'seat', value });
const books = (closedUntil: string | null, greatestAgeDays: number | null = null): Json => ({ books: { closedUntil, greatestAgeDays } });
const twoMonths = ['2024-01-01', '2024-02-01'];

/** Document, component, from, amount, reason. */
const billed = (story: QuoteStory): string[] =>
  answerStory(story).invoices.flatMap(({ run, kind, lines }) =>
    lines.map((line) => `${run} ${kind} ${line.component} ${line.from} ${line.amount} ${line.reason}`),
  );

const late = (account: Json, more: Partial<QuoteStory> = {}): QuoteStory => ({
  account,
  components: [seat],
  timeline: [quantity('2024-01-11', '2', '2024-03-05')],
  runs: [...twoMonths, '2024-03-01', '2024-03-05'],
  ...more,
});

describe('a change of 11 January, told on 5 March', () => {
  it.each<readonly [string, Json, readonly string[]]>([
    [
      'is billed where it happened in open books',
      books(null),
      [
        '2024-03-05 invoice P/seat 2024-01-11 21.00 changed',
        '2024-03-05 invoice P/seat 2024-02-01 31.00 changed',
        '2024-03-05 invoice P/seat 2024-03-01 31.00 changed',
      ],
    ],
    [
      'is an adjustment for the months in closed books',
      books('2024-02-01'),
      [
        '2024-03-05 invoice adjustment 2024-03-05 21.00 adjustment',
        '2024-03-05 invoice P/seat 2024-02-01 31.00 changed',
        '2024-03-05 invoice P/seat 2024-03-01 31.00 changed',
      ],
    ],
    [
      'is one adjustment for all of them',
      books('2024-03-01'),
      ['2024-03-05 invoice adjustment 2024-03-05 52.00 adjustment', '2024-03-05 invoice P/seat 2024-03-01 31.00 changed'],
    ],
    [
      'counts periods that end inside as open',
      books('2024-02-29'),
      [
        '2024-03-05 invoice adjustment 2024-03-05 21.00 adjustment',
        '2024-03-05 invoice P/seat 2024-02-01 31.00 changed',
        '2024-03-05 invoice P/seat 2024-03-01 31.00 changed',
      ],
    ],
    [
      'is an adjustment for what is older than the greatest age',
      books(null, 33),
      [
        '2024-03-05 invoice adjustment 2024-03-05 21.00 adjustment',
        '2024-03-05 invoice P/seat 2024-02-01 31.00 changed',
        '2024-03-05 invoice P/seat 2024-03-01 31.00 changed',
      ],
    ],
    [
      'and for nothing younger',
      books(null, 34),
      [
        '2024-03-05 invoice P/seat 2024-01-11 21.00 changed',
        '2024-03-05 invoice P/seat 2024-02-01 31.00 changed',
        '2024-03-05 invoice P/seat 2024-03-01 31.00 changed',
      ],
    ],
    [
      'is dated in the open period where the books are closed beyond the run',
      books('2024-04-01'),
      ['2024-03-05 invoice adjustment 2024-04-01 83.00 adjustment'],
    ],
  ])('%s', (_, account, expected) => {
    expect(billed(late(account)).filter((line) => line.startsWith('2024-03-05'))).toEqual(expected);
  });

  it('says which periods it adjusts, from what to what', () => {
    const [line] = answerStory(late(books('2024-03-01'))).invoices.at(-1)!.lines;
    expect(line).toMatchObject({
      subscription: 's',
      component: 'adjustment',
      period: null,
      fraction: '1',
      exact: '52',
      gross: '52.00',
      before: '62.00',
      after: '114.00',
      old: null,
      new: null,
    });
    expect(line!.adjusts).toEqual([
      {
        component: 'P/seat',
        item: null,
        period: { from: '2024-01-01', to: '2024-02-01' },
        exact: '21',
        gross: '21.00',
        amount: '21.00',
        before: '31.00',
        after: '52.00',
      },
      {
        component: 'P/seat',
        item: null,
        period: { from: '2024-02-01', to: '2024-03-01' },
        exact: '31',
        gross: '31.00',
        amount: '31.00',
        before: '31.00',
        after: '62.00',
      },
    ]);
    expect(line!.why).toBe(
      'Adjustment of 2 closed periods of P/seat between 2024-01-01 and 2024-03-01, too old to be billed again line by line: exactly 52; together from 62.00 to 114.00.',
    );
  });
});

describe('one adjustment', () => {
  it('nets what goes up and down, by subscription, on one document', () => {
    const story = late(books('2024-03-01'), {
      components: [seat, { key: 'box', price: { kind: 'unit', price: '10' } }],
      timeline: [
        quantity('2024-01-01', '2', '2024-03-05'),
        { at: '2024-01-01', recorded: '2024-03-05', do: 'quantity', component: 'box', value: '0' },
      ],
      runs: [...twoMonths, '2024-03-05'],
    });
    expect(billed(story).filter((line) => line.includes('adjustment'))).toEqual([
      '2024-03-05 invoice adjustment 2024-03-05 42.00 adjustment',
    ]);
  });

  it('is a credit note where less was due, taxed as its charges were', () => {
    const taxes = {
      standard: [
        { name: 'VAT', percent: '19', from: '2007-01-01' },
        { name: 'VAT', percent: '20', from: '2024-02-15' },
      ],
    };
    const story = late(
      { ...books('2024-03-01'), taxes },
      { timeline: [quantity('2024-01-11', '0', '2024-03-05')], runs: [...twoMonths, '2024-03-05'] },
    );
    const note = answerStory(story).invoices.at(-1)!;
    expect([note.kind, note.net, note.taxes.map(({ percent, base }) => `${percent} ${base}`)]).toEqual([
      'credit_note',
      '-52.00',
      ['19 -52.00'],
    ]);
  });

  it('takes two lines where two rates were charged', () => {
    const taxes = {
      standard: [
        { name: 'VAT', percent: '19', from: '2007-01-01' },
        { name: 'VAT', percent: '20', from: '2024-02-01' },
      ],
    };
    const story = late(
      { ...books('2024-03-01'), taxes },
      { timeline: [quantity('2024-01-11', '0', '2024-03-05')], runs: [...twoMonths, '2024-03-05'] },
    );
    expect(
      answerStory(story)
        .invoices.at(-1)!
        .lines.map(({ amount, adjusts }) => [amount, adjusts!.length]),
    ).toEqual([
      ['-21.00', 1],
      ['-31.00', 1],
    ]);
  });
});

describe('what is billed for the first time', () => {
  const usage = [{ id: 'u', subscription: 's', meter: 'gb', at: '2024-01-05', value: '4' }];
  it('is no adjustment: a story billed late', () => {
    expect(
      billed({ account: books('2024-06-01'), components: [seat], runs: ['2024-02-01'] }).map((line) => line.split(' ').at(-1)),
    ).toEqual(['due', 'due']);
  });

  it('is no adjustment: usage of a month closed before it was due', () => {
    expect(billed({ account: books('2024-02-01'), components: [gigabyte], runs: ['2024-01-15', '2024-02-10'], more: { usage } })).toEqual([
      '2024-02-10 invoice P/gb 2024-01-01 4.00 due',
    ]);
  });

  it('is one where a run had looked at that time already', () => {
    const timeline = [{ at: '2024-01-11', recorded: '2024-02-05', do: 'item', component: 'box', item: 'anna' }];
    const box = { key: 'box', price: { kind: 'unit', price: '31' } };
    expect(billed({ account: books('2024-02-01'), components: [box], timeline, runs: [...twoMonths, '2024-02-05'] })).toEqual([
      '2024-02-05 invoice adjustment 2024-02-05 21.00 adjustment',
      '2024-02-05 invoice P/box 2024-02-01 31.00 due',
    ]);
  });

  it('is none for a subscription that was told later, nor for an item', () => {
    const told = { at: '2024-01-01', recorded: '2024-02-05', do: 'start', plan: 'P' };
    const more = {
      subscriptions: [
        { id: 's', timeline: [{ at: '2024-01-20', do: 'start', plan: 'P' }] },
        { id: 't', timeline: [told] },
      ],
      items: [{ id: 'x', at: '2024-01-03', recorded: '2024-02-05', amount: '9' }],
    };
    const story = { account: books('2024-02-01'), components: [seat], runs: ['2024-01-20', '2024-02-01', '2024-02-05'], more };
    expect(
      billed(story)
        .filter((line) => line.startsWith('2024-02-05'))
        .map((line) => line.split(' ').at(-1)),
    ).toEqual(['due', 'due', 'item']);
  });

  it('is told by billedThrough to a document that goes on', () => {
    const timeline = [{ at: '2024-01-01', do: 'start', plan: 'P', quantities: { seat: '0' } }, quantity('2024-01-11', '1', '2024-02-05')];
    const story: QuoteStory = {
      account: books('2024-02-01'),
      components: [seat],
      start: null,
      timeline,
      runs: [...twoMonths, '2024-02-05'],
    };
    const first = answerStory({ ...story, runs: twoMonths });
    const { billed: register, billedThrough } = first;
    const second = answerStory({ ...story, runs: ['2024-02-05'], more: { billed: register, billedThrough } });
    expect(billedThrough).toBe('2024-02-01');
    expect([...first.invoices, ...second.invoices]).toEqual(answerStory(story).invoices);
    expect(second.invoices[0]!.lines[0]!.reason).toBe('adjustment');
  });
});

describe('a single charge', () => {
  it('is closed by its day', () => {
    const setUp = { key: 'set-up', kind: 'one_time', price: { kind: 'unit', price: '5' } };
    const timeline = [
      { at: '2024-01-03', id: 'wrong', do: 'start', plan: 'P', quantities: { 'set-up': '3' } },
      { at: '2024-01-03', recorded: '2024-03-05', do: 'start', plan: 'P', quantities: { 'set-up': '1' } },
      { at: '2024-03-05', do: 'void', ref: 'wrong' },
    ];
    const story = { account: books('2024-02-01'), components: [setUp], start: null, timeline, runs: ['2024-01-03', '2024-03-05'] };
    expect(billed(story).slice(1)).toEqual(['2024-03-05 credit_note adjustment 2024-03-05 -10.00 adjustment']);
  });

  it('may be credited later under its own name', () => {
    const more = { items: [{ id: 'x', at: '2024-01-03', amount: '9' }], credits: [{ item: 'x', at: '2024-03-05', amount: '4' }] };
    const story = { account: books('2024-02-01'), runs: ['2024-01-03', '2024-03-05'], more };
    expect(billed(story).slice(1)).toEqual(['2024-03-05 credit_note x 2024-03-05 -4.00 credit']);
  });
});
