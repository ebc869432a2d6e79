// SQL of uploaded files: what they hold until it is taken, how far that is, and what was refused of them.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { type CursorRow, type PageQuery, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface Upload {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly source: string;
  readonly fileName: string;
  readonly state: 'waiting' | 'running' | 'done';
  readonly total: number;
  readonly taken: number;
  readonly stored: number;
  readonly repeated: number;
  readonly refused: number;
  readonly uploadedAt: number;
  readonly endedAt: number | null;
}

export interface UploadKey {
  readonly sellerId: bigint;
  readonly id: bigint;
}

const UPLOAD = `u.seller_id as "sellerId", u.id, u.source, u.file_name as "fileName", u.state, u.total::float8 as total, u.taken::float8 as taken,
  u.stored::float8 as stored, u.repeated::float8 as repeated, u.refused::float8 as refused, u.uploaded_at as "uploadedAt", u.ended_at as "endedAt"`;

export type NewUpload = Pick<Upload, 'sellerId' | 'id' | 'source' | 'fileName' | 'total'>;

export async function insertUpload(tx: Transaction, upload: NewUpload, now: number): Promise<void> {
  const { sellerId, id, source, fileName, total } = upload;
  await tx.client.query('insert into usage_upload (seller_id, id, source, file_name, total, uploaded_at) values ($1, $2, $3, $4, $5, $6)', [
    sellerId,
    id,
    source,
    fileName,
    total,
    formatInstant(now),
  ]);
}

export async function insertPart(tx: Transaction, { sellerId, id }: UploadKey, part: number, bytes: Uint8Array): Promise<void> {
  await tx.client.query('insert into usage_upload_part (seller_id, upload_id, part, bytes) values ($1, $2, $3, $4)', [
    sellerId,
    id,
    part,
    bytes,
  ]);
}

export async function findPart(tx: Transaction, { sellerId, id }: UploadKey, part: number): Promise<Buffer | null> {
  const { rows } = await tx.client.query<{ bytes: Buffer }>(
    'select bytes from usage_upload_part where (upload_id, part, seller_id) = ($1, $2, $3)',
    [id, part, sellerId],
  );
  return rows[0]?.bytes ?? null;
}

export async function findUpload(tx: Transaction, { sellerId, id }: UploadKey, lock: 'look' | 'hold' = 'look'): Promise<Upload | null> {
  const { rows } = await tx.client.query<Upload>(
    `select ${UPLOAD} from usage_upload u where (u.id, u.seller_id) = ($1, $2) ${lock === 'hold' ? 'for no key update' : ''}`,
    [id, sellerId],
  );
  return rows[0] ?? null;
}

export const uploadSorts = ['uploaded'] as const satisfies readonly [string, ...string[]];

export async function listUploads(tx: Transaction, sellerId: bigint, query: PageQuery): Promise<(Upload & CursorRow)[]> {
  const page = pageSql(readPage(query), { uploaded: { sql: 'u.id', type: 'bigint' } }, 'u.id', 2);
  const { rows } = await tx.client.query<Upload & CursorRow>(
    `select ${UPLOAD}, ${page.cursor} from usage_upload u where u.seller_id = $1 ${page.sql}`,
    [sellerId, ...page.values],
  );
  return rows;
}

export async function countWaiting(tx: Transaction, sellerId: bigint): Promise<number> {
  const { rows } = await tx.client.query<{ waiting: bigint }>(
    `select count(*) as waiting from usage_upload where seller_id = $1 and state <> 'done'`,
    [sellerId],
  );
  return Number(rows[0]!.waiting);
}

export type Counts = Readonly<Record<'stored' | 'repeated' | 'refused', number>>;

export async function addToUpload(tx: Transaction, { sellerId, id }: UploadKey, { stored, repeated, refused }: Counts): Promise<void> {
  await tx.client.query(
    `update usage_upload set state = 'running', taken = taken + $3, stored = stored + $4, repeated = repeated + $5, refused = refused + $6
     where (id, seller_id) = ($1, $2)`,
    [id, sellerId, stored + repeated + refused, stored, repeated, refused],
  );
}

export async function endUpload(tx: Transaction, { sellerId, id }: UploadKey, now: number): Promise<void> {
  await tx.client.query(`update usage_upload set state = 'done', ended_at = $3 where (id, seller_id) = ($1, $2)`, [
    id,
    sellerId,
    formatInstant(now),
  ]);
  await tx.client.query('delete from usage_upload_part where (upload_id, seller_id) = ($1, $2)', [id, sellerId]);
}

export interface RefusedRow {
  readonly line: number;
  readonly id: string;
  readonly column: string;
  readonly code: string;
  readonly reason: string;
}

export async function insertRefusedRows(tx: Transaction, { sellerId, id }: UploadKey, rows: readonly RefusedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.client.query(
    `insert into usage_upload_refusal (seller_id, upload_id, line, event_id, column_name, code, reason)
     select $1, $2, r.* from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) as r(line, event_id, column_name, code, reason)`,
    [
      sellerId,
      id,
      rows.map((row) => row.line),
      rows.map((row) => row.id),
      rows.map((row) => row.column),
      rows.map((row) => row.code),
      rows.map((row) => row.reason),
    ],
  );
}

export async function listRefusedRows(tx: Transaction, { sellerId, id }: UploadKey): Promise<RefusedRow[]> {
  const { rows } = await tx.client.query<RefusedRow>(
    `select line::float8 as line, event_id as id, column_name as "column", code, reason from usage_upload_refusal
     where (upload_id, seller_id) = ($1, $2) order by line`,
    [id, sellerId],
  );
  return rows;
}
