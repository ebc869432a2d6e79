// Takes the rows of an uploaded file, a batch in a transaction with its place in the file: whoever goes on, after a stop or beside another, goes on
// from there, and each row is counted once.
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { assert } from '../../kernel/assert.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { declareFailpoints, failpoint } from '../../platform/failpoint.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { getSellers } from '../accounts/index.ts';
import type { CsvRow } from './core/csv-rows.ts';
import { tell } from './events.ts';
import { eventOfRow, faultOf, UploadReader } from './read-upload.ts';
import { orderUpload } from './receive-upload.ts';
import type { UsageRules } from './record-usage.ts';
import { SenderBook } from './sender-book.ts';
import { type TakenVerdict, takeBatch } from './take-batch.ts';
import {
  addToUpload,
  endUpload,
  findPart,
  findUpload,
  insertRefusedRows,
  type RefusedRow,
  type Upload,
  type UploadKey,
} from './upload-store.ts';

declareFailpoints({
  'usage.upload_batch_written': 'A batch of an uploaded file is written and not committed.',
  'usage.upload_batch_committed': 'A batch of an uploaded file is durable, the next is not begun.',
  'usage.upload_ended': 'The last of an uploaded file is taken, its end is not committed.',
});

const BATCH_ROWS = 5000;
const RULES: UsageRules = { retentionDays: 400 };
const TRIES = 5;
const SETTINGS = `set local jit = off; set local work_mem = '64MB'; set local statement_timeout = 60000`;
/** Of a file; all refused rows are counted, and kept as refused events. */
const MOST_LISTED = 100_000;

/** Another process may have moved business time. */
interface ReadClock {
  read(): Promise<number>;
}

interface Taking {
  readonly database: Database;
  readonly clock: ReadClock;
  readonly key: UploadKey;
  readonly upload: Upload;
  readonly book: SenderBook;
  readonly reader: UploadReader;
}

export function doUpload(database: Database, clock: ReadClock, payload: unknown, stopping: AbortSignal): Promise<unknown> {
  const { sellerId, id } = payload as { sellerId: string; id: string };
  return takeUpload(database, clock, { sellerId: BigInt(sellerId), id: BigInt(id) }, { stopping });
}

interface Watch {
  readonly stopping?: AbortSignal;
  readonly onProgress?: (upload: Upload) => void;
}

/** Until it is done, by us or by another; null where it is not there. Where it is to stop, the rest is left to another job. */
export async function takeUpload(database: Database, clock: ReadClock, key: UploadKey, watch: Watch = {}): Promise<Upload | null> {
  const look = () => inTransaction(database, (tx) => findUpload(tx, key), { readOnly: true });
  const upload = await look();
  if (upload === null || upload.state === 'done') return upload;
  const [seller] = await inTransaction(database, (tx) => getSellers(tx, [key.sellerId]), { readOnly: true });
  assert(seller !== undefined, 'an upload has its seller');
  const taking = { database, clock, key, upload, book: new SenderBook(seller), reader: new UploadReader() };
  try {
    let from = 0;
    for await (const rows of readBatches(taking)) {
      const now = await takeRows(taking, rows, from);
      from += rows.length;
      if (now === null || now.state === 'done') return now;
      watch.onProgress?.(now);
      if (watch.stopping?.aborted === true) {
        await inTransaction(database, (tx) => orderUpload(tx, key));
        return now;
      }
    }
    return await finish(taking);
  } catch (error) {
    // Whoever finished it before us has put its bytes away.
    const now = await look();
    if (now?.state === 'done') return now;
    throw error;
  }
}

async function* readBatches({ database, key, reader }: Taking): AsyncGenerator<CsvRow[]> {
  async function* parts(): AsyncGenerator<Buffer> {
    for (let part = 0; ; part += 1) {
      const bytes = await inTransaction(database, (tx) => findPart(tx, key, part), { readOnly: true });
      if (bytes === null) return;
      yield bytes;
    }
  }
  const packed = Readable.from(parts(), { objectMode: false });
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error));
  let waiting: CsvRow[] = [];
  try {
    for await (const chunk of packed.pipe(unpacked)) {
      waiting.push(...reader.push(chunk as Buffer));
      while (waiting.length >= BATCH_ROWS) {
        yield waiting.slice(0, BATCH_ROWS);
        waiting = waiting.slice(BATCH_ROWS);
      }
    }
    waiting.push(...reader.end());
  } finally {
    packed.destroy();
  }
  for (; waiting.length > 0; waiting = waiting.slice(BATCH_ROWS)) yield waiting.slice(0, BATCH_ROWS);
}

/** `from`: how many rows of the file stand before these. */
async function takeRows(
  { database, clock, key, upload, book, reader }: Taking,
  rows: readonly CsvRow[],
  from: number,
): Promise<Upload | null> {
  const now = await clock.read();
  const work = async (tx: Transaction): Promise<Upload | null> => {
    const held = await findUpload(tx, key, 'hold');
    if (held === null || held.state === 'done' || held.taken >= from + rows.length) return held;
    assert(held.taken >= from, 'batches are taken in the order of the file');
    const left = rows.slice(held.taken - from);
    const events = left.map((row) => eventOfRow(row, reader.columns, upload.source));
    const verdicts = await takeBatch(tx, { events, books: events.map(() => book) }, now, RULES);
    const refused = refusedOf(left, events, verdicts);
    await insertRefusedRows(tx, key, refused.slice(0, Math.max(0, MOST_LISTED - held.refused)));
    const stored = verdicts.filter((verdict) => verdict === 'stored').length;
    await addToUpload(tx, key, { stored, refused: refused.length, repeated: left.length - stored - refused.length });
    await failpoint('usage.upload_batch_written', tx.client);
    return findUpload(tx, key);
  };
  const after = await again(() => inTransaction(database, work, { tries: TRIES, first: SETTINGS }));
  await failpoint('usage.upload_batch_committed');
  return after;
}

/** Somebody else may use the same source and id for another subscription at the same time: then it is there the next time. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== '23505' || attempt >= TRIES) throw error;
    }
  }
}

function refusedOf(rows: readonly CsvRow[], events: readonly { readonly id: string }[], verdicts: readonly TakenVerdict[]): RefusedRow[] {
  return verdicts.flatMap((verdict, index) =>
    typeof verdict === 'string' ? [] : [{ line: rows[index]!.line, id: events[index]!.id, code: verdict.code, ...faultOf(verdict) }],
  );
}

async function finish({ database, clock, key }: Taking): Promise<Upload | null> {
  const now = await clock.read();
  return inTransaction(database, async (tx) => {
    const held = await findUpload(tx, key, 'hold');
    if (held === null || held.state === 'done') return held;
    assert(held.taken === held.total, 'the end of a file is reached when all its rows are taken');
    await endUpload(tx, key, now);
    const { source, fileName, stored, repeated, refused } = held;
    const subject = formatIdentifier('upl', key.id);
    await writeEvents(tx, [
      tell['usage_upload.finished']({
        sellerId: key.sellerId,
        subject,
        occurredAt: now,
        data: { source, fileName, stored, repeated, refused },
      }),
    ]);
    await failpoint('usage.upload_ended', tx.client);
    return findUpload(tx, key);
  });
}
