// Extra items and credits page by page, as they are told over the API.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Period } from '../../kernel/calendar/period.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { type CursorRow, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface ItemListQuery extends PageQuery {
  readonly accountId: bigint | null;
  /** The one with this external id. */
  readonly externalId?: string | undefined;
}

const SORTS = { told: { sql: 'e.id', type: 'bigint' } } as const;

interface ItemRow extends CursorRow {
  readonly id: bigint;
  readonly externalId: string;
  readonly account: string;
  readonly description: string;
  readonly at: number;
  readonly until: number | null;
  readonly every: Period | null;
  readonly amount: string;
  readonly quantity: string;
  readonly currency: string;
  readonly taxCategory: string | null;
  readonly recorded: number;
  readonly isOpen: boolean;
}

export async function listItems(tx: Transaction, sellerId: bigint, query: ItemListQuery) {
  const page = pageSql(readPage(query), SORTS, 'e.id', 4);
  const { rows } = await tx.client.query<ItemRow>(
    `select e.id, e.external_id as "externalId", a.external_id as account, e.description, e.at, e.until, e.every, e.amount, e.quantity, e.currency,
            e.tax_category as "taxCategory", e.recorded_at as recorded, e.is_open as "isOpen", ${page.cursor}
     from extra_item e join account a on (a.seller_id, a.id) = (e.seller_id, e.account_id)
     where e.seller_id = $1 and ($2::bigint is null or e.account_id = $2) and ($3::text is null or e.external_id = $3) ${page.sql}`,
    [sellerId, query.accountId, query.externalId ?? null, ...page.values],
  );
  return pageFrom(query, rows, ({ cursorId: _cursor, cursorValue: _value, id, at, until, recorded, ...row }) => ({
    ...row,
    id: formatIdentifier('itm', id),
    at: formatInstant(at),
    until: until === null ? null : formatInstant(until),
    recordedAt: formatInstant(recorded),
  }));
}

interface CreditRow extends CursorRow {
  readonly id: bigint;
  readonly externalId: string;
  readonly account: string;
  readonly item: string;
  readonly at: number;
  readonly amount: string;
  readonly currency: string;
  readonly reason: string;
  readonly recorded: number;
}

export async function listCredits(tx: Transaction, sellerId: bigint, query: ItemListQuery) {
  const page = pageSql(readPage(query), SORTS, 'e.id', 4);
  const { rows } = await tx.client.query<CreditRow>(
    `select e.id, e.external_id as "externalId", a.external_id as account, e.item, e.at, e.amount, e.currency, e.reason, e.recorded_at as recorded,
            ${page.cursor}
     from item_credit e join account a on (a.seller_id, a.id) = (e.seller_id, e.account_id)
     where e.seller_id = $1 and ($2::bigint is null or e.account_id = $2) and ($3::text is null or e.external_id = $3) ${page.sql}`,
    [sellerId, query.accountId, query.externalId ?? null, ...page.values],
  );
  return pageFrom(query, rows, ({ cursorId: _cursor, cursorValue: _value, id, at, recorded, ...row }) => ({
    ...row,
    id: formatIdentifier('crd', id),
    at: formatInstant(at),
    recordedAt: formatInstant(recorded),
  }));
}
