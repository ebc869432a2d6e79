// All SQL of subscriptions and their timelines.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { readDay } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Fact } from './core/fact.ts';
import { ChangeReader, type StoredBody } from './stored-fact.ts';

export interface SubscriptionRow {
  readonly id: bigint;
  readonly externalId: string;
  readonly accountId: bigint;
  readonly currency: string;
  readonly taxCategory: string | null;
  readonly factCount: number;
  /** Day numbers. */
  readonly touchedFrom: number | null;
  readonly billedThrough: number | null;
}

const COLUMNS = `id, external_id as "externalId", account_id as "accountId", currency, tax_category as "taxCategory",
  fact_count as "factCount", touched_from - date '1970-01-01' as "touchedFrom", billed_through - date '1970-01-01' as "billedThrough"`;

export async function findSubscriptions(tx: Transaction, sellerId: bigint, externalIds: readonly string[]): Promise<SubscriptionRow[]> {
  if (externalIds.length === 0) return [];
  const { rows } = await tx.client.query<SubscriptionRow>(
    `select ${COLUMNS} from subscription where seller_id = $1 and external_id = any($2::text[])`,
    [sellerId, externalIds],
  );
  return rows;
}

/** Takes the rows' locks: for the billing run, which holds them until it has cleared their marks, and for writers of facts. */
export async function lockSubscriptionsOf(
  tx: Transaction,
  sellerId: bigint,
  accountIds: readonly bigint[],
  lock: 'lock' | 'look' = 'lock',
): Promise<SubscriptionRow[]> {
  const { rows } = await tx.client.query<SubscriptionRow>(
    `select ${COLUMNS} from subscription where seller_id = $1 and account_id = any($2::bigint[]) order by id
     ${lock === 'lock' ? 'for no key update' : ''}`,
    [sellerId, accountIds],
  );
  return rows;
}

/** By id, a page at a time. */
export async function listInCurrency(
  tx: Transaction,
  sellerId: bigint,
  currency: string,
  after: bigint,
  limit: number,
): Promise<(SubscriptionRow & { readonly account: string })[]> {
  const { rows } = await tx.client.query<SubscriptionRow & { account: string }>(
    `select s.*, a.external_id as account
     from (select seller_id, ${COLUMNS} from subscription where seller_id = $1 and currency = $2 and id > $3 order by id limit $4) s
     join account a on (a.seller_id, a.id) = (s.seller_id, s."accountId")
     order by s.id`,
    [sellerId, currency, after, limit],
  );
  return rows;
}

export interface NewSubscription extends Omit<SubscriptionRow, 'billedThrough'> {}

export async function insertSubscriptions(tx: Transaction, sellerId: bigint, rows: readonly NewSubscription[], now: number): Promise<void> {
  if (rows.length === 0) return;
  await tx.client.query(
    `insert into subscription (seller_id, id, account_id, external_id, currency, tax_category, fact_count, touched_from, created_at)
     select $1, s.id, s.account_id, s.external_id, s.currency, s.tax_category, s.fact_count, s.touched_from, $9
     from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::date[])
       as s(id, account_id, external_id, currency, tax_category, fact_count, touched_from)`,
    [
      sellerId,
      rows.map((row) => row.id),
      rows.map((row) => row.accountId),
      rows.map((row) => row.externalId),
      rows.map((row) => row.currency),
      rows.map((row) => row.taxCategory),
      rows.map((row) => row.factCount),
      rows.map((row) => (row.touchedFrom === null ? null : formatDay(row.touchedFrom))),
      formatInstant(now),
    ],
  );
}

export interface NewFact {
  readonly subscriptionId: bigint;
  readonly sequence: number;
  readonly reference: string | null;
  readonly kind: Fact['kind'];
  readonly at: number;
  readonly recorded: number;
  readonly body: StoredBody;
}

