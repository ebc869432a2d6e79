// The SQL of a start page's figures, of one seller. The first group reads many rows and is kept for a while; the second is cheap and always of now.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface RevenueRow {
  /** `2026-01`. */
  readonly month: string;
  readonly currency: string;
  readonly netMinor: bigint;
  readonly totalMinor: bigint;
  readonly invoices: number;
  readonly creditNotes: number;
}

/** By month of issue, credit notes taken off. */
export async function sumRevenue(tx: Transaction, sellerId: bigint, from: string): Promise<RevenueRow[]> {
  const { rows } = await tx.client.query<RevenueRow>(
    `select to_char(d.month, 'YYYY-MM') as month, d.currency, sum(d.net)::bigint as "netMinor", sum(d.total)::bigint as "totalMinor",
       (sum(d.documents) filter (where not d.is_negative))::int as "invoices", coalesce(sum(d.documents) filter (where d.is_negative), 0)::int as "creditNotes"
     from (
       select date_trunc('month', i.issued_on::timestamp) as month, i.currency, i.kind = 'credit_note' as is_negative,
         sum(i.net_minor) as net, sum(i.total_minor) as total, count(*) as documents
       from invoice i where i.seller_id = $1 and i.issued_on >= $2::date group by 1, 2, 3
     ) d group by d.month, d.currency order by d.month, d.currency`,
    [sellerId, from],
  );
  return rows.map((row) => ({ ...row, invoices: row.invoices ?? 0 }));
}

export interface RecurringRow {
  readonly currency: string;
  readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly count: number;
  readonly netMinor: bigint;
}

/**
 * What recurring components were billed for the window that contains the day, or, in arrears, for the one that contained the day a period earlier; by
 * length of the period. Asked by subscription, so that it takes as long in the tenth year as in the first.
 */
export async function sumRecurring(tx: Transaction, sellerId: bigint, on: string): Promise<RecurringRow[]> {
  const { rows } = await tx.client.query<RecurringRow>(
    `with recurring as (
       select c.id, (c.definition -> 'period' ->> 'unit') as unit, (c.definition -> 'period' ->> 'count')::int as count,
         case when c.definition ->> 'timing' = 'arrears'
           then ($2::date - make_interval(hours => case c.definition -> 'period' ->> 'unit' when 'hour' then (c.definition -> 'period' ->> 'count')::int else 0 end,
             days => case c.definition -> 'period' ->> 'unit' when 'day' then (c.definition -> 'period' ->> 'count')::int else 0 end,
             weeks => case c.definition -> 'period' ->> 'unit' when 'week' then (c.definition -> 'period' ->> 'count')::int else 0 end,
             months => case c.definition -> 'period' ->> 'unit' when 'month' then (c.definition -> 'period' ->> 'count')::int else 0 end,
             years => case c.definition -> 'period' ->> 'unit' when 'year' then (c.definition -> 'period' ->> 'count')::int else 0 end))::date
           else $2::date end as day
       from component c where c.seller_id = $1 and c.definition ->> 'kind' = 'recurring'
     ), reach as materialized (select coalesce(min(day), $2::date) as day from recurring)
     select b.currency, r.unit, r.count, sum(b.net_minor)::bigint as "netMinor"
     from subscription s
     cross join lateral (
       select b.currency, b.net_minor, b.subject_id, b.window_from, b.window_to from charge_cell b
       where b.subscription_id = s.id and b.seller_id = s.seller_id and b.window_to > (select day from reach)
     ) b
     join recurring r on r.id = b.subject_id and b.window_from <= r.day and r.day < b.window_to
     where s.seller_id = $1
     group by b.currency, r.unit, r.count`,
    [sellerId, on],
  );
  return rows;
}

export interface StandingCounts {
  readonly accounts: number;
  readonly activeAccounts: number;
  readonly subscriptions: number;
  readonly activeSubscriptions: number;
  readonly pausedSubscriptions: number;
}

