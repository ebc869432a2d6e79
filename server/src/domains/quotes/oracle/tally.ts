// Aggregations over the events of some intervals, each walked from the first event to the last.
import type { Rational } from '../../../kernel/money/rational.ts';
import { add, compare, divide, fromInteger, maximum, multiply, reduce, ZERO } from '../../../kernel/money/rational.ts';

export interface TalliedEvent {
  readonly id: string;
  readonly at: number;
  readonly value: Rational;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
const SLOT = 300_000;

export function inOrder(events: readonly TalliedEvent[]): TalliedEvent[] {
  return [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function within(events: readonly TalliedEvent[], intervals: readonly Interval[]): TalliedEvent[] {
  return inOrder(events).filter(({ at }) => intervals.some(({ from, to }) => from <= at && at < to));
}

function levelHours(events: readonly TalliedEvent[], intervals: readonly Interval[]): Rational {
  const ordered = inOrder(events);
  let total = ZERO;
  for (const { from, to } of intervals) {
    const places = [from, ...ordered.map(({ at }) => at).filter((at) => at > from && at < to)];
    places.forEach((place, index) => {
      const level = ordered.findLast(({ at }) => at <= place)?.value ?? ZERO;
      total = add(total, multiply(level, divide(fromInteger((places[index + 1] ?? to) - place), fromInteger(HOUR))));
    });
  }
  return total;
}

function percentile95(events: readonly TalliedEvent[]): Rational {
  const slots = new Map<number, Rational>();
  for (const { at, value } of events) {
    const slot = Math.floor(at / SLOT);
    slots.set(slot, maximum(slots.get(slot) ?? value, value));
  }
  const values = [...slots.values()].sort(compare);
  const reached = values.find((candidate) => values.filter((value) => compare(value, candidate) <= 0).length * 100 >= values.length * 95);
  return reached ?? ZERO;
}

/** One figure for the events inside the intervals; `time` also looks at the events before them. */
export function tally(kind: string, events: readonly TalliedEvent[], intervals: readonly Interval[]): Rational {
  const inside = within(events, intervals);
  switch (kind) {
    case 'count':
      return fromInteger(inside.length);
    case 'max':
      return inside.map(({ value }) => value).reduce((a, b) => maximum(a, b), inside[0]?.value ?? ZERO);
    case 'last':
      return inside.at(-1)?.value ?? ZERO;
    case 'unique':
      return fromInteger(
        new Set(
          inside.map(({ value }) => {
            const { n, d } = reduce(value);
            return `${n}/${d}`;
          }),
        ).size,
      );
    case 'time':
      return levelHours(events, intervals);
    case 'p95':
      return percentile95(inside);
    default:
      return inside.reduce((total, { value }) => add(total, value), ZERO);
  }
}
