// When an account is to be looked at next: on the day something falls due, and never again where nothing will without a new fact.
import { expect, it } from 'vitest';
import { answerStory, type QuoteStory } from '../../../testing/quote-tables.ts';

const base = { key: 'base', price: { kind: 'flat', price: '31.00' } };
const later = { ...base, timing: 'arrears' };
const setUp = { key: 'set-up', kind: 'one_time', price: { kind: 'flat', price: '5.00' } };
const gigabyte = { key: 'gb', kind: 'metered', price: { kind: 'unit', price: '1' } };
const waits = { changes: { upgrade: 'next_cycle', downgrade: 'next_cycle' } };
const end = { at: '2024-01-20', do: 'end' };
const item = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({ id: 'x', at: '2024-01-05', amount: '9.00', ...fields });
const only = (...items: Record<string, unknown>[]): Partial<QuoteStory> => ({ more: { items } });

type Case = readonly [name: string, story: Partial<QuoteStory>, run: string, next: string | null];

it.each<Case>([
  ['in advance: the next period', { components: [base] }, '2024-01-01', '2024-02-01'],
  ['in arrears: the end of this one', { components: [later] }, '2024-01-15', '2024-02-01'],
  [
    'before the start: its day',
    { components: [base], start: null, timeline: [{ at: '2024-03-03', recorded: '2024-01-01', do: 'start', plan: 'P' }] },
    '2024-01-01',
    '2024-03-03',
  ],
  [
    'before a start that was taken back: never',
    {
      components: [base],
      start: null,
      timeline: [
        { at: '2024-03-03', recorded: '2024-01-01', id: 'f', do: 'start', plan: 'P' },
        { at: '2024-01-01', do: 'void', ref: 'f' },
      ],
    },
    '2024-01-01',
    null,
  ],
  [
    'a single charge: its day',
    { components: [setUp], start: null, timeline: [{ at: '2024-03-03', recorded: '2024-01-01', do: 'start', plan: 'P' }] },
    '2024-01-01',
    '2024-03-03',
  ],
  ['a single charge that was billed: never', { components: [setUp] }, '2024-01-01', null],
  ['a single charge of nothing: never', { components: [setUp], quantities: { 'set-up': '0' } }, '2024-01-01', null],
  ['billed in advance and ended: never', { components: [base], timeline: [end] }, '2024-01-20', null],
  [
    'billed in advance and known to end in the running period: never',
    { components: [base], timeline: [{ ...end, recorded: '2024-01-02' }] },
    '2024-01-02',
    null,
  ],
  [
    'in arrears and known to end: that day',
    { components: [later, gigabyte], timeline: [{ ...end, recorded: '2024-01-02' }] },
    '2024-01-02',
    '2024-01-20',
  ],
  [
    'a planned change in a period that is billed: the next period',
    { components: [base], timeline: [{ at: '2024-01-20', recorded: '2024-01-02', do: 'discount', percent: '10' }] },
    '2024-01-02',
    '2024-02-01',
  ],
  ['paused for good: never', { components: [base], timeline: [{ at: '2024-01-10', do: 'pause' }] }, '2024-01-10', null],
  [
    'paused until a planned resumption: its day',
    {
      components: [base],
      timeline: [
        { at: '2024-01-10', do: 'pause' },
        { at: '2025-06-07', recorded: '2024-01-10', do: 'resume' },
      ],
    },
    '2024-01-10',
    '2025-06-07',
  ],
  [
    'in trial: its end',
    { components: [base], start: null, timeline: [{ at: '2024-01-01', do: 'start', plan: 'P', trialUntil: '2024-01-15' }] },
    '2024-01-01',
    '2024-01-15',
  ],
  [
    'of periods of hours: the next day',
    { components: [{ ...base, period: { unit: 'hour', count: 6 }, fraction: 'seconds' }] },
    '2024-01-01',
    '2024-01-02',
  ],
  [
    'a minimum stay that reaches into the next period: its first day',
    {
      account: { anchor: { day: 2 } },
      components: [{ ...base, fraction: 'seconds' }],
      start: null,
      timeline: [
        { at: '2024-01-01T20:00:00Z', do: 'start', plan: 'P' },
        { at: '2024-01-01T21:00:00Z', do: 'end' },
      ],
    },
    '2024-01-01',
    '2024-01-02',
  ],
  ['an end that waits: the next boundary', { account: waits, components: [base], timeline: [end] }, '2024-01-20', '2024-02-01'],
  ['an end that waited: never', { account: waits, components: [base], timeline: [end] }, '2024-02-01', null],
  [
    'a commitment of a longer period than what it is over',
    {
      components: [setUp, gigabyte],
      commitment: { amount: '40', components: ['gb'], period: { unit: 'month', count: 3 } },
      timeline: [end],
    },
    '2024-01-20',
    null,
  ],
  [
    'a commitment beside a single charge: the end of its period',
    { components: [setUp], commitment: { amount: '40', period: { unit: 'month', count: 3 } } },
    '2024-01-01',
    '2024-04-01',
  ],
  [
    'a pause that waits: the first boundary of any grid',
    {
      account: waits,
      components: [setUp],
      commitment: { amount: '40', period: { unit: 'month', count: 3 } },
      timeline: [{ at: '2024-04-10', do: 'pause' }],
    },
    '2024-04-10',
    '2024-05-01',
  ],
  ['an item: its day', only(item({ at: '2024-03-03', recorded: '2024-01-01' })), '2024-01-01', '2024-03-03'],
  ['an item that was billed: never', only(item()), '2024-01-05', null],
  ['an item that repeats: its next period', only(item({ every: { unit: 'week', count: 1 } })), '2024-01-05', '2024-01-12'],
  ['an item that repeated: never', only(item({ every: { unit: 'week', count: 1 }, until: '2024-01-19' })), '2024-01-12', null],
  ['nothing: never', {}, '2024-01-01', null],
])('%s', (_, story, run, next) => {
  expect(answerStory({ ...story, runs: [run] }).next).toBe(next);
});

it('walks to the days on which usage may reach a threshold', () => {
  const usage = [1, 2, 3].map((day) => ({ id: `u${day}`, subscription: 's', meter: 'gb', at: `2024-01-0${day}T12:00:00Z`, value: '4' }));
  const { invoices } = answerStory({
    account: { interim: ['7.00'] },
    components: [gigabyte],
    runs: { until: '2024-02-01' },
    more: { usage },
  });
  expect(invoices.map(({ run, total }) => `${run} ${total}`)).toEqual(['2024-01-02 8.00', '2024-02-01 4.00']);
});
