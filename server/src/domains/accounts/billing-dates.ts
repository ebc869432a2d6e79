// When accounts are to be looked at next, and the lock that everything takes which changes an account's facts.

import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { tell } from './events.ts';

export interface DueAccount {
  readonly sellerId: bigint;
  readonly accountId: bigint;
  readonly zone: string;
  readonly nextBillAt: number;
  /** Day numbers. */
  readonly lastRunOn: number | null;
  readonly itemsTouchedFrom: number | null;
}

/** Waits for runs and other writers of the accounts, in the order of their ids so that nobody waits in a circle. */
export async function lockAccounts(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<void> {
  await tx.client.query(
    `select 1 from account_billing where seller_id = $1 and account_id = any($2::bigint[]) order by account_id for no key update`,
    [sellerId, accountIds],
  );
}

/** Brings the next look forward, though never before the last day a run looked at: runs go forward. */
export async function pullBillingDates(
  tx: Transaction,
  sellerId: bigint,
  dates: readonly { readonly accountId: bigint; readonly at: number }[],
): Promise<void> {
  if (dates.length === 0) return;
  await tx.client.query(
    `update account_billing b set next_bill_at = greatest(d.at, b.last_run_on::timestamp at time zone b.zone)
     from (select account_id, min(at) as at from unnest($2::bigint[], $3::timestamptz[]) as u(account_id, at) group by 1) d
     where b.seller_id = $1 and b.account_id = d.account_id
       and (b.next_bill_at is null or b.next_bill_at > greatest(d.at, b.last_run_on::timestamp at time zone b.zone))`,
    [sellerId, dates.map((date) => date.accountId), dates.map((date) => formatInstant(date.at))],
  );
}

/** Extra items and credits that runs have not looked at yet. */
export async function touchItems(
  tx: Transaction,
  sellerId: bigint,
  touched: readonly { readonly accountId: bigint; readonly day: number }[],
): Promise<void> {
  await tx.client.query(
    `update account_billing b set items_touched_from = least(b.items_touched_from, t.day)
     from (select account_id, min(day) as day from unnest($2::bigint[], $3::date[]) as u(account_id, day) group by 1) t
     where b.seller_id = $1 and b.account_id = t.account_id`,
    [sellerId, touched.map((one) => one.accountId), touched.map((one) => formatDay(one.day))],
  );
}

/**
 * Accounts that are due and that nobody else works on, locked. `horizons` says for each zone up to which instant an account is due.
 * Accounts another worker holds are passed over: they are his, or still due when he is done.
 */
export async function claimDueAccounts(
  tx: Transaction,
  horizons: ReadonlyMap<string, number>,
  limit: number,
  onlyAccounts: readonly bigint[] | null = null,
): Promise<DueAccount[]> {
  if (horizons.size === 0) return [];
  const { rows } = await tx.client.query<DueAccount>(
    `${DUE} and ($4::bigint[] is null or b.account_id = any($4::bigint[]))
     order by b.next_bill_at, b.account_id
     limit $5
     for no key update of b skip locked`,
    [...horizonValues(horizons), onlyAccounts, limit],
  );
  return rows;
}

/** The same accounts page by page, without locks: for a preview. `only`: of one seller, or of that one account of his. */
export async function listDueAccounts(
  tx: Transaction,
  horizons: ReadonlyMap<string, number>,
  limit: number,
  after: bigint,
  only: { readonly sellerId: bigint; readonly accountId: bigint | null } | null = null,
): Promise<DueAccount[]> {
  if (horizons.size === 0) return [];
  const { rows } = await tx.client.query<DueAccount>(
    `${DUE} and b.account_id > $4 and ($6::bigint is null or b.seller_id = $6) and ($7::bigint is null or b.account_id = $7)
     order by b.account_id limit $5`,
    [...horizonValues(horizons), after, limit, only?.sellerId ?? null, only?.accountId ?? null],
  );
  return rows;
}

/** Where accounts stand, due or not: when they are looked at next, and whether they wait for a person. */
export interface BillingState extends Omit<DueAccount, 'nextBillAt'> {
  /** Null: when a fact asks for it. */
  readonly nextBillAt: number | null;
  readonly parkedAt: number | null;
}

export async function listBillingStates(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<BillingState[]> {
  const { rows } = await tx.client.query<BillingState>(
    `select ${STATE}, b.parked_at as "parkedAt" from account_billing b where b.seller_id = $1 and b.account_id = any($2::bigint[])`,
    [sellerId, accountIds],
  );
  return rows;
}

const STATE = `b.seller_id as "sellerId", b.account_id as "accountId", b.zone, b.next_bill_at as "nextBillAt",
    b.last_run_on - date '1970-01-01' as "lastRunOn", b.items_touched_from - date '1970-01-01' as "itemsTouchedFrom"`;
const DUE = `select ${STATE}
  from account_billing b
  where b.next_bill_at <= $1 and b.parked_at is null and b.next_bill_at <= ($3::timestamptz[])[array_position($2::text[], b.zone)]`;

function horizonValues(horizons: ReadonlyMap<string, number>): unknown[] {
  return [formatInstant(Math.max(...horizons.values())), [...horizons.keys()], [...horizons.values()].map(formatInstant)];
}

export async function listZones(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.client.query<{ zone: string }>('select distinct zone from account_zone order by zone');
  return rows.map((row) => row.zone);
}

/** After a run: the day it looked at, and when to look again. Null: when a fact asks for it. */
export async function setBillingDates(
  tx: Transaction,
  dates: readonly {
    readonly sellerId: bigint;
    readonly accountId: bigint;
    readonly runDay: number;
    readonly nextAt: number | null;
    readonly itemsTouchedFrom: number | null;
  }[],
): Promise<void> {
  await tx.client.query(
    `update account_billing b set next_bill_at = d.next_at, last_run_on = greatest(b.last_run_on, d.run_on), items_touched_from = d.items_from
     from unnest($1::bigint[], $2::bigint[], $3::date[], $4::timestamptz[], $5::date[]) as d(seller_id, account_id, run_on, next_at, items_from)
     where (b.seller_id, b.account_id) = (d.seller_id, d.account_id)`,
    [
      dates.map((date) => date.sellerId),
      dates.map((date) => date.accountId),
      dates.map((date) => formatDay(date.runDay)),
      dates.map((date) => (date.nextAt === null ? null : formatInstant(date.nextAt))),
      dates.map((date) => (date.itemsTouchedFrom === null ? null : formatDay(date.itemsTouchedFrom))),
    ],
  );
}

export interface ParkedAccount {
  readonly sellerId: bigint;
  readonly accountId: bigint;
  readonly externalId: string;
  readonly code: string;
  readonly detail: string;
  readonly parkedAt: number;
}

/** Sets accounts aside: nothing is charged to them until somebody has looked and taken them back. */
export async function parkAccounts(
  tx: Transaction,
  accounts: readonly { readonly sellerId: bigint; readonly accountId: bigint; readonly code: string; readonly detail: string }[],
  now: number,
): Promise<void> {
  if (accounts.length === 0) return;
  const { rows } = await tx.client.query<Parking>(
    `update account_billing b set parked_at = $5, parked_code = p.code, parked_detail = p.detail
     from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) as p(seller_id, account_id, code, detail), account a
     where (b.seller_id, b.account_id) = (p.seller_id, p.account_id) and (a.seller_id, a.id) = (p.seller_id, p.account_id)
     returning b.seller_id as "sellerId", b.account_id as "accountId", a.external_id as "externalId", p.code, p.detail`,
    [
      accounts.map((one) => one.sellerId),
      accounts.map((one) => one.accountId),
      accounts.map((one) => one.code),
      accounts.map((one) => one.detail),
      formatInstant(now),
    ],
  );
  await writeEvents(
    tx,
    rows.map(({ sellerId, accountId, externalId, code, detail }) => {
      const data = { account: externalId, code, detail };
      return tell['account.parked']({ sellerId, subject: formatIdentifier('acc', accountId), occurredAt: now, data });
    }),
  );
}

type Parking = Omit<ParkedAccount, 'parkedAt'>;

/** Takes accounts back into the next run. Answers how many were parked. */
export async function unparkAccounts(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[], now: number): Promise<number> {
  const { rows } = await tx.client.query<{ accountId: bigint; account: string }>(
    `update account_billing b set parked_at = null, parked_code = null, parked_detail = null
     from account a where (a.seller_id, a.id) = (b.seller_id, b.account_id)
       and b.seller_id = $1 and b.account_id = any($2::bigint[]) and b.parked_at is not null
     returning b.account_id as "accountId", a.external_id as account`,
    [sellerId, accountIds],
  );
  await writeEvents(
    tx,
    rows.map(({ accountId, account }) =>
      tell['account.released']({ sellerId, subject: formatIdentifier('acc', accountId), occurredAt: now, data: { account } }),
    ),
  );
  return rows.length;
}

export async function listParked(tx: Transaction, limit: number): Promise<ParkedAccount[]> {
  const { rows } = await tx.client.query<ParkedAccount>(
    `select b.seller_id as "sellerId", b.account_id as "accountId", a.external_id as "externalId", b.parked_code as code,
            b.parked_detail as detail, b.parked_at as "parkedAt"
     from account_billing b join account a on (a.seller_id, a.id) = (b.seller_id, b.account_id)
     where b.parked_at is not null order by b.parked_at, a.external_id limit $1`,
    [limit],
  );
  return rows;
}
