// From usage events to the one quantity of a window, by the rules of charging. Exact; an empty window is zero.
import { add, compare, fromInteger, maximum, multiply, type Rational, rational, reduce, ZERO } from '../../../kernel/money/rational.ts';
import type { Aggregation } from '../../catalog/core/component.ts';

/** What an aggregation needs of an event. */
export interface MeasuredValue {
  readonly at: number;
  readonly value: Rational;
}

/** Half open, in instants. */
export interface UsageInterval {
  readonly from: number;
  readonly to: number;
}

const MS_PER_HOUR = 3_600_000n;
const MS_PER_SLOT = 300_000;

/** By instant, then id: the order in which `last`, `time` and free events count. */
export function compareEvents(
  left: { readonly at: number; readonly id: string },
  right: { readonly at: number; readonly id: string },
): number {
  if (left.at !== right.at) return left.at - right.at;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

/**
 * Aggregates the events of [from, to). Events are sorted by `compareEvents`; those before `from` only tell the level a `time` meter
 * stands at, `levelBefore` is the level before the first of them.
 */
export function aggregate(
  kind: Aggregation,
  events: readonly MeasuredValue[],
  from: number,
  to: number,
  levelBefore: Rational = ZERO,
): Rational {
  return aggregateOver(kind, events, [{ from, to }], levelBefore);
}

/** As `aggregate`, over several intervals taken together (service with pauses), which are ascending and do not overlap. */
export function aggregateOver(
  kind: Aggregation,
  events: readonly MeasuredValue[],
  intervals: readonly UsageInterval[],
  levelBefore: Rational = ZERO,
): Rational {
  if (kind === 'time') return levelHours(events, intervals, levelBefore);
  const inside = eventsWithin(events, intervals);
  if (inside.length === 0) return ZERO;
  switch (kind) {
    case 'sum':
      return inside.reduce((total, event) => add(total, event.value), ZERO);
    case 'count':
      return fromInteger(inside.length);
    case 'max':
      return inside.reduce((greatest, event) => maximum(greatest, event.value), inside[0]!.value);
    case 'last':
      return inside.at(-1)!.value;
    case 'unique':
      return fromInteger(new Set(inside.map((event) => identity(event.value))).size);
    case 'p95':
      return percentile95(inside);
  }
}

/** The events inside the intervals, in order. */
export function eventsWithin<Event extends { readonly at: number }>(
  events: readonly Event[],
  intervals: readonly UsageInterval[],
): readonly Event[] {
  const only = intervals.length === 1 ? intervals[0] : undefined;
  if (only) return events.slice(firstFrom(events, only.from), firstFrom(events, only.to));
  return intervals.flatMap(({ from, to }) => events.slice(firstFrom(events, from), firstFrom(events, to)));
}

/** Index of the first event at or after an instant. */
function firstFrom(events: readonly { readonly at: number }[], instant: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.at < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function identity(value: Rational): string {
  const { n, d } = reduce(value);
  return d === 1n ? n.toString() : `${n}/${d}`;
}

/** Level × hours: 8 GB from noon to the end of a day are 96 GB-hours. The level holds between intervals but counts only inside them. */
function levelHours(events: readonly MeasuredValue[], intervals: readonly UsageInterval[], levelBefore: Rational): Rational {
  let total = ZERO;
  for (const { from, to } of intervals) {
    const end = firstFrom(events, to);
    let next = firstFrom(events, from);
    let level = next > 0 ? events[next - 1]!.value : levelBefore;
    let since = from;
    for (; next < end; next += 1) {
      const event = events[next]!;
      total = add(total, multiply(level, fromInteger(event.at - since)));
      level = event.value;
      since = event.at;
    }
    if (to > since) total = add(total, multiply(level, fromInteger(to - since)));
  }
  return multiply(total, rational(1n, MS_PER_HOUR));
}

/** The smallest of the five-minute slots' greatest values that at least 95 % of them do not exceed; slots without an event do not count. */
function percentile95(events: readonly MeasuredValue[]): Rational {
  const greatest = new Map<number, Rational>();
  for (const event of events) {
    const slot = Math.floor(event.at / MS_PER_SLOT);
    const known = greatest.get(slot);
    greatest.set(slot, known ? maximum(known, event.value) : event.value);
  }
  const ascending = [...greatest.values()].sort(compare);
  return ascending[Math.ceil((ascending.length * 19) / 20) - 1]!;
}
