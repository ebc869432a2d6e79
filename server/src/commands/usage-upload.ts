// `prorata usage upload FILE`: takes a file of usage as `POST /v1/usage-uploads` does, and waits for its end.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { listRefusedRows, receiveUpload, takeUpload, tellUpload, type Upload } from '../domains/usage/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type CommandContext, type ExitStatus, exitStatus } from './command.ts';
import { getSeller } from './which-seller.ts';

export async function uploadUsage(context: CommandContext, path: string, limit: number): Promise<ExitStatus> {
  const { output, text } = context;
  const isPacked = await looksPacked(path);
  const { database, clock } = await context.installation();
  const seller = await inTransaction(database, (tx) => getSeller(tx, text('seller')), { readOnly: true });
  const now = await clock.read();
  const file = { sellerId: seller.id, bytes: createReadStream(path), isPacked, source: text('source'), fileName: basename(path) };
  output.progress('Looking through the file');
  const key = await receiveUpload(database, file, now);
  const upload = (await takeUpload(database, clock, key, { onProgress: (at) => output.progress(progressOf(at)) }))!;
  const rows = await inTransaction(database, (tx) => listRefusedRows(tx, key), { readOnly: true });
  const listed = rows.slice(0, limit);
  output.answer({ ...tellUpload(upload), rows: listed, rowsOmitted: upload.refused - listed.length }, () =>
    [
      ...listed.map((row) => `  line ${row.line}${row.column === '' ? '' : `, ${row.column}`}: ${row.reason} (${row.code})`),
      ...(upload.refused > listed.length ? [`  and ${number(upload.refused - listed.length)} more; --list N shows N of them`] : []),
      `${number(upload.total)} rows: ${number(upload.stored)} stored, ${number(upload.repeated)} known already, ${number(upload.refused)} refused.`,
    ].join('\n'),
  );
  return upload.refused > 0 ? exitStatus.attention : exitStatus.done;
}

const number = (value: number): string => value.toLocaleString('en');

/** "Taking the rows  42 %  120,000 of 285,000". */
function progressOf({ taken, total }: Upload): string {
  const percent = total === 0 ? 100 : Math.floor((taken / total) * 100);
  return `Taking the rows  ${String(percent).padStart(3)} %  ${number(taken)} of ${number(total)}`;
}

async function looksPacked(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = (error as { code?: string }).code === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
    throw new Refusal('usage.file_unreadable', `"${path}": ${reason}. Name a CSV file, packed with gzip or not.`, { path: 'FILE' });
  }
}
