// Accounts page by page, filtered and sorted; and found by the beginning of their name or external id.
import {
  type CursorRow,
  formatCursor,
  type Page,
  type PageQuery,
  pageFrom,
  pageSql,
  readPage,
  wrongCursor,
} from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './store.ts';

export const accountSorts = ['externalId', 'name', 'createdAt'] as const;

export interface AccountListQuery extends PageQuery {
  readonly kind?: AccountRow['kind'] | undefined;
  readonly country?: string | undefined;
  readonly currency?: string | undefined;
  /** What the name or the external id begins with, in capitals or not. */
  readonly search?: string | undefined;
}

export type ListedAccount = AccountRow & CursorRow;

const SORTS = {
  externalId: { sql: 'external_id', type: 'text' },
  name: { sql: 'name', type: 'text' },
  createdAt: { sql: 'created_at', type: 'timestamptz' },
} as const;

export async function listAccounts<Item>(
  tx: Transaction,
  sellerId: bigint,
  query: AccountListQuery,
  told: (rows: readonly AccountRow[]) => Promise<readonly Item[]>,
): Promise<Page<Item>> {
  const rows = query.search === undefined ? await filtered(tx, sellerId, query) : await searched(tx, query, query.search);
  const items = await told(rows.slice(0, query.limit));
  const byId = new Map(rows.map((row, index) => [row.id, items[index]!]));
  if (query.search === undefined) return pageFrom(query, rows, (row) => byId.get(row.id)!);
  const kept = rows.slice(0, query.limit);
  const last = kept[kept.length - 1];
  const hasMore = rows.length > query.limit && last !== undefined;
  return { data: [...items], nextCursor: hasMore ? formatCursor(SEARCH, last.cursorValue, last.id) : null };
}

async function filtered(tx: Transaction, sellerId: bigint, query: AccountListQuery): Promise<ListedAccount[]> {
  const page = pageSql(readPage(query), SORTS, 'id', 5);
  const { rows } = await tx.client.query<ListedAccount>(
    `select ${ACCOUNT_COLUMNS}, ${page.cursor} from account
     where seller_id = $1 and ($2::text is null or kind = $2) and ($3::text is null or country = $3) and ($4::text is null or currency = $4)
     ${page.sql}`,
    [sellerId, query.kind ?? null, query.country ?? null, query.currency ?? null, ...page.values],
  );
  return rows;
}

/** What cursors of a search say they are sorted by. */
const SEARCH = '(search)';

/** Those whose external id matches come first, then by name. A function of the database does it, which may use indexes that row security forbids. */
async function searched(tx: Transaction, query: AccountListQuery, search: string): Promise<ListedAccount[]> {
  const after = query.cursor === undefined ? null : readPage({ ...query, sort: SEARCH }).after;
  if (after !== null && !(/^[12]/.test(after[0]) && /^\d{1,18}$/.test(after[1]))) throw wrongCursor();
  const { rows } = await tx.client.query<ListedAccount>(
    `select ${ACCOUNT_COLUMNS}, f.place as "cursorValue", a.id as "cursorId"
     from search_accounts($1, $2, $3, $4, $5, $6, $7) f join account a on a.id = f.account_id
     order by f.place collate "C", a.id`,
    [search, query.kind ?? null, query.country ?? null, query.currency ?? null, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
  );
  return rows;
}
