// Aggregations at the edges of their windows, and that splitting a window loses nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '../../../kernel/calendar/instant.ts';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { add, equals, formatExact, fromInteger, rational, ZERO } from '../../../kernel/money/rational.ts';
import type { Aggregation } from '../../catalog/core/component.ts';
import { aggregate, aggregateOver, compareEvents, eventsWithin, type MeasuredValue } from './aggregate.ts';

const HOUR = 3_600_000;
const of = (text: string | number) => parseDecimal(String(text))!;
const at = (hours: number, value: string | number): MeasuredValue => ({ at: hours * HOUR, value: of(value) });

describe('aggregate', () => {
  const day = [at(-1, 99), at(0, 5), at(6, 2), at(12, '2.0'), at(18, '7.5'), at(24, 1000)];
  const cases: readonly (readonly [Aggregation, readonly MeasuredValue[], string])[] = [
    ['sum', day, '16.5'],
    ['count', day, '4'],
    ['max', day, '7.5'],
    ['max', [at(1, -3), at(2, -2)], '-2'],
    ['last', day, '7.5'],
    ['last', [at(1, 3), at(1, 4)], '4'],
    ['unique', day, '3'],
    ['time', day, '99'],
    ['time', [at(-5, 3)], '72'],
    ['time', [at(12, 8)], '96'],
    ['time', [at(12, 8), at(12, 2), at(18, 0)], '12'],
    ['p95', [at(1, 5)], '5'],
  ];
  it.each(cases)('%s, case %#', (kind, events, expected) => {
    expect(formatExact(aggregate(kind, events, 0, 24 * HOUR))).toBe(expected);
  });

  it.each<Aggregation>(['sum', 'count', 'max', 'last', 'unique', 'p95'])('%s of nothing is zero', (kind) => {
    expect(aggregate(kind, [at(-1, 5), at(24, 5)], 0, 24 * HOUR)).toEqual(ZERO);
  });

  it('carries a level over from before the events', () => {
    expect(formatExact(aggregate('time', [], 0, 24 * HOUR, of(2)))).toBe('48');
    expect(formatExact(aggregate('time', [at(23, 0)], 0, 24 * HOUR, of(2)))).toBe('46');
    expect(formatExact(aggregate('time', [], 0, HOUR / 3, of(1)))).toBe('0.333333333333333333');
  });

  it('takes the greatest of each five-minute slot and lets one in twenty exceed', () => {
    const slots = (count: number) => Array.from({ length: count }, (_, index) => ({ at: index * 300_000, value: fromInteger(index + 1) }));
    const p95 = (events: readonly MeasuredValue[]) => formatExact(aggregate('p95', events, 0, 24 * HOUR));
    expect(p95(slots(19))).toBe('19');
    expect(p95(slots(20))).toBe('19');
    expect(p95(slots(21))).toBe('20');
    expect(p95(slots(100))).toBe('95');
    expect(
      p95([
        { at: 0, value: of(1) },
        { at: 299_999, value: of(9) },
        { at: 300_000, value: of(2) },
      ]),
    ).toBe('9');
  });

  it('takes several intervals together', () => {
    const intervals = [
      { from: 0, to: 6 * HOUR },
      { from: 12 * HOUR, to: 18 * HOUR },
    ];
    const over = (kind: Aggregation) => formatExact(aggregateOver(kind, day, intervals));
    expect([over('sum'), over('count'), over('max'), over('last'), over('time')]).toEqual(['7', '2', '5', '2', '42']);
    expect(eventsWithin(day, intervals)).toEqual([day[1], day[3]]);
    expect(eventsWithin(day, [])).toEqual([]);
  });

  it('adds up when a window is cut', () => {
    const events = fc
      .array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.bigInt({ min: -50n, max: 50n })), { maxLength: 20 })
      .map((list) => list.map(([minute, n]) => ({ at: minute * 60_000, value: rational(n, 7n) })).sort((a, b) => a.at - b.at));
    const instant = fc.integer({ min: -1000, max: 1000 }).map((minute) => minute * 60_000);
    fc.assert(
      fc.property(events, instant, instant, instant, fc.constantFrom<Aggregation[]>('sum', 'count', 'time'), (list, a, b, c, kind) => {
        const [from, middle, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const whole = aggregate(kind, list, from, to);
        const cut = add(aggregate(kind, list, from, middle), aggregate(kind, list, middle, to));
        expect(equals(whole, cut)).toBe(true);
      }),
    );
  });
});

describe('compareEvents', () => {
  it('orders by instant, then id', () => {
    const events = [
      { at: 2, id: 'a' },
      { at: 1, id: 'b' },
      { at: 1, id: 'B' },
      { at: 1, id: 'b' },
    ];
    expect([...events].sort(compareEvents).map((event) => `${event.at}${event.id}`)).toEqual(['1B', '1b', '1b', '2a']);
  });
});

const folder = process.env.PRORATA_TEST_DATA;

interface RollupExample {
  readonly id: string;
  readonly input: {
    readonly boundaries: readonly string[];
    readonly units: readonly string[];
    readonly events: readonly { readonly date: string; readonly unit: string; readonly quantity: string }[];
  };
  readonly expected: { readonly windows: readonly Record<string, string>[] };
}

describe('worked examples of other systems', () => {
  beforeEach(({ skip }) => skip(!folder, 'set PRORATA_TEST_DATA to the folder of reference data'));

  it('usage_aggregation-01: half-open windows', () => {
    const all: RollupExample[] = JSON.parse(readFileSync(join(folder!, 'worked-examples.json'), 'utf8'));
    const { input, expected } = all.find((example) => example.id === 'usage_aggregation-01')!;
    const instant = (date: string) => parseInstant(`${date}T00:00:00Z`)!;
    for (const [index, window] of expected.windows.entries()) {
      for (const unit of input.units) {
        const events = input.events
          .filter((event) => event.unit === unit)
          .map((event) => ({ at: instant(event.date), value: of(event.quantity) }));
        const total = aggregate('sum', events, instant(input.boundaries[index]!), instant(input.boundaries[index + 1]!));
        expect(formatExact(total)).toBe(window[unit]);
      }
    }
  });
});
