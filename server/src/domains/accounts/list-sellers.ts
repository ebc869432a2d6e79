// A seller and those directly below him, as he may see them: whoever stands further down is seen by acting for the one between.

import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Seller } from './store.ts';

export const sellerSorts = ['key', 'createdAt'] as const;

export interface SellerBelow extends Seller {
  /** Key of the seller above; null for the provider. */
  readonly parent: string | null;
  readonly createdAt: number;
  /** Which account of the one who asks this seller is; null for himself. */
  readonly accountId: bigint | null;
  readonly account: string | null;
}

const SELECTED = `s.id, s.parent_id as "parentId", s.key, s.legal_name as "legalName", s.country, s.currency, s.zone, s.language, s.address,
  s.tax_number as "taxNumber", s.created_at as "createdAt", p.key as parent, a.id as "accountId", a.external_id as account`;
/** Row security shows nobody the sellers below him, so this is asked as the engine and says by itself who may be seen. */
const FROM = `from seller s left join seller p on p.id = s.parent_id
  left join account a on a.seller_id = $1 and a.buys_for_seller_id = s.id and s.parent_id = $1
  where (s.id = $1 or s.parent_id = $1)`;

export async function listSellersBelow<Item>(
  tx: Transaction,
  sellerId: bigint,
  query: PageQuery,
  told: (row: SellerBelow) => Item,
): Promise<Page<Item>> {
  const columns = { key: { sql: 's.key', type: 'text' }, createdAt: { sql: 's.created_at', type: 'timestamptz' } } as const;
  const page = pageSql(readPage(query), columns, 's.id', 2);
  const { rows } = await tx.client.query<SellerBelow & CursorRow>(`select ${SELECTED}, ${page.cursor} ${FROM} ${page.sql}`, [
    sellerId,
    ...page.values,
  ]);
  return pageFrom(query, rows, told);
}

export async function findSellerBelow(tx: Transaction, sellerId: bigint, key: string): Promise<SellerBelow | null> {
  const { rows } = await tx.client.query<SellerBelow>(`select ${SELECTED} ${FROM} and s.key = $2`, [sellerId, key]);
  return rows[0] ?? null;
}
