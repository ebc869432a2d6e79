// All SQL of imported bills: which were taken, and how the rows of one differ from those of a file.

import { reserveIdentities } from '../../../domains/accounts/index.ts';
import { formatDay } from '../../../kernel/calendar/civil.ts';
import { formatInstant } from '../../../kernel/calendar/instant.ts';
import type { Transaction } from '../../../platform/postgres/transaction.ts';
import type { ImportReport, RefusedRow } from './core/report.ts';
import type { BillDifference, BillKey, ImportBill, ImportIdentity, RecordedBill, RowReference } from './target.ts';

const LISTED = 5;
/** Rows whose bill cannot be read are kept under this source. */
export const NO_BILL = 'focus';

export async function findBills(tx: Transaction, sellerId: bigint, keys: readonly BillKey[]): Promise<RecordedBill[]> {
  const { rows } = await tx.client.query<{ key: string; rows: bigint; digest: string }>(
    'select key, row_count as rows, digest from import_bill where seller_id = $1 and key = any($2::text[])',
    [sellerId, keys],
  );
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }));
}

export async function insertBills(
  tx: Transaction,
  sellerId: bigint,
  bills: readonly ImportBill[],
  identity: ImportIdentity,
  now: number,
): Promise<void> {
  const nextId = await reserveIdentities(tx, bills.length);
  await tx.client.query(
    `insert into import_bill (seller_id, id, key, provider, billing_account_id, billing_account_name, period_start, period_end, row_count, digest,
                              file_name, content_hash, recorded_at)
     select $1, b.id, b.key, b.provider, b.billing_account_id, b.billing_account_name, b.period_start, b.period_end, b.row_count, b.digest, $3, $4, $5
     from jsonb_to_recordset($2::jsonb) as b(id bigint, key text, provider text, billing_account_id text, billing_account_name text,
       period_start date, period_end date, row_count bigint, digest text)`,
    [
      sellerId,
      JSON.stringify(
        bills.map((bill) => ({
          id: String(nextId()),
          key: bill.key,
          provider: bill.provider,
          billing_account_id: bill.billingAccountId,
          billing_account_name: bill.billingAccountName,
          period_start: formatDay(bill.periodStart),
          period_end: bill.periodEnd === null ? null : formatDay(bill.periodEnd),
          row_count: bill.rows,
          digest: bill.digest,
        })),
      ),
      identity.fileName,
      identity.contentHash,
      formatInstant(now),
    ],
  );
}

export async function insertReport(tx: Transaction, sellerId: bigint, report: ImportReport, now: number): Promise<void> {
  const nextId = await reserveIdentities(tx, 1);
  // A file of rows that belong to no bill comes to this point every time.
  await tx.client.query(
    `insert into import_report (seller_id, id, content_hash, report, recorded_at)
     select $1, $2, $3, $4, $5 where not exists (select from import_report where seller_id = $1 and content_hash = $3)`,
    [sellerId, nextId(), report.contentHash, JSON.stringify(report), formatInstant(now)],
  );
}

const RECORDED = `
  select e.event_id as id, 'usage of ' || trim_scale(e.value) || ' at ' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
           || ', ' || s.external_id as told
  from usage_event e join subscription s on (s.seller_id, s.id) = (e.seller_id, e.subscription_id)
  where e.seller_id = $1 and e.source = $2 and e.source like '%/____-__-__'
  union all
  select i.facts ->> 'id', (i.facts ->> 'kind') || ' of ' || trim_scale(i.amount) || ', ' || i.description
  from extra_item i where i.seller_id = $1 and i.facts ->> 'bill' = $2
  union all
  select r.event_id, 'refused row, ' || r.code from refused_event r where r.seller_id = $1 and r.source = $2`;

/** Rows of the file are put beside what was recorded; neither is held in memory as a whole. */
export async function compareRecordedRows(
  tx: Transaction,
  sellerId: bigint,
  bill: BillKey,
  rows: AsyncIterable<readonly RowReference[]>,
): Promise<BillDifference> {
  await tx.client.query('create temporary table if not exists compared_row (id text not null, line bigint not null) on commit drop');
  await tx.client.query('truncate compared_row');
  for await (const batch of rows) {
    await tx.client.query('insert into compared_row select id, line from unnest($1::text[], $2::bigint[]) as r(id, line)', [
      batch.map((row) => row.id),
      batch.map((row) => row.line),
    ]);
  }
  const unknown = await tx.client.query<{ line: bigint; total: bigint }>(
    `select c.line, count(*) over () as total from compared_row c where not exists (select from (${RECORDED}) r where r.id = c.id)
     order by c.line limit ${LISTED}`,
    [sellerId, bill],
  );
  const missing = await tx.client.query<{ told: string; total: bigint }>(
    `select r.told, count(*) over () as total from (${RECORDED}) r where not exists (select from compared_row c where c.id = r.id) order by r.told limit ${LISTED}`,
    [sellerId, bill],
  );
  return {
    unknownLines: unknown.rows.map((row) => Number(row.line)),
    unknownCount: Number(unknown.rows[0]?.total ?? 0n),
    missing: missing.rows.map((row) => row.told),
    missingCount: Number(missing.rows[0]?.total ?? 0n),
  };
}

/** An import that wrote something, as its report tells it. */
export interface PastImport {
  readonly contentHash: string;
  readonly recordedAt: number;
  readonly report: ImportReport;
}

/** The latest first. `named` is a file's name or the beginning of its content's hash; null lists all. */
export async function listImports(tx: Transaction, sellerId: bigint, named: string | null, limit: number): Promise<PastImport[]> {
  const { rows } = await tx.client.query<PastImport>(
    `select content_hash as "contentHash", recorded_at as "recordedAt", report - 'refusals' as report from import_report
     where seller_id = $1 and ($2::text is null or report ->> 'fileName' = $2 or starts_with(content_hash, $2)) order by id desc limit $3`,
    [sellerId, named, limit],
  );
  return rows;
}

export interface KeptRow extends RefusedRow {
  readonly contentHash: string;
  /** Null for a row whose bill cannot be read. */
  readonly bill: BillKey | null;
}

/** Every refused row of these imports in the order of their files, at most `limit`, and how many there are. Rows from before rows named their import go by their bill. */
export async function listRefusedRows(
  tx: Transaction,
  sellerId: bigint,
  contentHashes: readonly string[],
  limit: number,
): Promise<{ readonly rows: readonly KeptRow[]; readonly total: number }> {
  const { rows: counted } = await tx.client.query<{ total: bigint }>(`select count(*) as total ${REFUSED_ROWS}`, [sellerId, contentHashes]);
  const { rows } = await tx.client.query<{ contentHash: string; source: string; body: RefusedRow }>(
    `select coalesce(r.body ->> 'import', b.content_hash) as "contentHash", r.source, r.body - 'import' as body ${REFUSED_ROWS}
     order by array_position($2::text[], coalesce(r.body ->> 'import', b.content_hash)), (r.body ->> 'row')::bigint limit $3`,
    [sellerId, contentHashes, limit],
  );
  return {
    rows: rows.map(({ contentHash, source, body }) => ({ ...body, contentHash, bill: source === NO_BILL ? null : source })),
    total: Number(counted[0]?.total ?? 0n),
  };
}

const REFUSED_ROWS = `from refused_event r left join import_bill b on (b.seller_id, b.key) = (r.seller_id, r.source)
  where r.seller_id = $1 and r.code like 'focus.%' and coalesce(r.body ->> 'import', b.content_hash) = any($2::text[])`;
