// When changes count: the direction of a change, what waits for the next cycle, voids in between, and going down at the end of the period.
import { describe, expect, it } from 'vitest';
import { decimal, fact, moment } from '../../../testing/facts.ts';
import { answerStory, type QuoteStory } from '../../../testing/quote-tables.ts';
import { atPeriodEnd, type ChangeRule, directionOf, type Judge, sortFacts } from './changes.ts';
import type { Fact } from './fact.ts';
import { byEffect } from './known-facts.ts';
import { applyFact, emptyState } from './timeline.ts';

const ids = (facts: readonly Fact[]): (string | null)[] => facts.map(({ id }) => id);
const plans = new Map();
const judge: Judge = { plans, rankOf: (plan) => decimal(plan === 'Q' ? '20' : '10') };
const start = fact('2024-01-01', 'start', { id: 'start', quantities: new Map([['seat', decimal('5')]]) });
const to = (value: string, at: string, id: string, more: { recorded?: string } = {}): Fact =>
  fact(at, 'quantity', { id, value: decimal(value), ...more });
const voidOf = (ref: string, id: string, recorded: string): Fact => fact(recorded, 'void', { ref, id });

describe('the direction of a change', () => {
  const before = applyFact(emptyState(), start, plans);
  it.each<readonly [string, Fact, string]>([
    ['more is up', to('6', '2024-01-11', 'f'), 'upgrade'],
    ['as much is up', to('5', '2024-01-11', 'f'), 'upgrade'],
    ['less is down', to('4', '2024-01-11', 'f'), 'downgrade'],
    ['a new item is up', fact('2024-01-11', 'item'), 'upgrade'],
    ['an item that never was, removed, is up', fact('2024-01-11', 'item', { value: decimal('0') }), 'upgrade'],
    ['a plan that costs more is up', fact('2024-01-11', 'plan', { plan: 'Q' }), 'upgrade'],
    ['a plan that costs as much is up', fact('2024-01-11', 'plan', { plan: 'R' }), 'upgrade'],
    ['a pause is down', fact('2024-01-11', 'pause'), 'downgrade'],
    ['a resumption is up', fact('2024-01-11', 'resume'), 'upgrade'],
    ['an end is down', fact('2024-01-11', 'end'), 'downgrade'],
    ['a discount is neither', fact('2024-01-11', 'discount'), 'other'],
    ['a moved billing day is neither', fact('2024-01-11', 'anchor'), 'other'],
    ['a void is neither', voidOf('start', 'v', '2024-01-11'), 'other'],
  ])('%s', (_, given, expected) => {
    expect(directionOf(given, before, judge)).toBe(expected);
  });

  it('is judged against the component\u2019s own quantity where none was set', () => {
    const component = { key: 'seat', quantity: decimal('3'), namedItems: false };
    const own = { ...judge, plans: new Map([['P', { components: [component] }]]) } as unknown as Judge;
    const begun = applyFact(emptyState(), fact('2024-01-01', 'start'), own.plans);
    expect([to('2', '2024-01-11', 'f'), to('3', '2024-01-11', 'f')].map((given) => directionOf(given, begun, own))).toEqual([
      'downgrade',
      'upgrade',
    ]);
  });
});

