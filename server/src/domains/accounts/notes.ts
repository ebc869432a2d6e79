// Notes on accounts: a seller's people write, change and take away; what was before is in the audit log.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from './identities.ts';

export interface AccountNote {
  readonly id: bigint;
  /** Outside id of the user or key. */
  readonly author: string;
  /** Of a user who has a name. */
  readonly authorName: string | null;
  readonly text: string;
  readonly createdAt: number;
  readonly changedAt: number | null;
  readonly changedBy: string | null;
}

const NOTE = `n.id, n.author, n.author_name as "authorName", n.text, n.created_at as "createdAt", n.changed_at as "changedAt", n.changed_by as "changedBy"`;

export const noteSorts = ['created'] as const;

export async function listNotes<Item>(
  tx: Transaction,
  sellerId: bigint,
  accountId: bigint,
  query: PageQuery,
  told: (note: AccountNote) => Item,
): Promise<Page<Item>> {
  const page = pageSql(readPage(query), { created: { sql: 'n.id', type: 'bigint' } }, 'n.id', 3);
  const { rows } = await tx.client.query<AccountNote & CursorRow>(
    `select ${NOTE}, ${page.cursor} from account_note n where n.seller_id = $1 and n.account_id = $2 ${page.sql}`,
    [sellerId, accountId, ...page.values],
  );
  return pageFrom(query, rows, told);
}

/** Holds off whoever would change it too. */
export async function lockNote(tx: Transaction, sellerId: bigint, accountId: bigint, id: bigint): Promise<AccountNote | null> {
  const { rows } = await tx.client.query<AccountNote>(
    `select ${NOTE} from account_note n where n.seller_id = $1 and n.account_id = $2 and n.id = $3 for update`,
    [sellerId, accountId, id],
  );
  return rows[0] ?? null;
}

export interface NoteWriter {
  readonly sellerId: bigint;
  /** Outside id of the user or key. */
  readonly author: string;
  readonly authorName: string | null;
  readonly now: number;
}

export async function addNote(tx: Transaction, accountId: bigint, text: string, writer: NoteWriter): Promise<AccountNote> {
  const nextId = await reserveIdentities(tx, 1);
  const { rows } = await tx.client.query<AccountNote>(
    `insert into account_note as n (seller_id, id, account_id, author, author_name, text, created_at) values ($1, $2, $3, $4, $5, $6, $7) returning ${NOTE}`,
    [writer.sellerId, nextId(), accountId, writer.author, writer.authorName, text, formatInstant(writer.now)],
  );
  return rows[0]!;
}

export async function changeNote(tx: Transaction, note: AccountNote, text: string, writer: NoteWriter): Promise<AccountNote> {
  const { rows } = await tx.client.query<AccountNote>(
    `update account_note n set text = $3, changed_at = $4, changed_by = $5 where n.seller_id = $1 and n.id = $2 returning ${NOTE}`,
    [writer.sellerId, note.id, text, formatInstant(writer.now), writer.author],
  );
  return rows[0]!;
}

export async function removeNote(tx: Transaction, sellerId: bigint, note: AccountNote): Promise<void> {
  await tx.client.query('delete from account_note where seller_id = $1 and id = $2', [sellerId, note.id]);
}

/** A user's name, as he is called now; null of keys. */
export async function nameOfUser(tx: Transaction, sellerId: bigint, userId: bigint | null): Promise<string | null> {
  if (userId === null) return null;
  const { rows } = await tx.client.query<{ name: string }>(
    `select coalesce(nullif(name, ''), mail) as name from identity.portal_user where seller_id = $1 and id = $2`,
    [sellerId, userId],
  );
  return rows[0]?.name ?? null;
}
