// Totals of a window out of the sums that are kept: whole days by days, the rest by quarter-hours, so that it takes as long however many events there are.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { findAccounts, listAccountsById } from '../accounts/index.ts';
import { findSubscriptions } from '../subscriptions/index.ts';

const DAY = 86_400_000;

export interface WindowFilter {
  /** External ids; one of the two. */
  readonly account?: string | undefined;
  readonly subscription?: string | undefined;
  readonly meter?: string | undefined;
  /** On quarter-hours; `to` is not part of it. */
  readonly from: number;
  readonly to: number;
}

export interface WindowTotal {
  readonly subscriptionId: bigint;
  readonly subscription: string;
  readonly account: string;
  readonly meterId: bigint;
  readonly meter: string;
  readonly sum: string;
  readonly events: number;
}

/** By subscription and meter, those that have events. */
export async function totalsOfWindow(
  tx: Transaction,
  sellerId: bigint,
  { account, subscription, meter, from, to }: WindowFilter,
): Promise<WindowTotal[]> {
  const firstDay = Math.min(Math.ceil(from / DAY) * DAY, to);
  const endOfDays = Math.max(Math.floor(to / DAY) * DAY, firstDay);
  const { rows } = await tx.client.query<Omit<WindowTotal, 'events'> & { events: string }>(
    `select s.id as "subscriptionId", s.external_id as subscription, a.external_id as account, m.id as "meterId", m.key as meter,
            trim_scale(sum(t.total))::text as sum, sum(t.events)::text as events
     from account a
     join subscription s on (s.seller_id, s.account_id) = (a.seller_id, a.id)
     cross join lateral (
       select d.meter_id, d.total, d.events from usage_day_total d
       where d.seller_id = $1 and d.subscription_id = s.id and d.day >= ($7::timestamptz at time zone 'UTC')::date
         and d.day < ($8::timestamptz at time zone 'UTC')::date
       union all
       select q.meter_id, q.total, q.events from usage_total q
       where q.seller_id = $1 and q.subscription_id = s.id and q.quarter >= $5 and q.quarter < $7
       union all
       select q.meter_id, q.total, q.events from usage_total q
       where q.seller_id = $1 and q.subscription_id = s.id and q.quarter >= $8 and q.quarter < $6
     ) t
     join meter m on m.seller_id = $1 and m.id = t.meter_id
     where a.seller_id = $1 and ($2::text is null or a.external_id = $2) and ($3::text is null or s.external_id = $3)
       and ($4::text is null or m.key = $4)
     group by 1, 2, 3, 4, 5
     having sum(t.events) > 0
     order by 2, 5`,
    [
      sellerId,
      account ?? null,
      subscription ?? null,
      meter ?? null,
      ...[from, to, firstDay, Math.max(endOfDays, firstDay)].map(formatInstant),
    ],
  );
  return rows.map((row) => ({ ...row, events: Number(row.events) }));
}

/** Of the account that is meant; null where there is none that the caller sees. */
export async function findZoneOfUsage(
  tx: Transaction,
  sellerId: bigint,
  { account, subscription }: Pick<WindowFilter, 'account' | 'subscription'>,
): Promise<string | null> {
  const named = account ?? (await findSubscriptions(tx, sellerId, [subscription!]))[0]?.accountId;
  if (named === undefined) return null;
  const found = typeof named === 'string' ? await findAccounts(tx, sellerId, [named]) : await listAccountsById(tx, sellerId, [named]);
  return found[0]?.zone ?? null;
}

export interface StepTotal {
  readonly from: number;
  readonly sum: string;
  readonly events: number;
}

/** The steps that have events, in order; those between are gaps. `starts` on quarters of an hour, where `byDays` on days of UTC. */
export async function totalsByStep(
  tx: Transaction,
  sellerId: bigint,
  place: { readonly subscriptionId: bigint; readonly meterId: bigint },
  { starts, to, byDays }: { readonly starts: readonly number[]; readonly to: number; readonly byDays: boolean },
): Promise<StepTotal[]> {
  const kept = byDays
    ? `select day::timestamp at time zone 'UTC' as at, total, events from usage_day_total
       where (seller_id, subscription_id, meter_id) = ($1, $2, $3) and day >= ($4::timestamptz at time zone 'UTC')::date
         and day < ($5::timestamptz at time zone 'UTC')::date`
    : `select quarter as at, total, events from usage_total
       where (seller_id, subscription_id, meter_id) = ($1, $2, $3) and quarter >= $4 and quarter < $5`;
  const { rows } = await tx.client.query<{ step: number; sum: string; events: string }>(
    `select width_bucket(k.at, $6::timestamptz[]) as step, trim_scale(sum(k.total))::text as sum, sum(k.events)::text as events
     from (${kept}) k where k.events > 0 group by 1 order by 1`,
    [sellerId, place.subscriptionId, place.meterId, formatInstant(starts[0]!), formatInstant(to), starts.map(formatInstant)],
  );
  return rows.map(({ step, sum, events }) => ({ from: starts[step - 1]!, sum, events: Number(events) }));
}