export async function insertFacts(tx: Transaction, sellerId: bigint, facts: readonly NewFact[]): Promise<void> {
  await tx.client.query(
    `insert into subscription_fact (seller_id, subscription_id, sequence, reference, kind, at, recorded_at, body)
     select $1, f.subscription_id, f.sequence, f.reference, f.kind, f.at, f.recorded_at, f.body
     from unnest($2::bigint[], $3::integer[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::jsonb[])
       as f(subscription_id, sequence, reference, kind, at, recorded_at, body)`,
    [
      sellerId,
      facts.map((fact) => fact.subscriptionId),
      facts.map((fact) => fact.sequence),
      facts.map((fact) => fact.reference),
      facts.map((fact) => fact.kind),
      facts.map((fact) => formatInstant(fact.at)),
      facts.map((fact) => formatInstant(fact.recorded)),
      facts.map((fact) => JSON.stringify(fact.body)),
    ],
  );
}

interface FactRow {
  readonly subscriptionId: bigint;
  readonly sequence: number;
  readonly reference: string | null;
  readonly kind: Fact['kind'];
  readonly at: number;
  readonly recorded: number;
  readonly body: string;
}

/** Whole timelines, in the order they were told. */
export async function loadFacts(tx: Transaction, sellerId: bigint, subscriptionIds: readonly bigint[]): Promise<Map<bigint, Fact[]>> {
  const { rows } = await tx.client.query<FactRow>(
    `select subscription_id as "subscriptionId", sequence, reference, kind, at, recorded_at as recorded, body::text as body
     from subscription_fact where seller_id = $1 and subscription_id = any($2::bigint[]) order by subscription_id, sequence`,
    [sellerId, subscriptionIds],
  );
  const timelines = new Map<bigint, Fact[]>();
  const changes = new ChangeReader();
  for (const row of rows) {
    const { reference, at, recorded, sequence } = row;
    const fact: Fact = { id: reference, at, recorded, sequence, ...changes.read(row.kind, row.body) };
    const list = timelines.get(row.subscriptionId);
    if (list === undefined) timelines.set(row.subscriptionId, [fact]);
    else list.push(fact);
  }
  return timelines;
}

/** Lowers marks and counts facts. */
export async function markTouched(
  tx: Transaction,
  sellerId: bigint,
  marks: readonly { readonly subscriptionId: bigint; readonly day: number; readonly newFacts: number }[],
): Promise<void> {
  if (marks.length === 0) return;
  await tx.client.query(
    `update subscription s set touched_from = least(s.touched_from, m.day), fact_count = s.fact_count + m.new_facts
     from unnest($2::bigint[], $3::date[], $4::integer[]) as m(id, day, new_facts)
     where s.seller_id = $1 and s.id = m.id`,
    [sellerId, marks.map((mark) => mark.subscriptionId), marks.map((mark) => formatDay(mark.day)), marks.map((mark) => mark.newFacts)],
  );
}

/** All subscriptions that ever were on one of these plan versions: what a changed price may reach. */
export async function touchSubscribersOf(
  tx: Transaction,
  sellerId: bigint,
  plan: string,
  from: string,
  onlyBuyer: bigint | null,
): Promise<readonly bigint[]> {
  const { rows } = await tx.client.query<{ accountId: bigint }>(
    `update subscription s set touched_from = least(s.touched_from, $3::date)
     where s.seller_id = $1 and ($4::bigint is null or s.account_id = $4)
       and exists (select 1 from subscription_fact f
                   where (f.seller_id, f.subscription_id) = (s.seller_id, s.id) and f.kind in ('start', 'plan') and f.body ->> 'plan' = $2)
     returning s.account_id as "accountId"`,
    [sellerId, plan, from, onlyBuyer],
  );
  return [...new Set(rows.map((row) => row.accountId))];
}

/** Credits may lower any of an account's subscriptions. */
export async function touchSubscriptionsOf(
  tx: Transaction,
  sellerId: bigint,
  touched: readonly { readonly accountId: bigint; readonly day: number }[],
): Promise<void> {
  await tx.client.query(
    `update subscription s set touched_from = least(s.touched_from, t.day)
     from (select account_id, min(day) as day from unnest($2::bigint[], $3::date[]) as u(account_id, day) group by 1) t
     where s.seller_id = $1 and s.account_id = t.account_id`,
    [sellerId, touched.map((one) => one.accountId), touched.map((one) => formatDay(one.day))],
  );
}

