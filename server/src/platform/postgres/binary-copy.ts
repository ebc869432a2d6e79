// Rows in the binary format of COPY and arrays in that of parameters, for the few places where hundreds of thousands a second pass: PostgreSQL takes
// them without reading text.
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { assert } from '../../kernel/assert.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const FIRST_BYTES = 64 * 1024;
const EPOCH_MS = 946_684_800_000;
const WORD = 0x1_0000_0000;
const GROUP = 4;

/** Values one after the other, each behind its length: so they stand in rows and in arrays. */
class BinaryValues {
  protected buffer = Buffer.allocUnsafe(FIRST_BYTES);
  protected length = 0;

  /** Eight bytes made by `bigintBytes`: ids come again and again. */
  bigint(bytes: Uint8Array): void {
    this.reserve(12);
    this.length = this.buffer.writeInt32BE(8, this.length);
    this.buffer.set(bytes, this.length);
    this.length += 8;
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
    const grown = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
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
  end(): Buffer {
    this.reserve(2);
    this.length = this.buffer.writeInt16BE(-1, this.length);
    return this.buffer.subarray(0, this.length);
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
    return this.buffer.subarray(0, this.length);
  }
}

/** The digits from `from` to `to`, with zeros up to `until`: a group that stands alone behind the point is filled from the right. */
function readDigits(text: string, from: number, to: number, until: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  for (let index = to; index < until; index += 1) value *= 10;
  return value;
}

export function bigintBytes(value: bigint): Uint8Array {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

/** `target` is a table with its columns: "event (id, at)". */
export async function copyBinary(client: pg.ClientBase, target: string, rows: BinaryRows, count: number): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin (format binary)`));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
    stream.end(rows.end());
  });
  assert(stream.rowCount === count, `${stream.rowCount} rows of ${count} were copied into ${target}`);
}
