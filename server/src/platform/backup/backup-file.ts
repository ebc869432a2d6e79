// The file a backup is: a first line in plain text, a compressed list of pieces, and a last line with the SHA-256 of everything before it. It has its
// name only once it is whole and on the disk; a file that was cut or changed is recognised before anything is read from it.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Refusal } from '../../kernel/refusal.ts';

export type PieceKind = 'header' | 'table' | 'data' | 'table_end' | 'end';

export interface Piece {
  readonly kind: PieceKind;
  readonly bytes: Buffer;
}

export interface FileFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const FIRST_LINE = 'prorata backup 1\n';
const KINDS: readonly PieceKind[] = ['header', 'table', 'data', 'table_end', 'end'];
const PIECE_HEAD_BYTES = 5;
const lastLine = (sha256: string) => `\nend ${sha256}\n`;
const LAST_LINE_BYTES = lastLine('0'.repeat(64)).length;

export function piece(kind: PieceKind, content: Buffer | object): Buffer[] {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(PIECE_HEAD_BYTES);
  head.writeUInt8(KINDS.indexOf(kind));
  head.writeUInt32BE(bytes.length, 1);
  return [head, bytes];
}

/** Refuses a name that is taken: the backup there may be the only one. */
export async function writeBackupFile(wanted: string, pieces: AsyncIterable<Buffer>, stopped: AbortSignal): Promise<FileFacts> {
  const path = resolve(wanted);
  if (await exists(path))
    throw new Refusal('backup.file_exists', 'There is already a file of this name. Name another, or move that one away.', { path });
  await removeLeftOver(path);
  const draft = `${path}.part-${process.pid}`;
  try {
    const written = await writeDraft(draft, pieces, stopped);
    await rename(draft, path);
    await syncToDisk(dirname(path));
    return { path, ...written };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw fileRefusal(error, path) ?? error;
  }
}

async function writeDraft(draft: string, pieces: AsyncIterable<Buffer>, stopped: AbortSignal): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256').update(FIRST_LINE);
  let bytes = FIRST_LINE.length + LAST_LINE_BYTES;
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const file = await open(draft, 'wx', 0o600);
  await file.write(FIRST_LINE);
  await file.close();
  await pipeline(pieces, createGzip({ level: 4 }), digest, createWriteStream(draft, { flags: 'a' }), { signal: stopped });
  const sha256 = hash.digest('hex');
  const end = await open(draft, 'a');
  try {
    await end.write(lastLine(sha256));
    await end.sync();
  } finally {
    await end.close();
  }
  return { bytes, sha256 };
}

async function syncToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Of a backup that was killed: it never had the name of a whole one. */
async function removeLeftOver(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => [] as string[]);
  for (const name of names) {
    const pid = name.startsWith(`${basename(path)}.part-`) ? Number(name.slice(`${basename(path)}.part-`.length)) : Number.NaN;
    if (Number.isSafeInteger(pid) && !isAlive(pid)) await rm(join(dirname(path), name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Reads the whole file once and answers whether it is what was written. */
export async function checkBackupFile(wanted: string): Promise<FileFacts> {
  const path = resolve(wanted);
  try {
    const bytes = (await stat(path)).size;
    const first = await readPart(path, 0, Math.min(bytes, FIRST_LINE.length));
    if (first !== FIRST_LINE.slice(0, first.length) || bytes === 0) throw notABackup(path);
    const last = bytes < FIRST_LINE.length + LAST_LINE_BYTES ? '' : await readPart(path, bytes - LAST_LINE_BYTES, bytes);
    const told = /^\nend ([0-9a-f]{64})\n$/.exec(last)?.[1];
    if (told === undefined) throw cutShort(path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { end: bytes - LAST_LINE_BYTES - 1 })) hash.update(chunk as Buffer);
    const sha256 = hash.digest('hex');
    if (sha256 !== told) throw damaged(path);
    return { path, bytes, sha256 };
  } catch (error) {
    throw fileRefusal(error, path) ?? error;
  }
}

async function readPart(path: string, from: number, to: number): Promise<string> {
  const parts: Buffer[] = [];
  if (to > from) for await (const chunk of createReadStream(path, { start: from, end: to - 1 })) parts.push(chunk as Buffer);
  return Buffer.concat(parts).toString('latin1');
}

/** Call for a file that was checked. */
export async function* readPieces({ path, bytes }: FileFacts): AsyncGenerator<Piece> {
  const source = createReadStream(path, { start: FIRST_LINE.length, end: bytes - LAST_LINE_BYTES - 1 });
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  source.pipe(plain);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of plain) {
      rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
      let at = 0;
      for (let size = pieceSize(rest, at); size !== null; size = pieceSize(rest, at)) {
        const kind = KINDS[rest[at]!];
        if (kind === undefined) throw damaged(path);
        yield { kind, bytes: rest.subarray(at + PIECE_HEAD_BYTES, at + size) };
        at += size;
      }
      rest = rest.subarray(at);
    }
  } finally {
    source.destroy();
  }
  if (rest.length > 0) throw damaged(path);
}

function pieceSize(bytes: Buffer, at: number): number | null {
  if (bytes.length - at < PIECE_HEAD_BYTES) return null;
  const size = PIECE_HEAD_BYTES + bytes.readUInt32BE(at + 1);
  return bytes.length - at < size ? null : size;
}

function notABackup(path: string): Refusal {
  return new Refusal('backup.not_a_backup', 'This file is not a backup made by prorata backup. Name one that is.', { path });
}

function cutShort(path: string): Refusal {
  return new Refusal('backup.cut_short', 'The end of this backup is missing, so it was not copied whole. Use another copy of it.', {
    path,
  });
}

export function damaged(path: string): Refusal {
  return new Refusal('backup.damaged', 'This backup is not what was written: its SHA-256 does not agree. Use another copy of it.', {
    path,
  });
}

function fileRefusal(error: unknown, path: string): Refusal | null {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Refusal(
      'backup.disk_full',
      'There is not enough room for the backup; nothing of it was kept. Make room, or name a place on another disk.',
      {
        path,
      },
    );
  }
  const reasons: Record<string, string> = {
    ENOENT: 'does not exist',
    EACCES: 'may not be used by this user',
    EPERM: 'may not be used by this user',
    EROFS: 'is on a read-only file system',
    EISDIR: 'is a folder',
    ENOTDIR: 'has a file in its path where a folder should be',
  };
  const reason = reasons[code];
  return reason === undefined
    ? null
    : new Refusal('backup.file_unusable', `This file, or its folder, ${reason}. Name another one.`, { path });
}
