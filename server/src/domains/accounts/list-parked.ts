// Parked accounts of one seller, page by page.
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { ParkedAccount } from './billing-dates.ts';

export const parkedSorts = ['parkedAt'] as const;

export async function listParkedPage<Item>(
  tx: Transaction,
  sellerId: bigint,
  query: PageQuery & { readonly code?: string | undefined },
  told: (row: ParkedAccount & { readonly name: string }) => Item,
): Promise<Page<Item>> {
  const page = pageSql(readPage(query), { parkedAt: { sql: 'b.parked_at', type: 'timestamptz' } }, 'b.account_id', 3);
  const { rows } = await tx.client.query<ParkedAccount & { readonly name: string } & CursorRow>(
    `select b.seller_id as "sellerId", b.account_id as "accountId", a.external_id as "externalId", a.name, b.parked_code as code,
            b.parked_detail as detail, b.parked_at as "parkedAt", ${page.cursor}
     from account_billing b join account a on (a.seller_id, a.id) = (b.seller_id, b.account_id)
     where b.seller_id = $1 and b.parked_at is not null and ($2::text is null or b.parked_code = $2) ${page.sql}`,
    [sellerId, query.code ?? null, ...page.values],
  );
  return pageFrom(query, rows, told);
}