describe('a cycle that began on 10 January', () => {
  const sort = (rule: ChangeRule, ...facts: Fact[]) => {
    const sorted = sortFacts([start, ...facts], { openUntil: moment('2024-01-02'), cycleUntil: moment('2024-01-11'), rule }, judge);
    return { counted: ids(sorted.counted), waiting: ids(sorted.waiting) };
  };
  const upAtOnce: ChangeRule = { upgrade: 'at_once', downgrade: 'next_cycle' };
  const downAtOnce: ChangeRule = { upgrade: 'next_cycle', downgrade: 'at_once' };
  const later = { recorded: '2024-01-15' };

  it.each<readonly [string, ChangeRule, readonly Fact[], readonly string[], readonly string[]]>([
    ['lets in what goes up', upAtOnce, [to('6', '2024-01-05', 'up', later)], ['start', 'up'], []],
    ['leaves out what goes down and is too new', upAtOnce, [to('4', '2024-01-05', 'down', later)], ['start'], ['down']],
    [
      'lets in what was recorded with the order',
      upAtOnce,
      [fact('2024-01-05', 'end', { id: 'end', recorded: '2024-01-01T12:00:00Z' })],
      ['start', 'end'],
      [],
    ],
    [
      'lets in what its boundary has reached',
      upAtOnce,
      [to('4', '2024-01-12', 'down', { recorded: '2024-01-10T23:59:59Z' })],
      ['start', 'down'],
      [],
    ],
    [
      'keeps what is taken back until the void counts',
      upAtOnce,
      [to('9', '2024-01-12', 'up'), voidOf('up', 'v', '2024-01-14')],
      ['start', 'up'],
      ['v'],
    ],
    [
      'also where going down is at once',
      downAtOnce,
      [to('2', '2024-01-12', 'down'), voidOf('down', 'v', '2024-01-14')],
      ['start', 'down'],
      ['v'],
    ],
    [
      'lets a fact and its void wait together',
      upAtOnce,
      [to('2', '2024-01-12', 'down'), voidOf('down', 'v', '2024-01-14')],
      ['start'],
      ['down', 'v'],
    ],
    ['takes back what both reached', upAtOnce, [to('9', '2024-01-05', 'up'), voidOf('up', 'v', '2024-01-09')], ['start'], []],
    [
      'judges against what is billed: less than that is down, though more than what waits',
      upAtOnce,
      [to('2', '2024-01-12', 'down'), to('4', '2024-01-14', 'still')],
      ['start'],
      ['down', 'still'],
    ],
    [
      'judges against what is billed: a void that waits has not happened',
      upAtOnce,
      [to('9', '2024-01-12', 'up'), voidOf('up', 'v', '2024-01-13'), to('7', '2024-01-14', 'less')],
      ['start', 'up'],
      ['v', 'less'],
    ],
    [
      'judges by effect: ten from before, told later',
      upAtOnce,
      [to('7', '2024-01-14', 'seven'), to('10', '2024-01-12', 'ten', { recorded: '2024-01-20' })],
      ['start', 'ten', 'seven'],
      [],
    ],
    [
      'judges what was recorded together by effect, not by the list',
      upAtOnce,
      [to('7', '2024-01-14', 'seven', later), to('10', '2024-01-12', 'ten', later)],
      ['start', 'ten'],
      ['seven'],
    ],
  ])('%s', (_, rule, facts, counted, waiting) => {
    expect(sort(rule, ...facts)).toEqual({ counted, waiting });
  });
});

describe('a void in the middle of a cycle', () => {
  const story = (changes: ChangeRule, value: string): QuoteStory => ({
    account: { changes },
    components: [{ key: 'seat', price: { kind: 'unit', price: '31' } }],
    quantities: { seat: '2' },
    timeline: [
      { at: '2024-01-11', id: 'change', do: 'quantity', component: 'seat', value },
      { at: '2024-01-21', do: 'void', ref: 'change' },
    ],
    runs: ['2024-01-01', '2024-01-11', '2024-01-21', '2024-02-01'],
  });
  const billed = (given: QuoteStory): string[] =>
    answerStory(given).invoices.flatMap(({ run, lines }) => lines.map((line) => `${run} ${line.from} ${line.amount}`));

  it.each<readonly [string, ChangeRule, string, readonly string[]]>([
    [
      'of going up, which is at once: back with the next cycle',
      { upgrade: 'at_once', downgrade: 'next_cycle' },
      '3',
      ['2024-01-01 2024-01-01 62.00', '2024-01-11 2024-01-11 21.00', '2024-02-01 2024-01-11 -21.00', '2024-02-01 2024-02-01 62.00'],
    ],
    [
      'of going down, which is at once: back with the next cycle',
      { upgrade: 'next_cycle', downgrade: 'at_once' },
      '1',
      ['2024-01-01 2024-01-01 62.00', '2024-01-11 2024-01-11 -21.00', '2024-02-01 2024-01-11 21.00', '2024-02-01 2024-02-01 62.00'],
    ],
    [
      'of what waits: neither is ever billed',
      { upgrade: 'next_cycle', downgrade: 'next_cycle' },
      '3',
      ['2024-01-01 2024-01-01 62.00', '2024-02-01 2024-02-01 62.00'],
    ],
    [
      'where nothing waits: at once',
      { upgrade: 'at_once', downgrade: 'at_once' },
      '3',
      ['2024-01-01 2024-01-01 62.00', '2024-01-11 2024-01-11 21.00', '2024-01-21 2024-01-11 -21.00', '2024-02-01 2024-02-01 62.00'],
    ],
  ])('%s', (_, changes, value, expected) => {
    expect(billed(story(changes, value))).toEqual(expected);
  });
});

