// Files of usage over HTTP: sent whole, taken in the background, with how far that is and a report of what was refused.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { writeAuditEntry } from '../../platform/http/audit-log.ts';
import { orNotFound, readIdentifier } from '../../platform/http/not-found.ts';
import { pageFrom, pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineOpenRoute, defineRoute, type Route } from '../../platform/http/route.ts';
import type { OpenWork } from '../../platform/http/work.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { printReport } from './core/csv-rows.ts';
import { receiveUpload } from './receive-upload.ts';
import { findUpload, listRefusedRows, listUploads, type Upload, uploadSorts } from './upload-store.ts';

const READ = { permission: 'usage.read', callers: 'staff' } as const;
const count = (description: string) => z.int().meta({ description, example: 1200 });
const text = (description: string, example: string) => z.string().meta({ description, example });
const uploadId = z.object({ upload: z.string().max(100).meta({ description: 'Its id.', example: 'upl_00000000000zg' }) });

const shape = z
  .object({
    id: text('Its id.', 'upl_00000000000zg'),
    source: text('The source of its events.', 'csv'),
    fileName: text('As it was called; empty where nobody said.', 'january.csv'),
    state: z
      .enum(['waiting', 'running', 'done'])
      .meta({ description: 'How far it is. Done: every row is stored, repeated or refused.', example: 'done' }),
    total: count('Rows that the file has, without the first.'),
    taken: count('How many of them are taken so far: stored, repeated and refused together.'),
    stored: count('Of these, events that are new.'),
    repeated: count('Of these, events that were known already with the same content.'),
    refused: count('Of these, rows that were not taken; the report says why.'),
    uploadedAt: text('When it came.', '2026-02-01T08:00:00Z'),
    endedAt: z.string().nullable().meta({ description: 'When the last row was taken.', example: '2026-02-01T08:00:09Z' }),
  })
  .meta({ id: 'UsageUpload', description: 'A file of usage that was uploaded.' });

export function tellUpload(upload: Upload): z.input<typeof shape> {
  const { id, source, fileName, state, total, taken, stored, repeated, refused, uploadedAt, endedAt } = upload;
  return {
    id: formatIdentifier('upl', id),
    source,
    fileName,
    state,
    total,
    taken,
    stored,
    repeated,
    refused,
    uploadedAt: formatInstant(uploadedAt),
    endedAt: endedAt === null ? null : formatInstant(endedAt),
  };
}

/** A line of text without what no name needs. */
const name = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\0\n\r]+$/, 'One line of text.')
    .optional()
    .meta({ description, example });

const upload = defineOpenRoute({
  method: 'POST',
  path: '/v1/usage-uploads',
  operationId: 'uploadUsage',
  summary: 'Upload a file of usage',
  description: [
    'CSV in UTF-8, up to 256 MB, also packed with gzip (`Content-Encoding: gzip`). The first row names the columns, in any order: `subscription` or',
    '`account`, `meter`, `time`, `value`, and `id` where events have one. Without ids an event is known by what its row says, so the same row again is',
    'counted once. A file whose shape is wrong is refused as a whole, with line and column; else it is written down, answered with 202, and taken in the',
    'background. The same file sent again stores nothing twice.',
  ].join(' '),
  tag: 'usage',
  access: { permission: 'usage.write', callers: 'staff' },
  query: z.object({
    source: name('The source of its events; with their id it makes them unique.', '/exports/fra1'),
    fileName: name('As it is called, to find it again.', 'january.csv'),
  }),
  body: z.string().meta({
    description: 'The file.',
    examples: ['subscription,meter,time,value\ns-1,traffic-gb,2026-01-05T10:00:00Z,12.5\n'],
  }),
  bodyType: 'text/csv',
  bodyLimitBytes: 256 * 1024 * 1024,
  response: shape,
  status: 202,
  refusals: [
    'usage.csv_column_twice',
    'usage.csv_column_unknown',
    'usage.csv_columns_missing',
    'usage.csv_content_type',
    'usage.csv_empty',
    'usage.csv_encoding',
    'usage.csv_fields',
    'usage.csv_gzip',
    'usage.csv_quote',
    'usage.csv_quote_open',
    'usage.csv_row_too_long',
    'usage.upload_too_large',
    'usage.uploads_full',
  ],
  role: 'engine',
  streamed: true,
  logsItself: true,
  async handle(work, { query, body }) {
    const { source, fileName } = query;
    const file = { sellerId: work.seller.id, bytes: bytesOf(body), isPacked: readEncoding(work.headers), source, fileName };
    const key = await receiveUpload(work.database, file, work.now, (tx, id) => writeEntry(work, tx, id));
    return tellUpload((await work.inTransaction((tx) => findUpload(tx, key)))!);
  },
});

function bytesOf(body: unknown): AsyncIterable<Uint8Array> {
  // Not destroyed when a refusal ends the reading: the caller still has to be answered.
  return body instanceof Readable ? body.iterator({ destroyOnReturn: false }) : Readable.from([]);
}

/** Whether it is packed. */
function readEncoding(headers: OpenWork['headers']): boolean {
  const type = String(headers['content-type'] ?? '')
    .split(';', 1)[0]!
    .trim()
    .toLowerCase();
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  if (type === 'text/csv' && encoding === 'gzip') return true;
  if (type === 'text/csv' && encoding === 'identity') return false;
  throw new Refusal('usage.csv_content_type', 'Send text/csv, as it is or packed with gzip.');
}

async function writeEntry(work: OpenWork, tx: Transaction, id: bigint): Promise<void> {
  await writeAuditEntry(tx, {
    principal: work.principal,
    sellerId: null,
    operation: 'uploadUsage',
    notes: [{ subject: formatIdentifier('upl', id) }],
    address: work.address,
    requestId: work.requestId,
    now: work.now,
  });
}

const list = defineRoute({
  method: 'GET',
  path: '/v1/usage-uploads',
  operationId: 'listUsageUploads',
  summary: 'List uploaded files of usage',
  tag: 'usage',
  access: READ,
  query: z.object(pageQuery(uploadSorts, '-uploaded')),
  response: pageOf(shape),
  refusals: ['page.cursor'],
  async handle({ tx, seller }, { query }) {
    return pageFrom(query, await listUploads(tx, seller.id, query), tellUpload);
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/usage-uploads/:upload',
  operationId: 'getUsageUpload',
  summary: 'See how far an uploaded file is',
  tag: 'usage',
  access: READ,
  params: uploadId,
  response: shape,
  refusals: ['resource.not_found'],
  async handle({ tx, seller }, { params }) {
    return tellUpload(orNotFound(await findUpload(tx, { sellerId: seller.id, id: readIdentifier('upl', params.upload) })));
  },
});

const report = defineRoute({
  method: 'GET',
  path: '/v1/usage-uploads/:upload/report',
  operationId: 'getUsageUploadReport',
  summary: 'Get the rows of an uploaded file that were refused',
  description:
    'CSV with `line`, `column`, `id`, `code` and `reason`, in the order of the file; the first 100,000 of them. Line 1 is the row of names. Rows not taken yet are not in it.',
  tag: 'usage',
  access: READ,
  params: uploadId,
  response: 'text/csv',
  refusals: ['resource.not_found'],
  async handle(work, { params }) {
    const key = { sellerId: work.seller.id, id: readIdentifier('upl', params.upload) };
    orNotFound(await findUpload(work.tx, key));
    work.header('content-disposition', `attachment; filename="${params.upload}-refused.csv"`);
    return Buffer.from(printReport(await listRefusedRows(work.tx, key)));
  },
});

export const uploadRoutes: readonly Route[] = [upload, list, get, report];
