// Receives a file of usage: looked through as it comes, so that what is wrong with its shape is said at once, kept beside, and written down only when
// all of it is there. What it says is taken by a job.
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Refusal } from '../../kernel/refusal.ts';
import { declareFailpoints, failpoint } from '../../platform/failpoint.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { UploadReader } from './read-upload.ts';
import { countWaiting, insertPart, insertUpload, type UploadKey } from './upload-store.ts';

declareFailpoints({
  'usage.upload_kept': 'An uploaded file is written and not committed.',
  'usage.upload_received': 'An uploaded file is durable and nobody is told.',
});

export const UPLOAD_JOB = 'usage.upload';

const GREATEST_MEGABYTES = 256;
const GREATEST_ROWS = 5_000_000;
const PART_BYTES = 256 * 1024;
const MOST_WAITING = 20;
const USUAL_SOURCE = 'csv';

export interface ReceivedFile {
  readonly sellerId: bigint;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly isPacked: boolean;
  readonly source: string | undefined;
  readonly fileName: string | undefined;
}

/** `beside` is done in the transaction that writes the file down. */
export async function receiveUpload(
  database: Database,
  file: ReceivedFile,
  now: number,
  beside: (tx: Transaction, id: bigint) => Promise<void> = async () => undefined,
): Promise<UploadKey> {
  const { sellerId, source = USUAL_SOURCE, fileName = '' } = file;
  const place = join(tmpdir(), `prorata-upload-${randomUUID()}`);
  try {
    const total = await keep(file, place);
    const key = await inTransaction(database, async (tx) => {
      const id = (await reserveIdentities(tx, 1))();
      if ((await countWaiting(tx, sellerId)) >= MOST_WAITING) throw full();
      await insertUpload(tx, { sellerId, id, source, fileName, total }, now);
      let part = 0;
      for await (const bytes of createReadStream(place, { highWaterMark: PART_BYTES })) {
        await insertPart(tx, { sellerId, id }, part, bytes as Buffer);
        part += 1;
      }
      await orderUpload(tx, { sellerId, id });
      await beside(tx, id);
      await failpoint('usage.upload_kept', tx.client);
      return { sellerId, id };
    });
    await failpoint('usage.upload_received');
    return key;
  } finally {
    await rm(place, { force: true });
  }
}

/** Files are taken one after the other: many at once would only wait for each other. */
export async function orderUpload(tx: Transaction, { sellerId, id }: UploadKey): Promise<void> {
  await addJob(tx.client, UPLOAD_JOB, { sellerId: String(sellerId), id: String(id) }, { queue: UPLOAD_JOB });
}

/** Packed, at `place`. Answers how many rows it has. */
async function keep({ bytes, isPacked }: ReceivedFile, place: string): Promise<number> {
  const reader = new UploadReader();
  let rows = 0;
  async function* lookThrough(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > GREATEST_MEGABYTES * 1024 * 1024) throw tooLarge();
      rows += reader.push(chunk).length;
      if (rows > GREATEST_ROWS) throw tooLarge();
      yield chunk;
    }
    rows += reader.end().length;
  }
  const file = createWriteStream(place, { flags: 'wx', mode: 0o600 });
  const given = Readable.from(bytes, { objectMode: false });
  const packing = createGzip({ level: 1 });
  try {
    if (isPacked) await pipeline(given, createGunzip(), lookThrough, packing, file);
    else await pipeline(given, lookThrough, packing, file);
  } catch (error) {
    throw String((error as { code?: unknown }).code).startsWith('Z_') ? damaged() : error;
  }
  return rows;
}

function tooLarge(): Refusal {
  const parameters = { megabytes: String(GREATEST_MEGABYTES), rows: GREATEST_ROWS.toLocaleString('en') };
  return new Refusal(
    'usage.upload_too_large',
    `The file has more than ${parameters.megabytes} MB unpacked, or more than ${parameters.rows} rows. Split it; each part needs the first row.`,
    { parameters },
  );
}

function damaged(): Refusal {
  return new Refusal('usage.csv_gzip', 'The file does not unpack: it is damaged, cut off, or not packed with gzip. Send it again.');
}

function full(): Refusal {
  return new Refusal('usage.uploads_full', `${MOST_WAITING} files wait to be taken. Send this one when one of them is done.`, {
    parameters: { most: String(MOST_WAITING), seconds: '30' },
  });
}
