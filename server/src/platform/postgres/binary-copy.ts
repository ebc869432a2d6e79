// Rows in the binary format of COPY and arrays in that of parameters, for the few places where hundreds of thousands a second pass: PostgreSQL takes
// them without reading text.
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { assert } from '../../kernel/assert.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Larger ones get memory of their own from the system each time, which costs more than writing them. */
const CHUNK_BYTES = 64 * 1024;
const EPOCH_MS = 946_684_800_000;
const WORD = 0x1_0000_0000;
const GROUP = 4;

/** Values one after the other, each behind its length: so they stand in rows and in arrays. */
class BinaryValues {
  protected readonly full: Buffer[] = [];
  protected buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  /** Of what is written in the last chunk. */
  protected length = 0;

  /** Values made by `bigintField`, one or several: ids come again and again. */
  fields(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** timestamptz, of milliseconds since 1970. */
  instant(milliseconds: number): void {
    this.reserve(12);
    const micros = (milliseconds - EPOCH_MS) * 1000;
    const high = Math.floor(micros / WORD);
    this.length = this.buffer.writeInt32BE(8, this.length);
    this.length = this.buffer.writeInt32BE(high, this.length);
    this.length = this.buffer.writeUInt32BE(micros - high * WORD, this.length);
  }

  uuid(hexadecimal: string): void {
    this.reserve(20);
    this.length = this.buffer.writeInt32BE(16, this.length);
    this.buffer.write(hexadecimal, this.length, 16, 'hex');
    this.length += 16;
  }

  text(text: string): void {
    this.reserve(4 + text.length * 3);
    const start = this.length + 4;
    const bytes = this.buffer.write(text, start);
    this.buffer.writeInt32BE(bytes, this.length);
    this.length = start + bytes;
  }

  /** A plain decimal, with its digits behind the point as they are written. */
  numeric(decimal: string): void {
    const isNegative = decimal.charCodeAt(0) === 45;
    const start = isNegative || decimal.charCodeAt(0) === 43 ? 1 : 0;
    const point = decimal.indexOf('.');
    const wholeEnd = point < 0 ? decimal.length : point;
    const scale = point < 0 ? 0 : decimal.length - point - 1;
    const wholeGroups = Math.ceil((wholeEnd - start) / GROUP);
    const groups: number[] = [];
    let weight = wholeGroups - 1;
    for (let group = 0; group < wholeGroups; group += 1) {
      const to = wholeEnd - (wholeGroups - 1 - group) * GROUP;
      const digits = readDigits(decimal, Math.max(start, to - GROUP), to, to);
      if (groups.length === 0 && digits === 0) weight -= 1;
      else groups.push(digits);
    }
    for (let from = wholeEnd + 1; from < decimal.length; from += GROUP) {
      const digits = readDigits(decimal, from, Math.min(decimal.length, from + GROUP), from + GROUP);
      if (groups.length === 0 && digits === 0) weight -= 1;
      else groups.push(digits);
    }
    while (groups.length > 0 && groups[groups.length - 1] === 0) groups.pop();
    this.reserve(12 + groups.length * 2);
    this.length = this.buffer.writeInt32BE(8 + groups.length * 2, this.length);
    this.length = this.buffer.writeInt16BE(groups.length, this.length);
    this.length = this.buffer.writeInt16BE(groups.length === 0 ? 0 : weight, this.length);
    this.length = this.buffer.writeUInt16BE(isNegative && groups.length > 0 ? 0x4000 : 0, this.length);
    this.length = this.buffer.writeInt16BE(scale, this.length);
    for (const digits of groups) this.length = this.buffer.writeInt16BE(digits, this.length);
  }

  protected reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    this.full.push(this.buffer.subarray(0, this.length));
    this.buffer = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, bytes));
    this.length = 0;
  }

  protected chunks(): Buffer[] {
    return [...this.full, this.buffer.subarray(0, this.length)];
  }
}

/** Fields are added in the order of the columns, each row begun by `row`. */
export class BinaryRows extends BinaryValues {
  constructor() {
    super();
    this.length = SIGNATURE.copy(this.buffer);
    this.length = this.buffer.writeInt32BE(0, this.length);
    this.length = this.buffer.writeInt32BE(0, this.length);
  }

  row(fields: number): void {
    this.reserve(2);
    this.length = this.buffer.writeInt16BE(fields, this.length);
  }

  /** Nothing can be added any more. */
  end(): Buffer[] {
    this.reserve(2);
    this.length = this.buffer.writeInt16BE(-1, this.length);
    return this.chunks();
  }
}

/** What PostgreSQL calls the types of elements, in numbers. */
const ELEMENTS = { bigint: 20, numeric: 1700, uuid: 2950 } as const;

/** An array as a parameter: a driver sends bytes as they are. As many values are added as it was made for. */
export class BinaryArray extends BinaryValues {
  constructor(element: keyof typeof ELEMENTS, count: number) {
    super();
    const hasNulls = 0;
    const head = count === 0 ? [0, hasNulls, ELEMENTS[element]] : [1, hasNulls, ELEMENTS[element], count, 1];
    for (const word of head) this.length = this.buffer.writeInt32BE(word, this.length);
  }

  /** A whole number that a double holds exactly. */
  whole(value: number): void {
    this.reserve(12);
    const high = Math.floor(value / WORD);
    this.length = this.buffer.writeInt32BE(8, this.length);
    this.length = this.buffer.writeInt32BE(high, this.length);
    this.length = this.buffer.writeUInt32BE(value - high * WORD, this.length);
  }

  bytes(): Buffer {
    return this.full.length === 0 ? this.buffer.subarray(0, this.length) : Buffer.concat(this.chunks());
  }
}

/** The digits from `from` to `to`, with zeros up to `until`: a group that stands alone behind the point is filled from the right. */
function readDigits(text: string, from: number, to: number, until: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  for (let index = to; index < until; index += 1) value *= 10;
  return value;
}

/** A bigint as rows and arrays have it. */
export function bigintField(value: bigint): Uint8Array {
  const bytes = Buffer.allocUnsafe(12);
  bytes.writeInt32BE(8);
  bytes.writeBigInt64BE(value, 4);
  return bytes;
}

/** A timestamptz likewise, of milliseconds since 1970. */
export function instantField(milliseconds: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(12);
  bytes.writeInt32BE(8);
  bytes.writeBigInt64BE(BigInt(milliseconds - EPOCH_MS) * 1000n, 4);
  return bytes;
}

/** `target` is a table with its columns: "event (id, at)". */
export async function copyBinary(client: pg.ClientBase, target: string, rows: BinaryRows, count: number): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin (format binary)`));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
    for (const chunk of rows.end()) stream.write(chunk);
    stream.end();
  });
  assert(stream.rowCount === count, `${stream.rowCount} rows of ${count} were copied into ${target}`);
}
