// Usage out of a list of events, for those who hold them in memory: aggregated inside intervals, as far as it is known.
import type { Rational } from '../../../kernel/money/rational.ts';
import type { Aggregation } from '../../catalog/core/component.ts';
import { aggregateOver, compareEvents, eventsWithin, type UsageInterval } from './aggregate.ts';
import type { UsageEvent } from './event.ts';

export interface EventSource {
  quantity(meter: string, kind: Aggregation, intervals: readonly UsageInterval[], knownBefore: number): Rational;
  events(meter: string, intervals: readonly UsageInterval[], knownBefore: number): readonly UsageEvent[];
}

export function eventSource(events: readonly UsageEvent[]): EventSource {
  const byMeter = new Map<string, UsageEvent[]>();
  for (const event of events) {
    const list = byMeter.get(event.meter);
    if (list === undefined) byMeter.set(event.meter, [event]);
    else list.push(event);
  }
  for (const list of byMeter.values()) list.sort(compareEvents);
  const known = (meter: string, knownBefore: number): readonly UsageEvent[] =>
    (byMeter.get(meter) ?? []).filter((event) => event.recorded < knownBefore);
  return {
    events: (meter, intervals, knownBefore) => eventsWithin(known(meter, knownBefore), intervals),
    quantity: (meter, kind, intervals, knownBefore) => aggregateOver(kind, known(meter, knownBefore), intervals),
  };
}
