// Reads the body of a request as events: one CloudEvent in structured or binary mode, a batch of them, or lines as they come.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../kernel/refusal.ts';
import { LineShape } from './line-shape.ts';
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

/** `hold` is told of every byte before it is kept, unpacked; what it throws ends the reading. */
export function readBody(body: unknown, headers: Headers, hold: (bytes: number) => void): ReadBody {
  const type = String(headers['content-type'] ?? '')
    .split(';', 1)[0]!
    .trim()
    .toLowerCase();
  const isBinary = headers['ce-id'] !== undefined || headers['ce-specversion'] !== undefined;
  const read = isBinary ? binary(headers) : readers[type];
  if (read === undefined) {
    throw new Refusal(
      'usage.content_type',
      'Send application/cloudevents+json, application/cloudevents-batch+json, application/json or application/x-ndjson.',
    );
  }
  const chunks = unpacked(body instanceof Readable ? body : Readable.from([]), String(headers['content-encoding'] ?? 'identity'));
  const given: Chunks = (most) => bounded(chunks, most, hold);
  return { single: isBinary || type === 'application/cloudevents+json', pieces: read(given) };
}

/** The body's bytes, as far as they are not more than these. */
type Chunks = (most: number) => AsyncIterable<Buffer>;
type Reader = (chunks: Chunks) => AsyncIterable<ReadEvent[]>;

const readers: Readonly<Record<string, Reader>> = {
  'application/x-ndjson': readLines,
  'application/ndjson': readLines,
  'application/jsonl': readLines,
  'application/cloudevents+json': (chunks) => readWhole(chunks, 'one'),
  'application/cloudevents-batch+json': (chunks) => readWhole(chunks, 'batch'),
  'application/json': (chunks) => readWhole(chunks, 'either'),
};

/** A request is not destroyed where a refusal ends the reading: its sender still has to be answered. */
function unpacked(stream: Readable, encoding: string): AsyncIterable<unknown> {
  const bytes = stream.iterator({ destroyOnReturn: false });
  if (encoding === 'identity' || encoding === '') return bytes;
  if (encoding !== 'gzip') throw new Refusal('usage.content_type', 'Send the body as it is, or packed with gzip.');
  return pipeline(bytes, createGunzip(), () => undefined);
}

async function* bounded(chunks: AsyncIterable<unknown>, most: number, hold: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      const { length } = chunk as Buffer;
      bytes += length;
      if (bytes > most) throw tooLarge(most);
      hold(length);
      yield chunk as Buffer;
    }
  } catch (error) {
    const { code } = error as { code?: unknown };
    // Broken packing, or a sender that left in the middle.
    if (typeof code === 'string' && /^(Z_|ECONNRESET$)/.test(code)) throw notJson('');
    throw error;
  }
}

async function readText(body: Chunks): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body(GREATEST_BODY_BYTES)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function* readWhole(chunks: Chunks, shape: 'one' | 'batch' | 'either'): AsyncGenerator<ReadEvent[]> {
  const value = parse(await readText(chunks));
  if (value === undefined) throw notJson('');
  if (Array.isArray(value) ? shape === 'one' : shape === 'batch') throw notJson(shape === 'one' ? ': one object' : ': an array');
  yield (Array.isArray(value) ? value : [value]).map(readMessage);
}

const binary =
  (headers: Headers): Reader =>
  (chunks) =>
    readBinary(chunks, headers);

async function* readBinary(chunks: Chunks, headers: Headers): AsyncGenerator<ReadEvent[]> {
  const text = await readText(chunks);
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
async function* readLines(chunks: Chunks): AsyncGenerator<ReadEvent[]> {
  const reader = new LineReader();
  let rest: Buffer[] = [];
  let restBytes = 0;
  let bytes = 0;
  let events: ReadEvent[] = [];
  for await (const chunk of chunks(GREATEST_STREAM_BYTES)) {
    bytes += chunk.length;
    const end = chunk.lastIndexOf(10) + 1;
    if (end > 0) {
      // Chunk by chunk: a text of more than some hundred kilobytes gets memory of its own, which costs more than reading it.
      reader.read(textOf([...rest, chunk.subarray(0, end)]), events);
      rest = [];
      restBytes = 0;
    }
    if (end < chunk.length) rest.push(chunk.subarray(end));
    restBytes += chunk.length - end;
    if (restBytes > PIECE_BYTES + GREATEST_LINE_BYTES) throw tooLarge(GREATEST_LINE_BYTES);
    if (bytes < PIECE_BYTES || end === 0) continue;
    yield events;
    events = [];
    bytes = restBytes;
  }
  reader.read(textOf(rest), events);
  yield events;
}

const textOf = (bytes: Buffer[]) => (bytes.length === 1 ? bytes[0]! : Buffer.concat(bytes)).toString('utf8');

/** Lines that are parsed before an expression is made of one, and how often that is tried: senders of a few events, or of all kinds, gain nothing. */
const PARSED_FIRST = 8;
const MOST_TRIES = 8;

/** Reads the lines of one request. */
class LineReader {
  private shape: LineShape | null = null;
  private parsed = 0;
  private tries = 0;

  read(text: string, events: ReadEvent[]): void {
    for (let from = 0; from < text.length; ) {
      const { shape } = this;
      const shaped = shape === null ? null : shape.read(text, from);
      if (shaped !== null) {
        const event = readMessage(shaped);
        if (!('code' in event)) {
          events.push(event);
          from = shape!.end + 1;
          continue;
        }
        // What is refused is kept as it came.
      }
      let to = text.indexOf('\n', from);
      if (to < 0) to = text.length;
      this.parse(text.slice(from, to), events, shaped === null);
      from = to + 1;
    }
  }

  private parse(line: string, events: ReadEvent[], isOfOtherShape: boolean): void {
    const value = parse(line);
    if (value === undefined) {
      if (line.trim() !== '') events.push(unread(line.slice(0, 1000), '', 'The line is not JSON.'));
      return;
    }
    events.push(readMessage(value));
    this.parsed += 1;
    if (!isOfOtherShape || this.parsed < PARSED_FIRST || this.tries >= MOST_TRIES) return;
    this.tries += 1;
    this.shape = LineShape.of(line) ?? this.shape;
  }
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
