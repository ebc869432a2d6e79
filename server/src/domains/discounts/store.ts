// All SQL of fixed discounts: amounts off, bound by runs to the cells they bill.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, isZero, type Rational, sign } from '../../kernel/money/rational.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
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
    if (sign(input.amount) < 0 || isZero(input.amount)) {
      throw new Refusal('discount.not_positive', 'A discount takes off an amount above zero. Correct the amount.', {
        path: `discounts[${index}].amount`,
      });
    }
  });
  await lockAccounts(
    tx,
    seller.id,
    rows.map((row) => row.id),
  );
  const nextId = await reserveIdentities(tx, inputs.length);
  await tx.client.query(
    `insert into fixed_discount (seller_id, id, account_id, external_id, at, amount, currency, items, recorded_at)
     select $1, d.id, d.account_id, d.external_id, d.at, d.amount, d.currency, d.items, $3
     from jsonb_to_recordset($2::jsonb)
       as d(id bigint, account_id bigint, external_id text, at timestamptz, amount numeric, currency text, items jsonb)`,
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

export async function loadFixedDiscounts(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<StoredDiscount[]> {
  const { rows } = await tx.client.query<Omit<StoredDiscount, 'amount'> & { amount: string }>(
    `select id, account_id as "accountId", external_id as "externalId", at, recorded_at as recorded, amount, currency, bound_minor as "boundMinor", items
     from fixed_discount where seller_id = $1 and account_id = any($2::bigint[]) order by id`,
    [sellerId, accountIds],
  );
  return rows.map((row) => ({ ...row, amount: readDecimal(row.amount) }));
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
