// The bytes of a file as UTF-8 text: unpacked where gzip was used, checked for encoding and zero bytes as they pass, hashed.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { refuseFile } from './errors.ts';

export interface OpenedFile {
  readonly name: string;
  /** On disk, packed or not: what progress is measured against. */
  readonly sizeBytes: number;
  /** Read so far on disk. */
  readBytes(): number;
  readonly chunks: AsyncIterable<Buffer>;
  /** Known when `chunks` has ended: SHA-256 of the unpacked bytes, and whether the last line was ended. */
  finished(): { readonly contentHash: string; readonly endsWithNewline: boolean };
}

const CHUNK_BYTES = 256 * 1024;
const LINE_FEED = 10;

export async function openFile(path: string): Promise<OpenedFile> {
  const handle = await openForReading(path);
  let start: Buffer;
  let sizeBytes: number;
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) {
      throw refuseFile(
        path,
        'focus.not_a_file',
        'this is no regular file; the import reads it twice, so save a pipe’s output to a file first',
      );
    }
    sizeBytes = stat.size;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    start = buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
  if (start.length === 0) throw refuseFile(path, 'focus.empty', 'the file is empty');
  refuseOtherFormats(path, start);
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const hash = createHash('sha256');
  const state = { endsWithNewline: false, readBytes: 0 };
  return {
    name: path,
    sizeBytes,
    readBytes: () => state.readBytes,
    chunks: checkBytes(path, packed ? unpack(path, readDisk(path, state)) : readDisk(path, state), hash, state),
    finished: () => ({ contentHash: hash.copy().digest('hex'), endsWithNewline: state.endsWithNewline }),
  };
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw refuseFile(path, 'focus.file_missing', 'there is no such file');
    if (code === 'EACCES' || code === 'EPERM') {
      throw refuseFile(path, 'focus.file_unreadable', 'this user may not read the file; change its permissions');
    }
    throw refuseFile(path, 'focus.file_unreadable', `the file cannot be opened (${code ?? 'unknown error'})`);
  }
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive; unpack it first'],
  ['50415231', 'a Parquet file; export it as CSV'],
  ['28b52ffd', 'packed with zstd; unpack it first'],
  ['425a68', 'packed with bzip2; unpack it first'],
];

function refuseOtherFormats(path: string, start: Buffer): void {
  const written = start.toString('hex');
  for (const [signature, remedy] of SIGNATURES) {
    if (written.startsWith(signature)) throw refuseFile(path, 'focus.not_csv', `this is ${remedy}`);
  }
  if (written.startsWith('fffe') || written.startsWith('feff')) {
    throw refuseFile(path, 'focus.encoding', 'the file is UTF-16; save it as UTF-8', { line: 1, column: 1 });
  }
}

async function* readDisk(path: string, state: { readBytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    state.readBytes += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
}

async function* unpack(path: string, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // A failure of either side destroys the other and is thrown by the loop below.
  const piped = pipeline(Readable.from(packed), gunzip);
  piped.catch(() => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') {
      throw refuseFile(path, 'focus.gzip_cut', 'the gzip file ends too early: it was cut off; fetch it again');
    }
    if (code?.startsWith('Z_')) throw refuseFile(path, 'focus.gzip_broken', `the gzip file is damaged (${message}); fetch it again`);
    throw error;
  }
}

/** Where in the file the bytes at hand are. */
interface Position {
  line: number;
  /** Bytes of the current line before this chunk. */
  column: number;
}

async function* checkBytes(
  path: string,
  source: AsyncIterable<Buffer>,
  hash: { update(data: Buffer): unknown },
  state: { endsWithNewline: boolean },
): AsyncGenerator<Buffer> {
  const position: Position = { line: 1, column: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    hash.update(chunk);
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = completeLength(joined);
    checkText(path, joined.subarray(0, end), position);
    rest = joined.subarray(end);
    state.endsWithNewline = chunk.length > 0 ? chunk.at(-1) === LINE_FEED : state.endsWithNewline;
    if (end > 0) yield joined.subarray(0, end);
  }
  if (total === 0) throw refuseFile(path, 'focus.empty', 'the file is empty');
  if (rest.length > 0) {
    const place = { line: position.line, column: position.column + 1 };
    throw refuseFile(path, 'focus.file_cut', 'the file ends inside a character: it was cut off; fetch it again', place);
  }
}

/** Up to three bytes of a character may only come with the next chunk. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function checkText(path: string, bytes: Buffer, position: Position): void {
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const remedy = 'a zero byte: the file is not text, or is UTF-16; save it as UTF-8 text';
    throw refuseFile(path, 'focus.zero_byte', remedy, placeOf(bytes, zero, position));
  }
  if (!isUtf8(bytes)) {
    const place = placeOf(bytes, firstInvalid(bytes), position);
    throw refuseFile(path, 'focus.encoding', 'this is not UTF-8 (often Latin-1 or Windows-1252); save the file as UTF-8', place);
  }
  advance(bytes, bytes.length, position);
}

function advance(bytes: Buffer, length: number, position: Position): void {
  let lineStart = -1;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < length; at = bytes.indexOf(LINE_FEED, at + 1)) {
    position.line += 1;
    lineStart = at;
  }
  position.column = lineStart === -1 ? position.column + length : length - lineStart - 1;
}

function placeOf(bytes: Buffer, index: number, from: Position): { line: number; column: number } {
  const position = { ...from };
  advance(bytes, index, position);
  return { line: position.line, column: position.column + 1 };
}

/** Character by character: this happens once, at the end of the import. */
function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}
