// The door of usage.
export { aggregate, aggregateOver, compareEvents, eventsWithin, type MeasuredValue, type UsageInterval } from './core/aggregate.ts';
export type { UsageEvent } from './core/event.ts';
export { type EventSource, eventSource } from './core/event-source.ts';
export { measuredMeters } from './core/measured-meters.ts';
export { usageEvents } from './events.ts';
export { type KnownUsage, type ListedEvent, type ListedEvents, type ListedStretch, listEvents } from './list-events.ts';
export { type KeptRefusal, listRefused, type RefusedFilter } from './list-refused.ts';
export { dropMonth, listMonths, listTouchedBefore, type UsageMonth } from './month-store.ts';
export {
  listAccountsWithUsage,
  listUsageSpans,
  type PlaceInterval,
  type PlaceTotal,
  totalsOfPlaces,
  type UsageFilter,
  type UsageSpan,
} from './place-totals.ts';
export { receiveUpload, UPLOAD_JOB } from './receive-upload.ts';
export { type EventInput, type RecordedUsage, type RefusedEvent, recordUsage, type UsageRules } from './record-usage.ts';
export { usageRoutes } from './routes.ts';
export {
  addToReceipts,
  findRefused,
  insertRefusals,
  loadLevelsBefore,
  loadUsage,
  type UsageWanted,
} from './store.ts';
export { doUpload, takeUpload } from './take-upload.ts';
export { tellUpload } from './upload-routes.ts';
export { listRefusedRows, type Upload } from './upload-store.ts';
export { UsageWriter } from './usage-writer.ts';
export { totalsOfWindow, type WindowFilter, type WindowTotal } from './window-totals.ts';
