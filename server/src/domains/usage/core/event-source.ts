// Usage out of a list of events, for those who hold them in memory: aggregated inside intervals, as far as it is known.
import { add, type Rational, ZERO } from '../../../kernel/money/rational.ts';
import type { Aggregation } from '../../catalog/core/component.ts';
import { aggregate } from './aggregate.ts';
import type { UsageEvent } from './event.ts';

interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface EventSource {
  quantity(meter: string, kind: Aggregation, intervals: readonly Interval[], knownBefore: number): Rational;
  events(meter: string, intervals: readonly Interval[], knownBefore: number): readonly UsageEvent[];
}

export function inOrder(a: UsageEvent, b: UsageEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function eventSource(events: readonly UsageEvent[]): EventSource {
  const byMeter = new Map<string, UsageEvent[]>();
  for (const event of events) {
    const list = byMeter.get(event.meter);
    if (list === undefined) byMeter.set(event.meter, [event]);
    else list.push(event);
  }
  for (const list of byMeter.values()) list.sort(inOrder);
  const known = (meter: string, knownBefore: number): readonly UsageEvent[] =>
    (byMeter.get(meter) ?? []).filter((event) => event.recorded < knownBefore);
  const inside = (meter: string, intervals: readonly Interval[], knownBefore: number): UsageEvent[] =>
    known(meter, knownBefore).filter((event) => intervals.some((interval) => event.at >= interval.from && event.at < interval.to));
  return {
    events: inside,
    quantity: (meter, kind, intervals, knownBefore) => {
      const first = intervals[0];
      if (first === undefined) return ZERO;
      if (kind === 'time') return levelOverTime(known(meter, knownBefore), intervals);
      const last = intervals[intervals.length - 1]!;
      return aggregate(kind, inside(meter, intervals, knownBefore), first.from, last.to, ZERO);
    },
  };
}

/** A level counts only in service, and holds across pauses and windows. */
function levelOverTime(events: readonly UsageEvent[], intervals: readonly Interval[]): Rational {
  let total = ZERO;
  for (const { from, to } of intervals) {
    const before = events.findLast((event) => event.at < from);
    total = add(
      total,
      aggregate(
        'time',
        events.filter((event) => event.at >= from && event.at < to),
        from,
        to,
        before?.value ?? ZERO,
      ),
    );
  }
  return total;
}
