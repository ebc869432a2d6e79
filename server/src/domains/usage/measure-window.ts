// Measures the events of a window as a component does, and each step of it by itself: by the aggregation that bills, over the events themselves.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, fromInteger, type Rational, ZERO } from '../../kernel/money/rational.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { aggregate, compareEvents, type MeasuredValue } from './core/aggregate.ts';
import { loadLevelsBefore } from './store.ts';
import type { WindowTotal } from './window-totals.ts';

export const aggregations = ['sum', 'count', 'max', 'last', 'unique', 'time', 'p95'] as const;
export type AskedAggregation = (typeof aggregations)[number];

const MOST_EVENTS = 100_000;

/** Answers what lies between two instants of the window, as decimal text. */
export type Measure = (from: number, to: number) => string;

/** What the kept sums tell needs no events. */
export function isKept(kind: AskedAggregation): kind is 'sum' | 'count' {
  return kind === 'sum' || kind === 'count';
}

export const keptQuantity = (kind: 'sum' | 'count', { sum, events }: { readonly sum: string; readonly events: number }): string =>
  formatExact(kind === 'sum' ? readDecimal(sum) : fromInteger(events));

export async function measureWindow(
  tx: Transaction,
  sellerId: bigint,
  place: WindowTotal,
  { from, to, kind }: { readonly from: number; readonly to: number; readonly kind: AskedAggregation },
): Promise<Measure> {
  if (place.events > MOST_EVENTS) {
    throw new Refusal(
      'usage.too_many_events',
      `Only sum and count are kept; ${kind} looks at each event, and these are more than ${MOST_EVENTS}. Ask for a shorter window.`,
      { path: 'aggregate', parameters: { most: String(MOST_EVENTS) } },
    );
  }
  const { rows } = await tx.client.query<{ at: number; id: string; value: string }>(
    `select at, event_id as id, value::text as value from usage_event
     where seller_id = $1 and subscription_id = $2 and meter_id = $3 and at >= $4 and at < $5 and taken_back is null`,
    [sellerId, place.subscriptionId, place.meterId, formatInstant(from), formatInstant(to)],
  );
  if (rows.length !== place.events) {
    throw new Refusal(
      'usage.events_not_kept',
      `Some of these events are no longer kept, only their sums. Ask for sum or count, or a later window.`,
      {
        path: 'aggregate',
      },
    );
  }
  const events: MeasuredValue[] = rows.sort(compareEvents).map(({ at, value }) => ({ at, value: readDecimal(value) }));
  const before = kind === 'time' ? await levelBefore(tx, sellerId, place, from) : ZERO;
  return (start, end) => formatExact(aggregate(kind, events, start, end, before));
}

async function levelBefore(tx: Transaction, sellerId: bigint, { subscriptionId, meter }: WindowTotal, from: number): Promise<Rational> {
  const found = await loadLevelsBefore(tx, sellerId, [{ subscriptionId, meter, from }]);
  return found.get(subscriptionId)?.[0]?.value ?? ZERO;
}