describe('going down at the end of the period, here of the month', () => {
  const endOf = (given: Fact): number => (given.at >= moment('2024-02-01') ? moment('2024-03-01') : moment('2024-02-01'));
  const told = (...facts: Fact[]): string[] =>
    atPeriodEnd([start, ...facts].sort(byEffect), judge, endOf).map(({ id, at }) => `${new Date(at).toISOString().slice(0, 10)} ${id}`);
  const begun = '2024-01-01 start';
  it.each<readonly [string, readonly Fact[], readonly string[]]>([
    ['waits for it', [to('3', '2024-01-10', 'down')], [begun, '2024-02-01 down']],
    [
      'does not hold up what goes up',
      [to('3', '2024-01-10', 'down'), fact('2024-01-12', 'item', { id: 'anna' })],
      [begun, '2024-01-12 anna', '2024-02-01 down'],
    ],
    ['is replaced by a later word: more at once', [to('3', '2024-01-10', 'down'), to('9', '2024-01-12', 'up')], [begun, '2024-01-12 up']],
    [
      'is replaced by a later word: still less, still at the end',
      [to('3', '2024-01-10', 'down'), to('4', '2024-01-12', 'less')],
      [begun, '2024-02-01 less'],
    ],
    [
      'is kept by what concerns another item',
      [
        fact('2024-01-02', 'item', { id: 'anna' }),
        fact('2024-01-10', 'item', { id: 'gone', value: decimal('0') }),
        fact('2024-01-12', 'item', { id: 'bert', item: 'bert' }),
      ],
      [begun, '2024-01-02 anna', '2024-01-12 bert', '2024-02-01 gone'],
    ],
    ['is cleared by an end', [to('3', '2024-01-10', 'down'), fact('2024-01-12', 'end', { id: 'end' })], [begun, '2024-01-12 end']],
    [
      'of a plan is replaced by a later move',
      [
        fact('2024-01-05', 'plan', { id: 'up', plan: 'Q' }),
        fact('2024-01-10', 'plan', { id: 'down', plan: 'R' }),
        fact('2024-01-12', 'plan', { id: 'stay', plan: 'Q' }),
      ],
      [begun, '2024-01-05 up', '2024-01-12 stay'],
    ],
    [
      'of a quantity is replaced by a plan that names it',
      [to('3', '2024-01-10', 'down'), fact('2024-01-12', 'plan', { id: 'move', plan: 'Q', quantities: new Map([['seat', decimal('8')]]) })],
      [begun, '2024-01-12 move'],
    ],
    ['is not of an end, which has its own day', [fact('2024-01-12', 'end', { id: 'end' })], [begun, '2024-01-12 end']],
    [
      'is not of what is out of service',
      [fact('2024-01-12', 'end', { id: 'end' }), to('9', '2024-01-13', 'set'), to('2', '2024-01-14', 'reset')],
      [begun, '2024-01-12 end', '2024-01-13 set', '2024-01-14 reset'],
    ],
    [
      'comes before what happens at the boundary itself',
      [to('3', '2024-01-10', 'down'), to('4', '2024-02-01', 'up')],
      [begun, '2024-02-01 down', '2024-02-01 up'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(told(...facts)).toEqual(expected);
  });
});
