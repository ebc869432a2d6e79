// Which facts count at a run: voids, voids of voids, what waits for the next cycle, and how far back a fact reaches.
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../kernel/calendar/civil.ts';
import { decimal, fact, utc } from '../../../testing/facts.ts';
import { answerStory, type QuoteStory } from '../../../testing/quote-tables.ts';
import type { Fact } from './fact.ts';
import { firstStart, withoutVoided } from './known-facts.ts';
import { touchedDay } from './touched.ts';

const ids = (facts: readonly Fact[]): (string | null)[] => facts.map(({ id }) => id);
const start = fact('2024-01-01', 'start', { id: 'start', quantities: new Map([['seat', decimal('5')]]) });
const change = fact('2024-01-10', 'quantity', { id: 'change', value: decimal('7') });
const voidOf = (ref: string, id: string, recorded: string): Fact => fact(recorded, 'void', { ref, id });

describe('voids', () => {
  const first = voidOf('change', 'v1', '2024-01-11');
  const second = voidOf('v1', 'v2', '2024-01-12');
  const third = voidOf('v2', 'v3', '2024-01-13');
  it.each<readonly [string, readonly Fact[], readonly string[]]>([
    ['nothing is taken back without one', [start, change], ['start', 'change']],
    ['a void takes a fact back', [start, change, first], ['start']],
    ['a void of the void restores it', [start, change, first, second], ['start', 'change']],
    ['and once more takes it back', [start, change, first, second, third], ['start']],
    ['in whichever order they are listed', [third, second, first, change, start], ['start']],
    ['a void of itself takes nothing back', [start, voidOf('v', 'v', '2024-01-11')], ['start']],
    [
      'two that name each other: the later recorded counts',
      [start, change, voidOf('b', 'change', '2024-01-11'), voidOf('change', 'b', '2024-01-12')],
      ['start'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(ids(withoutVoided(facts))).toEqual(expected);
  });

  it('leave the first recorded start where it was, as the anchor\u2019s', () => {
    const later = fact('2023-12-01', 'start', { id: 'later', recorded: '2024-01-20' });
    expect(firstStart([later, start, voidOf('start', 'v', '2024-01-20')])?.id).toBe('start');
    expect(firstStart([change])).toBeNull();
  });
});

describe('the next cycle', () => {
  const seatStory = (timeline: QuoteStory['timeline'], runs: string[]): QuoteStory => ({
    account: { changes: { upgrade: 'next_cycle', downgrade: 'next_cycle' } },
    components: [
      { key: 'seat', price: { kind: 'unit', price: '31' } },
      { key: 'week', period: { unit: 'week', count: 1 }, price: { kind: 'unit', price: '7' } },
    ],
    timeline: timeline ?? [],
    runs,
  });
  const billed = (story: QuoteStory): string[] =>
    answerStory(story).invoices.flatMap(({ run, lines }) => lines.map((line) => `${run} ${line.component} ${line.from} ${line.amount}`));

  it('is each component\u2019s own', () => {
    const timeline = [
      { at: '2024-01-10', do: 'quantity', component: 'seat', value: '2' },
      { at: '2024-01-10', do: 'quantity', component: 'week', value: '2' },
    ];
    const runs = ['2024-01-01', '2024-01-08', '2024-01-10', '2024-01-15', '2024-02-01'];
    const changes = billed(seatStory(timeline, runs)).filter((line) => line.includes(' 2024-01-10 '));
    expect(changes).toEqual(['2024-01-15 P/week 2024-01-10 5.00', '2024-02-01 P/seat 2024-01-10 22.00']);
  });

  it('does not wait for what was recorded by the day service began', () => {
    const timeline = [{ at: '2024-01-10', recorded: '2024-01-01', do: 'quantity', component: 'seat', value: '2' }];
    expect(billed(seatStory(timeline, ['2024-01-01'])).filter((line) => line.includes('seat'))).toEqual([
      '2024-01-01 P/seat 2024-01-01 9.00',
      '2024-01-01 P/seat 2024-01-10 44.00',
    ]);
  });
});

describe('how far back a fact reaches', () => {
  const first = voidOf('change', 'v1', '2024-03-01');
  const all = [start, change, first, voidOf('v1', 'v2', '2024-03-05'), voidOf('loop', 'loop', '2024-03-07')];
  it.each<readonly [string, Fact, string]>([
    ['a fact to its own day', change, '2024-01-10'],
    ['a void to what it takes back', first, '2024-01-10'],
    ['a void of a void to what that had taken back', all[3]!, '2024-01-10'],
    ['a void of nothing known to its own day', voidOf('nothing', 'v9', '2024-03-06'), '2024-03-06'],
    ['a void of itself to its own day', all[4]!, '2024-03-07'],
  ])('%s', (_, given, expected) => {
    expect(formatDay(touchedDay(given, all, utc))).toBe(expected);
  });
});
