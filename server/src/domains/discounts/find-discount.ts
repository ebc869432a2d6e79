// One discount or one redemption, as it is told.

import { pageSql } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type ListedRedemption, selectRedemptions } from './coupon-store.ts';
import { type ListedDiscount, selectDiscounts } from './store.ts';

const one = (column: string, first: number) =>
  pageSql({ limit: 0, sort: 'told', isDescending: true, after: null }, { told: { sql: column, type: 'bigint' } }, column, first);

export async function findDiscount(
  tx: Transaction,
  sellerId: bigint,
  by: { readonly id: bigint } | { readonly externalId: string },
): Promise<ListedDiscount | null> {
  const filter = { accountId: null, externalId: null, id: null, open: null, ...by };
  return (await selectDiscounts(tx, sellerId, filter, one('d.id', 6)))[0] ?? null;
}

export async function findListedRedemption(tx: Transaction, sellerId: bigint, id: bigint): Promise<ListedRedemption | null> {
  return (await selectRedemptions(tx, sellerId, { code: null, accountId: null, id }, one('r.id', 5)))[0] ?? null;
}