/** After a run. The mark stays where facts wait for their cycle. */
export async function setBilledThrough(
  tx: Transaction,
  rows: readonly { readonly sellerId: bigint; readonly id: bigint; readonly day: number; readonly touchedFrom: number | null }[],
): Promise<void> {
  await tx.client.query(
    `update subscription s set billed_through = greatest(s.billed_through, r.day), touched_from = r.touched_from
     from unnest($1::bigint[], $2::bigint[], $3::date[], $4::date[]) as r(seller_id, id, day, touched_from)
     where (s.seller_id, s.id) = (r.seller_id, r.id)`,
    [
      rows.map((row) => row.sellerId),
      rows.map((row) => row.id),
      rows.map((row) => formatDay(row.day)),
      rows.map((row) => (row.touchedFrom === null ? null : formatDay(row.touchedFrom))),
    ],
  );
}

export interface LockedForUsage {
  readonly id: bigint;
  readonly sellerId: bigint;
  readonly accountId: bigint;
  readonly billedThrough: number | null;
  readonly zone: string;
}

/** By id, of any sellers, in the order of ids: usage of many arrives together. The caller knows whose they are. */
export async function lockForUsage(tx: Transaction, ids: readonly bigint[]): Promise<LockedForUsage[]> {
  const { rows } = await tx.client.query<Omit<LockedForUsage, 'billedThrough'> & { billedThrough: string | null }>(
    `select s.id, s.seller_id as "sellerId", s.account_id as "accountId", s.billed_through as "billedThrough", a.zone
     from subscription s join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
     where s.id = any($1::bigint[]) order by s.id for no key update of s`,
    [ids],
  );
  return rows.map((row) => ({ ...row, billedThrough: row.billedThrough === null ? null : readDay(row.billedThrough) }));
}

/**
 * Late usage: its day is marked where a run has already been, and only there. Answers the accounts that must be looked at again.
 * On the run's own day windows are still open, but for those of a service that has ended: nobody would look at them again.
 */
export async function markLateUsage(
  tx: Transaction,
  sellerId: bigint,
  days: readonly { readonly subscriptionId: bigint; readonly day: number }[],
): Promise<readonly { readonly accountId: bigint; readonly day: number }[]> {
  const { rows } = await tx.client.query<{ accountId: bigint; day: string }>(
    `update subscription s set touched_from = least(s.touched_from, u.day)
     from (select id, min(day) as day from unnest($2::bigint[], $3::date[]) as d(id, day) group by id) u
     where s.seller_id = $1 and s.id = u.id
       and (u.day < s.billed_through
            or (u.day = s.billed_through
                and exists (select from subscription_fact f where (f.seller_id, f.subscription_id, f.kind) = (s.seller_id, s.id, 'end'))))
     returning s.account_id as "accountId", s.billed_through as day`,
    [sellerId, days.map((one) => one.subscriptionId), days.map((one) => formatDay(one.day))],
  );
  return rows.map((row) => ({ accountId: row.accountId, day: readDay(row.day) }));
}

/** Whether a run has billed anything of these subscriptions with a discount on it, after an id was given. Ids grow, and both are given under the account's lock. */
export async function hasBilledDiscounts(tx: Transaction, sellerId: bigint, ids: readonly bigint[], after: bigint): Promise<boolean> {
  const { rows } = await tx.client.query<{ found: boolean }>(
    `select exists (
       select from charge_cell c join charge_step s on s.cell_id = c.id
       where c.seller_id = $1 and c.subscription_id = any($2::bigint[]) and c.gross_minor <> c.net_minor and s.invoice_id > $3) as found`,
    [sellerId, ids, after],
  );
  return rows[0]!.found;
}
