// All SQL of fixed discounts: amounts off, bound by runs to the cells they bill.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, type Rational, sign } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import type { CursorRow, pageSql } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import {
  findAccounts,
  lockAccounts,
  requireCurrentCurrency,
  requireText,
  reserveIdentities,
  type Seller,
  unknownAccount,
} from '../accounts/index.ts';
import { discountNotPositive, repeatedDiscount } from './errors.ts';

export interface DiscountInput {
  readonly account: string;
  readonly externalId: string;
  readonly at: number;
  readonly amount: Rational;
  /** Default: the one in which the account buys now. */
  readonly currency?: string;
  /** Extra items' external ids and components' refs; null is all. */
  readonly items: readonly string[] | null;
}

/** A discount waits for the next run that bills something it may lower. */
export async function addFixedDiscounts(tx: Transaction, seller: Seller, inputs: readonly DiscountInput[], now: number): Promise<void> {
  const rows = await findAccounts(tx, seller.id, [...new Set(inputs.map((input) => input.account))]);
  const accounts = new Map(rows.map((row) => [row.externalId, row]));
  inputs.forEach((input, index) => {
    requireText(input.externalId, `discounts[${index}].externalId`);
    if (!accounts.has(input.account)) throw unknownAccount(input.account, `discounts[${index}].account`);
    if (input.currency !== undefined) requireCurrentCurrency(input.currency, `discounts[${index}].currency`);
    if (sign(input.amount) <= 0) throw discountNotPositive(`discounts[${index}].amount`);
  });
  await lockAccounts(
    tx,
    seller.id,
    rows.map((row) => row.id),
  );
  const nextId = await reserveIdentities(tx, inputs.length);
  const { rows: added } = await tx.client.query<{ externalId: string }>(
    `insert into fixed_discount (seller_id, id, account_id, external_id, at, amount, currency, items, recorded_at)
     select $1, d.id, d.account_id, d.external_id, d.at, d.amount, d.currency, d.items, $3
     from jsonb_to_recordset($2::jsonb)
       as d(id bigint, account_id bigint, external_id text, at timestamptz, amount numeric, currency text, items jsonb)
     on conflict (external_id, seller_id) do nothing returning external_id as "externalId"`,
    [
      seller.id,
      JSON.stringify(
        inputs.map((input) => ({
          id: String(nextId()),
          account_id: String(accounts.get(input.account)!.id),
          external_id: input.externalId,
          at: formatInstant(input.at),
          amount: formatExact(input.amount),
          currency: input.currency ?? accounts.get(input.account)!.currency,
          items: input.items,
        })),
      ),
      formatInstant(now),
    ],
  );
  const known = new Set(added.map((row) => row.externalId));
  const repeated = inputs.findIndex((input) => !known.has(input.externalId));
  if (repeated >= 0) throw repeatedDiscount(inputs[repeated]!.externalId, `discounts[${repeated}].externalId`);
}

export interface StoredDiscount {
  readonly id: bigint;
  readonly accountId: bigint;
  readonly externalId: string;
  readonly at: number;
  readonly recorded: number;
  readonly amount: Rational;
  readonly currency: string;
  readonly boundMinor: bigint;
  readonly items: readonly string[] | null;
}

/** Those that may be bound. What was bound of others stays with its cells. */
export async function loadFixedDiscounts(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<StoredDiscount[]> {
  const { rows } = await tx.client.query<Omit<StoredDiscount, 'amount'> & { amount: string }>(
    `select id, account_id as "accountId", external_id as "externalId", at, recorded_at as recorded, amount, currency, bound_minor as "boundMinor", items
     from fixed_discount where seller_id = $1 and account_id = any($2::bigint[]) and revoked_at is null order by id`,
    [sellerId, accountIds],
  );
  return rows.map((row) => ({ ...row, amount: readDecimal(row.amount) }));
}

export interface ListedDiscount extends StoredDiscount, CursorRow {
  /** External id. */
  readonly account: string;
  readonly revokedAt: number | null;
}

export interface DiscountFilter {
  readonly accountId: bigint | null;
  readonly externalId: string | null;
  readonly id: bigint | null;
  /** Whether a run may still bind some of it. */
  readonly open: boolean | null;
}

/** `page` continues behind five values. */
export async function selectDiscounts(
  tx: Transaction,
  sellerId: bigint,
  filter: DiscountFilter,
  page: ReturnType<typeof pageSql>,
): Promise<ListedDiscount[]> {
  const { rows } = await tx.client.query<Omit<ListedDiscount, 'amount'> & { amount: string }>(
    `select d.id, d.account_id as "accountId", a.external_id as account, d.external_id as "externalId", d.at, d.recorded_at as recorded, d.amount,
            d.currency, d.bound_minor as "boundMinor", d.items, d.revoked_at as "revokedAt", ${page.cursor}
     from fixed_discount d join account a on (a.seller_id, a.id) = (d.seller_id, d.account_id)
     where d.seller_id = $1 and ($2::bigint is null or d.account_id = $2) and ($3::text is null or d.external_id = $3)
       and ($4::bigint is null or d.id = $4) and ($5::boolean is null or (d.revoked_at is null) = $5) ${page.sql}`,
    [sellerId, filter.accountId, filter.externalId, filter.id, filter.open, ...page.values],
  );
  return rows.map((row) => ({ ...row, amount: readDecimal(row.amount) }));
}

/** No more of it is bound. Under the account's lock. */
export async function setDiscountRevoked(tx: Transaction, sellerId: bigint, id: bigint, now: number): Promise<void> {
  await tx.client.query('update fixed_discount set revoked_at = $3 where seller_id = $1 and id = $2 and revoked_at is null', [
    sellerId,
    id,
    formatInstant(now),
  ]);
}

/** Names that no extra item of the account and no component has: a discount on them would wait for ever. */
export async function unknownItems(tx: Transaction, sellerId: bigint, accountId: bigint, names: readonly string[]): Promise<string[]> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select n.name from unnest($3::text[]) with ordinality as n(name, place)
     where not exists (select from extra_item i where i.seller_id = $1 and i.account_id = $2 and i.external_id = n.name)
       and not exists (select from component c where c.seller_id = $1 and c.ref = n.name) order by n.place`,
    [sellerId, accountId, names],
  );
  return rows.map((row) => row.name);
}

export async function addBound(
  tx: Transaction,
  sellerId: bigint,
  bound: readonly { readonly id: bigint; readonly amountMinor: bigint }[],
): Promise<void> {
  if (bound.length === 0) return;
  await tx.client.query(
    `update fixed_discount d set bound_minor = d.bound_minor + b.amount
     from (select id, sum(amount)::bigint as amount from unnest($2::bigint[], $3::bigint[]) as u(id, amount) group by 1) b
     where d.seller_id = $1 and d.id = b.id`,
    [sellerId, bound.map((one) => one.id), bound.map((one) => one.amountMinor)],
  );
}