/** Who is in service at this instant: by the last fact of a subscription's life that took effect and was not taken back. */
export async function countStanding(tx: Transaction, sellerId: bigint, now: number): Promise<StandingCounts> {
  const { rows } = await tx.client.query<StandingCounts>(
    `with voided as (
       select v.subscription_id, v.body ->> 'ref' as reference from subscription_fact v
       where v.seller_id = $1 and v.kind = 'void'
         and not exists (select from subscription_fact w where w.subscription_id = v.subscription_id and w.seller_id = $1 and w.kind = 'void'
           and v.reference is not null and w.body ->> 'ref' = v.reference)
     ), told as (
       select f.subscription_id, f.kind, f.at, f.recorded_at, f.sequence from subscription_fact f
       where f.seller_id = $1 and f.kind in ('start', 'pause', 'resume', 'end') and f.at <= $2
         and not exists (select from voided v where v.subscription_id = f.subscription_id and v.reference = f.reference)
     ), latest as (
       select distinct on (subscription_id) subscription_id, kind from told order by subscription_id, at desc, recorded_at desc, sequence desc
     )
     select (select count(*)::int from account a where a.seller_id = $1) as accounts, count(*)::int as subscriptions,
       count(distinct s.account_id) filter (where l.kind in ('start', 'resume'))::int as "activeAccounts",
       count(*) filter (where l.kind in ('start', 'resume'))::int as "activeSubscriptions",
       count(*) filter (where l.kind = 'pause')::int as "pausedSubscriptions"
     from subscription s left join latest l on l.subscription_id = s.id where s.seller_id = $1`,
    [sellerId, formatInstant(now)],
  );
  return rows[0]!;
}

export interface NextRun {
  readonly due: number;
  readonly nextAt: number | null;
  readonly nextAccounts: number;
}

/** Due now; and when the next are, with how many of them within a day from then. */
export async function readNextRun(tx: Transaction, sellerId: bigint, now: number): Promise<NextRun> {
  const { rows } = await tx.client.query<NextRun>(
    `select (select count(*)::int from account_billing b where b.seller_id = $1 and b.next_bill_at <= $2 and b.parked_at is null) as due,
       n.at as "nextAt",
       (select count(*)::int from account_billing b
        where b.seller_id = $1 and b.parked_at is null and b.next_bill_at >= n.at and b.next_bill_at < n.at + interval '1 day') as "nextAccounts"
     from (select min(b.next_bill_at) as at from account_billing b where b.seller_id = $1 and b.next_bill_at > $2 and b.parked_at is null) n`,
    [sellerId, formatInstant(now)],
  );
  return rows[0]!;
}

export async function countParked(tx: Transaction, sellerId: bigint): Promise<{ code: string; accounts: number }[]> {
  const { rows } = await tx.client.query<{ code: string; accounts: number }>(
    `select b.parked_code as code, count(*)::int as accounts from account_billing b where b.seller_id = $1 and b.parked_at is not null
     group by 1 order by 2 desc, 1`,
    [sellerId],
  );
  return rows;
}

export async function countRefusedUsage(tx: Transaction, sellerId: bigint, since: number): Promise<{ code: string; events: number }[]> {
  const { rows } = await tx.client.query<{ code: string; events: number }>(
    `select e.code, count(*)::int as events from refused_event e where e.seller_id = $1 and e.recorded_at >= $2 group by 1 order by 2 desc, 1`,
    [sellerId, formatInstant(since)],
  );
  return rows;
}

export interface FailingEndpoint {
  readonly id: bigint;
  readonly url: string;
  readonly failingSince: number | null;
  readonly failures: number;
  readonly enabled: boolean;
  readonly disabledCode: string | null;
}

/** Those that fail, and those that were turned off for it. */
export async function listFailingEndpoints(tx: Transaction, sellerId: bigint): Promise<FailingEndpoint[]> {
  const { rows } = await tx.client.query<FailingEndpoint>(
    `select e.id, e.url, p.failing_since as "failingSince", coalesce(p.failures, 0) as failures, e.enabled, e.disabled_code as "disabledCode"
     from webhook_endpoint e left join webhook_pace p on p.endpoint_id = e.id and p.seller_id = e.seller_id
     where e.seller_id = $1 and (p.failures > 0 or e.disabled_code is not null) order by p.failing_since, e.id limit 20`,
    [sellerId],
  );
  return rows;
}
