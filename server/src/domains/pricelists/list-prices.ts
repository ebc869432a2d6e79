// Published prices page by page, and lists of prices that are being prepared.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { StoredPrice } from './stored-price.ts';

export interface PriceListQuery extends PageQuery {
  readonly component?: string | undefined;
  readonly plan?: string | undefined;
  readonly currency?: string | undefined;
  readonly audience?: string | undefined;
  readonly buyerId: bigint | null;
}

interface Row extends CursorRow {
  readonly id: bigint;
  readonly component: string;
  readonly currency: string;
  readonly audience: string | null;
  readonly buyer: string | null;
  readonly from: string | null;
  readonly recordedAt: number;
  readonly correction: boolean;
  readonly price: StoredPrice;
}

export async function listPrices(tx: Transaction, sellerId: bigint, query: PriceListQuery) {
  const page = pageSql(readPage(query), { published: { sql: 'e.id', type: 'bigint' } }, 'e.id', 7);
  const { rows } = await tx.client.query<Row>(
    `select e.id, c.ref as component, e.currency, e.audience, a.external_id as buyer, e.valid_from as "from", e.recorded_at as "recordedAt",
            e.correction, e.price, ${page.cursor}
     from price_entry e join component c on (c.seller_id, c.id) = (e.seller_id, e.component_id)
     join plan_version v on (v.seller_id, v.id) = (c.seller_id, c.plan_version_id)
     left join account a on (a.seller_id, a.id) = (e.seller_id, e.buyer_id)
     where e.seller_id = $1 and ($2::text is null or c.ref = $2) and ($3::text is null or v.ref = $3) and ($4::text is null or e.currency = $4)
       and ($5::text is null or e.audience = $5) and ($6::bigint is null or e.buyer_id = $6) ${page.sql}`,
    [sellerId, query.component ?? null, query.plan ?? null, query.currency ?? null, query.audience ?? null, query.buyerId, ...page.values],
  );
  return pageFrom(query, rows, ({ cursorId: _cursor, cursorValue: _value, id, ...row }) => ({
    ...row,
    id: formatIdentifier('pri', id),
    recordedAt: formatInstant(row.recordedAt),
  }));
}

export interface PriceDraft {
  readonly name: string;
  readonly body: unknown;
  readonly changedAt: number;
}

export async function findPriceDraft(tx: Transaction, sellerId: bigint, name: string, lock = false): Promise<PriceDraft | null> {
  const { rows } = await tx.client.query<PriceDraft>(
    `select name, body, changed_at as "changedAt" from price_draft where seller_id = $1 and name = $2 ${lock ? 'for update' : ''}`,
    [sellerId, name],
  );
  return rows[0] ?? null;
}

export async function savePriceDraft(tx: Transaction, sellerId: bigint, name: string, body: unknown, now: number): Promise<void> {
  await tx.client.query(
    `insert into price_draft (seller_id, name, body, changed_at) values ($1, $2, $3, $4)
     on conflict (name, seller_id) do update set body = excluded.body, changed_at = excluded.changed_at`,
    [sellerId, name, JSON.stringify(body), formatInstant(now)],
  );
}

export async function dropPriceDraft(tx: Transaction, sellerId: bigint, name: string): Promise<void> {
  await tx.client.query('delete from price_draft where seller_id = $1 and name = $2', [sellerId, name]);
}

export async function listPriceDrafts(
  tx: Transaction,
  sellerId: bigint,
  query: PageQuery,
): Promise<Page<{ name: string; changedAt: string; prices: number }>> {
  const page = pageSql(readPage(query), { name: { sql: 'name', type: 'text' } }, '0::bigint', 2);
  const { rows } = await tx.client.query<CursorRow & { name: string; changedAt: number; prices: number }>(
    `select name, changed_at as "changedAt", jsonb_array_length(body -> 'prices') as prices, ${page.cursor} from price_draft where seller_id = $1 ${page.sql}`,
    [sellerId, ...page.values],
  );
  return pageFrom(query, rows, (row) => ({ name: row.name, changedAt: formatInstant(row.changedAt), prices: row.prices }));
}
