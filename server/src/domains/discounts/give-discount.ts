// Gives an account an amount off, and takes back what no run has used of it.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, lockAccounts, type Seller } from '../accounts/index.ts';
import { unknownDiscountItem } from './errors.ts';
import { addFixedDiscounts, type DiscountInput, setDiscountRevoked, unknownItems } from './store.ts';

export async function giveDiscount(
  tx: Transaction,
  seller: Seller,
  account: AccountRow,
  input: Omit<DiscountInput, 'account'>,
  now: number,
): Promise<void> {
  const [unknown] = await unknownItems(tx, seller.id, account.id, input.items ?? []);
  if (unknown !== undefined) throw unknownDiscountItem(unknown, 'items');
  await addFixedDiscounts(tx, seller, [{ ...input, account: account.externalId }], now);
}

/** What was bound stays taken off; the rest is never bound. */
export async function revokeDiscount(
  tx: Transaction,
  seller: Seller,
  discount: { readonly id: bigint; readonly accountId: bigint },
  now: number,
): Promise<void> {
  await lockAccounts(tx, seller.id, [discount.accountId]);
  await setDiscountRevoked(tx, seller.id, discount.id, now);
}
