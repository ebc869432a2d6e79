// Published plans of the seller above, as whoever could take them over sees them.
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Seller } from '../accounts/index.ts';

export interface OfferedPlan extends CursorRow {
  readonly key: string;
  readonly name: string | null;
  readonly version: number;
  readonly publishedAt: number;
  readonly takenOver: number | null;
}

/** Asked as the engine: they stand behind another seller's wall. */
export async function listOffered<Item>(
  tx: Transaction,
  { id, parentId }: Pick<Seller, 'id' | 'parentId'>,
  query: PageQuery,
  told: (row: OfferedPlan) => Item,
): Promise<Page<Item>> {
  const page = pageSql(readPage(query), { key: { sql: 'p.key', type: 'text' } }, 'p.id', 3);
  const { rows } = await tx.client.query<OfferedPlan>(
    `select p.key, p.name, latest.version, latest.published_at as "publishedAt", ${page.cursor},
            (select max(own.version) from plan mine join plan_version own on (own.seller_id, own.plan_id) = (mine.seller_id, mine.id)
             where mine.seller_id = $2 and mine.resold_seller_id = $1 and mine.resold_plan_id = p.id) as "takenOver"
     from plan p
     cross join lateral (select v.version, v.published_at from plan_version v
       where v.seller_id = p.seller_id and v.plan_id = p.id and v.published_at is not null order by v.version desc limit 1) latest
     where p.seller_id = $1 ${page.sql}`,
    [parentId, id, ...page.values],
  );
  return pageFrom(query, rows, told);
}
