// The door of usage.
export { aggregate, aggregateOver, compareEvents, eventsWithin, type MeasuredValue, type UsageInterval } from './core/aggregate.ts';
export type { UsageEvent } from './core/event.ts';
