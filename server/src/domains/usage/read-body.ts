// Reads the body of a request as events: one CloudEvent in structured or binary mode, a batch of them, or lines as they come.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../kernel/refusal.ts';
import { readMessage, type UnreadMessage, type UsageMessage, unread } from './read-message.ts';

export type ReadEvent = UsageMessage | UnreadMessage;
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Of a request that is not lines: it is read as a whole. */
export const GREATEST_BODY_BYTES = 8 * 1024 * 1024;
/** Lines are read as they come; this bounds what one request may keep busy. */
const GREATEST_STREAM_BYTES = 1024 * 1024 * 1024;
const GREATEST_LINE_BYTES = 1024 * 1024;
const PIECE_BYTES = 512 * 1024;

export interface ReadBody {
  /** One event alone: it is answered by its own status. */
  readonly single: boolean;
  readonly pieces: AsyncIterable<ReadEvent[]>;
}

export function readBody(body: unknown, headers: Headers): ReadBody {
  const type = String(headers['content-type'] ?? '')
    .split(';', 1)[0]!
    .trim()
    .toLowerCase();
  const stream = unpacked(body instanceof Readable ? body : Readable.from([]), String(headers['content-encoding'] ?? 'identity'));
  if (headers['ce-id'] !== undefined || headers['ce-specversion'] !== undefined)
    return { single: true, pieces: readBinary(stream, headers) };
  switch (type) {
    case 'application/x-ndjson':
    case 'application/ndjson':
    case 'application/jsonl':
      return { single: false, pieces: readLines(stream) };
    case 'application/cloudevents+json':
      return { single: true, pieces: readWhole(stream, 'one') };
    case 'application/cloudevents-batch+json':
      return { single: false, pieces: readWhole(stream, 'batch') };
    case 'application/json':
      return { single: false, pieces: readWhole(stream, 'either') };
    default:
      stream.destroy();
      throw new Refusal(
        'usage.content_type',
        'Send application/cloudevents+json, application/cloudevents-batch+json, application/json or application/x-ndjson.',
      );
  }
}

function unpacked(stream: Readable, encoding: string): Readable {
  if (encoding === 'identity' || encoding === '') return stream;
  if (encoding !== 'gzip') throw new Refusal('usage.content_type', 'Send the body as it is, or packed with gzip.');
  return pipeline(stream, createGunzip(), () => undefined);
}

async function* bounded(stream: Readable, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length;
      if (bytes > most) throw tooLarge(most);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'string' && String((error as { code: string }).code).startsWith('Z_'))
      throw notJson('');
    throw error;
  }
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of bounded(stream, GREATEST_BODY_BYTES)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function* readWhole(stream: Readable, shape: 'one' | 'batch' | 'either'): AsyncGenerator<ReadEvent[]> {
  const value = parse(await readText(stream));
  if (value === undefined) throw notJson('');
  if (Array.isArray(value) ? shape === 'one' : shape === 'batch') throw notJson(shape === 'one' ? ': one object' : ': an array');
  yield (Array.isArray(value) ? value : [value]).map(readMessage);
}

async function* readBinary(stream: Readable, headers: Headers): AsyncGenerator<ReadEvent[]> {
  const text = await readText(stream);
  const attribute = (name: string) => {
    const value = headers[`ce-${name}`];
    if (value === undefined) return {};
    try {
      return { [name]: decodeURIComponent(String(value)) };
    } catch {
      return { [name]: String(value) };
    }
  };
  const names = ['specversion', 'id', 'source', 'type', 'time', 'subject'];
  const data = parse(text);
  if (data === undefined) throw notJson('');
  yield [readMessage(Object.assign({ data }, ...names.map(attribute)))];
}

/** In pieces of whole lines. Those that cannot be read are refused one by one. */
async function* readLines(stream: Readable): AsyncGenerator<ReadEvent[]> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of bounded(stream, GREATEST_STREAM_BYTES)) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < PIECE_BYTES) continue;
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      if (bytes > PIECE_BYTES + GREATEST_LINE_BYTES) throw tooLarge(GREATEST_LINE_BYTES);
      continue;
    }
    waiting[waiting.length - 1] = chunk.subarray(0, end);
    yield linesOf(Buffer.concat(waiting).toString('utf8'));
    waiting = [chunk.subarray(end + 1)];
    bytes = chunk.length - end - 1;
  }
  yield linesOf(Buffer.concat(waiting).toString('utf8'));
}

function linesOf(text: string): ReadEvent[] {
  const events: ReadEvent[] = [];
  for (let from = 0; from < text.length; ) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const line = text.slice(from, to);
    from = to + 1;
    const value = parse(line);
    if (value !== undefined) events.push(readMessage(value));
    else if (line.trim() !== '') events.push(unread(line.slice(0, 1000), '', 'The line is not JSON.'));
  }
  return events;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tooLarge(most: number): Refusal {
  const megabytes = String(most / 1024 / 1024);
  return new Refusal(
    'usage.too_large',
    `This is more than ${megabytes} MB. Send less at a time; what came before of a stream of lines is taken.`,
    {
      parameters: { megabytes },
    },
  );
}

function notJson(more: string): Refusal {
  return new Refusal('request.invalid', `The body is not what its content type says${more}. Nothing of it was taken.`, {
    parameters: { field: 'body', reason: `not what the content type says${more}` },
  });
}
