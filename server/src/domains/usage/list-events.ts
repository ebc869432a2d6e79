// Lists the single events that an invoice line stands on, as far as its run knew them.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

/** What a run knew: the events that arrived below its number. Those of before there were such numbers, if recorded when it began. */
export interface KnownUsage {
  readonly below: bigint;
  readonly at: number;
}

const IS_KNOWN =
  '(e.arrival < w.known_below and (e.arrival > 0 or e.recorded_at <= w.known_at) and (e.taken_back is null or e.taken_back >= w.known_below))';
const IS_NEW = '(w.before_below is not null and not (e.arrival < w.before_below and (e.arrival > 0 or e.recorded_at <= w.before_at)))';

/** A stretch of one meter whose events are to be listed. Instants; `to` is not part of it. */
export interface ListedStretch {
  readonly subscriptionId: bigint;
  readonly meter: string;
  readonly from: number;
  readonly to: number;
  /** What was not known then is left out. */
  readonly known: KnownUsage;
  /** What was not known then counts as new, and comes first. Null: nothing does. */
  readonly before: KnownUsage | null;
  /** Also the event before the stretch, whose level still holds in it. */
  readonly withLevelBefore: boolean;
}

export interface ListedEvent {
  readonly source: string;
  readonly id: string;
  readonly at: number;
  readonly recorded: number;
  readonly value: string;
  readonly isNew: boolean;
}

export interface ListedEvents {
  /** In the order of instants, new ones first. */
  readonly events: readonly ListedEvent[];
  /** Of the whole stretch, however many are listed. */
  readonly total: number;
  readonly totalNew: number;
  readonly sum: string;
  readonly levelBefore: ListedEvent | null;
}

interface ListedRow extends Omit<ListedEvent, 'id'> {
  readonly place: bigint;
  readonly id: string | null;
  readonly isLevelBefore: boolean;
  readonly total: bigint;
  readonly totalNew: bigint;
  readonly sum: string;
}

/** The events of any number of stretches in one query, of each at most `limit`; null lists all. Answers in the order asked. */
export async function listEvents(
  tx: Transaction,
  sellerId: bigint,
  stretches: readonly ListedStretch[],
  limit: number | null,
): Promise<ListedEvents[]> {
  if (stretches.length === 0) return [];
  const { rows } = await tx.client.query<ListedRow>(
    `select w.place, counted.total, counted.total_new as "totalNew", counted.sum,
            e.event_id as id, e.source, e.at, e.recorded_at as recorded, e.value, e.is_new as "isNew",
            e.is_level_before as "isLevelBefore"
     from unnest($2::bigint[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[], $7::timestamptz[], $8::bigint[], $9::timestamptz[],
                 $10::boolean[])
       with ordinality as w(subscription_id, meter, since, until, known_below, known_at, before_below, before_at, with_level, place)
     join meter m on m.seller_id = $1 and m.key = w.meter
     cross join lateral (
       select count(*) as total, count(*) filter (where ${IS_NEW}) as total_new, coalesce(sum(e.value), 0) as sum
       from usage_event e
       where e.seller_id = $1 and e.subscription_id = w.subscription_id and e.meter_id = m.id
         and e.at >= w.since and e.at < w.until and ${IS_KNOWN}
     ) counted
     left join lateral (
       (select e.event_id, e.source, e.at, e.recorded_at, e.value, false as is_level_before,
               ${IS_NEW} as is_new
        from usage_event e
        where e.seller_id = $1 and e.subscription_id = w.subscription_id and e.meter_id = m.id
          and e.at >= w.since and e.at < w.until and ${IS_KNOWN}
        order by is_new desc, e.at, e.event_id limit $11)
       union all
       (select e.event_id, e.source, e.at, e.recorded_at, e.value, true, false
        from usage_event e
        where w.with_level and e.seller_id = $1 and e.subscription_id = w.subscription_id and e.meter_id = m.id
          and e.at < w.since and ${IS_KNOWN}
        order by e.at desc, e.event_id desc limit 1)
       union all
       (select e.event_id, e.source, e.at, e.recorded_at, e.value, true, false
        from usage_level e
        where w.with_level and (e.seller_id, e.subscription_id, e.meter_id) = ($1, w.subscription_id, m.id) and e.at < w.since)
     ) e on true
     order by w.place, e.is_new desc, e.at, e.event_id`,
    [
      sellerId,
      stretches.map((one) => one.subscriptionId),
      stretches.map((one) => one.meter),
      stretches.map((one) => formatInstant(one.from)),
      stretches.map((one) => formatInstant(one.to)),
      stretches.map((one) => one.known.below),
      stretches.map((one) => formatInstant(one.known.at)),
      stretches.map((one) => one.before?.below ?? null),
      stretches.map((one) => (one.before === null ? null : formatInstant(one.before.at))),
      stretches.map((one) => one.withLevelBefore),
      limit,
    ],
  );
  const byPlace = stretches.map((): ListedRow[] => []);
  for (const row of rows) byPlace[Number(row.place) - 1]!.push(row);
  return byPlace.map(listedEvents);
}

function listedEvents(rows: readonly ListedRow[]): ListedEvents {
  const told = rows.flatMap(({ id, source, at, recorded, value, isNew, isLevelBefore }) =>
    id === null ? [] : [{ isLevelBefore, event: { source, id, at, recorded, isNew, value: formatExact(readDecimal(value)) } }],
  );
  const [first] = rows;
  return {
    events: told.flatMap(({ isLevelBefore, event }) => (isLevelBefore ? [] : [event])),
    total: Number(first?.total ?? 0),
    totalNew: Number(first?.totalNew ?? 0),
    sum: formatExact(readDecimal(first?.sum ?? '0')),
    levelBefore: told.findLast((one) => one.isLevelBefore)?.event ?? null,
  };
}
