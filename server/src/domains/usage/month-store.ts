// SQL of the months of usage: which there are, and how one goes.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface UsageMonth {
  /** First instant, and the first after it. */
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

/** Months that are there and end by an instant, the oldest first. */
export async function listMonths(tx: Transaction, endBy: number): Promise<UsageMonth[]> {
  const { rows } = await tx.client.query<UsageMonth>(
    `select m.begins at time zone 'UTC' as "from", (m.begins + interval '1 month') at time zone 'UTC' as "to", m.bytes::float8 as bytes
     from (select to_date(right(c.relname, 7), 'YYYY_MM')::timestamp as begins, pg_total_relation_size(c.oid) as bytes
           from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'usage_event'::regclass) m
     where (m.begins + interval '1 month') at time zone 'UTC' <= $1 order by 1`,
    [formatInstant(endBy)],
  );
  return rows;
}

/** For less than PostgreSQL's `deadlock_timeout`: whoever waits for the table lets everybody behind it wait. */
const LOCK_MS = 300;

/** Answers how many events went. Fails where others hold the table for longer than a moment. */
export async function dropMonth(tx: Transaction, from: number, now: number): Promise<number> {
  await tx.client.query(`set local lock_timeout = ${LOCK_MS}`);
  const { rows } = await tx.client.query<{ events: string }>('select forget_usage_month($1::date, $2)::text as events', [
    new Date(from).toISOString().slice(0, 10),
    formatInstant(now),
  ]);
  return Number(rows[0]!.events);
}

/** Facts that no run has looked at yet, told of days before an instant: periods without any usage may be among what they change. */
export async function listTouchedBefore(
  tx: Transaction,
  before: number,
): Promise<
  { readonly seller: string; readonly account: string; readonly subscription: string; readonly day: string; readonly isParked: boolean }[]
> {
  const { rows } = await tx.client.query(
    `select seller.key as seller, a.external_id as account, s.external_id as subscription, s.touched_from::text as day, b.parked_at is not null as "isParked"
     from subscription s
     join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
     join account_billing b on (b.seller_id, b.account_id) = (s.seller_id, s.account_id)
     join seller on seller.id = s.seller_id
     where s.touched_from < ($1::timestamptz at time zone 'UTC')::date order by s.touched_from, s.id`,
    [formatInstant(before)],
  );
  return rows;
}
