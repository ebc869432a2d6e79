// Counts stored events where they stand, in SQL: over millions of them only totals leave the database.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { readDay } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface UsageFilter {
  /** External ids. */
  readonly account?: string;
  readonly subscription?: string;
  /** Local days of the account; `before` is not part of it. */
  readonly from?: number;
  readonly before?: number;
}

/** Accounts that have usage, by id, a page at a time. */
export async function listAccountsWithUsage(
  tx: Transaction,
  sellerId: bigint,
  filter: UsageFilter,
  after: bigint,
  limit: number,
): Promise<bigint[]> {
  const { rows } = await tx.client.query<{ id: bigint }>(
    `select a.id from account a
     where a.seller_id = $1 and a.id > $2 and ($3::text is null or a.external_id = $3)
       and exists (select from subscription s
                   where s.seller_id = a.seller_id and s.account_id = a.id and ($4::text is null or s.external_id = $4)
                     and exists (select from usage_day_total t where (t.seller_id, t.subscription_id) = (s.seller_id, s.id) and t.events > 0))
     order by a.id limit $5`,
    [sellerId, after, filter.account ?? null, filter.subscription ?? null, limit],
  );
  return rows.map((row) => row.id);
}

/** The events of one subscription and meter that are kept: how many, and between which local days. */
export interface UsageSpan {
  readonly subscriptionId: bigint;
  readonly meterId: bigint;
  readonly meter: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly events: number;
}

export async function listUsageSpans(
  tx: Transaction,
  sellerId: bigint,
  subscriptionIds: readonly bigint[],
  filter: UsageFilter,
): Promise<UsageSpan[]> {
  const { rows } = await tx.client.query<{
    subscriptionId: bigint;
    meterId: bigint;
    meter: string;
    first: string;
    last: string;
    events: string;
  }>(
    `select t.subscription_id as "subscriptionId", t.meter_id as "meterId", m.key as meter, min(t.day) as first, max(t.day) as last,
            sum(t.events) as events
     from subscription s join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
     cross join lateral (
       select q.subscription_id, q.meter_id, (q.quarter at time zone a.zone)::date as day, q.events from usage_total q
       where q.seller_id = $1 and q.subscription_id = s.id and q.events > 0
         and q.quarter >= coalesce((select first_kept::timestamp at time zone 'UTC' from usage_horizon), '-infinity')
     ) t
     join meter m on (m.seller_id, m.id) = ($1, t.meter_id)
     where s.seller_id = $1 and s.id = any($2::bigint[]) and ($3::date is null or t.day >= $3) and ($4::date is null or t.day < $4)
     group by 1, 2, 3 order by 1, 3`,
    [
      sellerId,
      subscriptionIds,
      filter.from === undefined ? null : formatDay(filter.from),
      filter.before === undefined ? null : formatDay(filter.before),
    ],
  );
  return rows.map(({ first, last, events, ...row }) => ({
    ...row,
    fromDay: readDay(first),
    toDay: readDay(last),
    events: Number(events),
  }));
}

/** Half open; instants may be infinite. Intervals of one place are counted together. */
export interface PlaceInterval {
  readonly place: number;
  readonly subscriptionId: bigint;
  readonly meterId: bigint;
  readonly from: number;
  readonly to: number;
}

export interface PlaceTotal {
  readonly events: number;
  /** Decimal text. */
  readonly sum: string;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** By place; those without an event are left out. */
export async function totalsOfPlaces(
  tx: Transaction,
  sellerId: bigint,
  intervals: readonly PlaceInterval[],
): Promise<Map<number, PlaceTotal>> {
  if (intervals.length === 0) return new Map();
  const { rows } = await tx.client.query<{ place: number; events: bigint; sum: string; firstAt: number; lastAt: number }>(
    `select p.place, sum(e.events)::bigint as events, sum(e.sum) as sum, min(e.first) as "firstAt", max(e.last) as "lastAt"
     from unnest($2::integer[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::timestamptz[]) as p(place, subscription_id, meter_id, since, until)
     cross join lateral (
       select count(*) as events, sum(e.value) as sum, min(e.at) as first, max(e.at) as last
       from usage_event e
       where e.seller_id = $1 and e.subscription_id = p.subscription_id and e.meter_id = p.meter_id and e.at >= p.since and e.at < p.until
         and e.taken_back is null offset 0
     ) e
     where e.events > 0
     group by p.place`,
    [
      sellerId,
      intervals.map((one) => one.place),
      intervals.map((one) => one.subscriptionId),
      intervals.map((one) => one.meterId),
      intervals.map((one) => boundText(one.from)),
      intervals.map((one) => boundText(one.to)),
    ],
  );
  return new Map(rows.map(({ place, events, ...row }) => [place, { ...row, events: Number(events) }]));
}

function boundText(instant: number): string {
  if (Number.isFinite(instant)) return formatInstant(instant);
  return instant < 0 ? '-infinity' : 'infinity';
}
