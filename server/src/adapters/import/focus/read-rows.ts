// The rows of a FOCUS file, one after the other in constant memory; whatever is wrong with the file's shape ends the reading with its place.
import { hash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { CsvError, type Options, parse } from 'csv-parse';
import { FOCUS_COLUMNS, type FocusColumn, type FocusRow, REQUIRED_COLUMNS } from './core/focus-row.ts';
import { refuseFile } from './errors.ts';
import type { OpenedFile } from './open-file.ts';

/** A row with its tags has a few thousand bytes; more than this is a quote that was never closed. */
const LARGEST_ROW_BYTES = 1024 * 1024;
const MOST_COLUMNS = 1000;
/** Cannot be in a file, since zero bytes are refused: no two rows join to the same text. */
const SEPARATOR = '\u0000';

const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  max_record_size: LARGEST_ROW_BYTES,
  record_delimiter: ['\r\n', '\n', '\r'],
};

interface Header {
  readonly names: readonly string[];
  /** Index of each column the import reads; -1 where the file has none. */
  readonly indexes: Readonly<Record<FocusColumn, number>>;
  /** Indexes of all columns by name: a row's identity does not depend on their order. */
  readonly order: readonly number[];
  readonly joinedNames: string;
}

export async function* readRows(file: OpenedFile): AsyncGenerator<FocusRow> {
  const records = readRecords(file);
  const first = await records.next();
  if (first.done) throw refuseFile(file.name, 'focus.empty', 'the file holds no header');
  const header = readHeader(file.name, first.value.fields);
  let row = 0;
  for await (const { fields, line } of records) {
    if (fields.length !== header.names.length) {
      const last = (await records.next()).done === true;
      throw refuseShape(file, header, fields, line, last);
    }
    row += 1;
    yield { row, line, identity: identify(header, fields), values: pick(header, fields) };
  }
  if (row === 0) throw refuseFile(file.name, 'focus.empty', 'the file has a header and no rows; nothing can be imported');
}

interface RawRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

async function* readRecords(file: OpenedFile): AsyncGenerator<RawRecord> {
  const records = createRecordParser();
  let line = 1;
  for await (const chunk of withEnd(file.chunks)) {
    const { parsed, failure } = await records.parse(chunk);
    for (const fields of parsed) {
      const startsOn = line;
      line += 1 + lineBreaks(fields);
      const blank = fields.length === 1 && fields[0]?.trim() === '';
      if (!blank) yield { fields, line: startsOn };
    }
    if (failure !== null) throw failure instanceof CsvError ? refuseCsv(file.name, failure, line) : failure;
  }
}

/** The chunks, then null for the end. */
async function* withEnd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  yield* chunks;
  yield null;
}

interface ParsedChunk {
  readonly parsed: readonly string[][];
  readonly failure: Error | null;
}

/** The parser fed by hand: read as a stream it would throw away the rows before a broken one, and with them the line number. */
function createRecordParser(): { parse(chunk: Buffer | null): Promise<ParsedChunk> } {
  let parsed: string[][] = [];
  let failure: Error | null = null;
  const keep = (record: string[]) => {
    parsed.push(record);
    return null;
  };
  const parser = parse({ ...OPTIONS, on_record: keep });
  parser.on('error', (error) => {
    failure = error;
  });
  parser.resume();
  return {
    async parse(chunk) {
      parsed = [];
      if (chunk === null) await finished(parser.end()).catch(() => undefined);
      else await new Promise<void>((resolve) => void parser.write(chunk, () => resolve()));
      return { parsed, failure };
    },
  };
}

function lineBreaks(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

function readHeader(fileName: string, written: readonly string[]): Header {
  const names = written.map((name) => name.trim());
  if (names.length > MOST_COLUMNS) {
    throw refuseFile(fileName, 'focus.columns_too_many', `the header has ${names.length} columns; a FOCUS file has about fifty`, {
      line: 1,
    });
  }
  const byName = new Map<string, number>();
  names.forEach((name, index) => {
    const before = byName.get(name.toLowerCase());
    if (before !== undefined) {
      const message = `the column ${name.slice(0, 60)} stands in the header twice (also column ${before + 1}); keep one`;
      throw refuseFile(fileName, 'focus.column_twice', message, { line: 1, column: index + 1 });
    }
    byName.set(name.toLowerCase(), index);
  });
  const missing = REQUIRED_COLUMNS.filter((column) => !byName.has(column.toLowerCase()));
  if (missing.length > 0) throw refuseColumns(fileName, names, missing);
  const indexes = Object.fromEntries(FOCUS_COLUMNS.map((column) => [column, byName.get(column.toLowerCase()) ?? -1]));
  const order = [...byName.keys()].sort().map((name) => byName.get(name)!);
  return {
    names,
    indexes: indexes as Record<FocusColumn, number>,
    order,
    joinedNames: [...byName.keys()].sort().join(SEPARATOR),
  };
}

function refuseColumns(fileName: string, names: readonly string[], missing: readonly string[]): Error {
  const [only = ''] = names;
  const other = names.length === 1 && /[;\t|]/.test(only) ? ' (fields seem to be separated by something else than commas)' : '';
  const message = `the header lacks ${missing.join(', ')}${other}; export the FOCUS 1.0 columns as comma-separated text with a header`;
  return refuseFile(fileName, 'focus.columns_missing', message, { line: 1 }, { columns: missing.join(',') });
}

function refuseShape(file: OpenedFile, header: Header, fields: readonly string[], line: number, last: boolean): Error {
  const { names } = header;
  const place = { line, column: Math.min(fields.length, names.length) };
  const counted = `the row has ${fields.length} fields, the header has ${names.length}`;
  if (last && fields.length < names.length) {
    return refuseFile(file.name, 'focus.file_cut', `${counted}, and the file ends here: it was cut off; fetch it again`, place);
  }
  return refuseFile(file.name, 'focus.row_length', `${counted}; a comma or a line break inside a field must stand in quotes`, place);
}

function refuseCsv(fileName: string, error: CsvError, line: number): Error {
  const details = error as CsvError & { readonly column?: number | string; readonly index?: number };
  const column = typeof details.column === 'number' ? details.column + 1 : undefined;
  const place = column === undefined ? { line } : { line, column };
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return refuseFile(
        fileName,
        'focus.file_cut',
        'a quote opens in this row and the file ends before it closes: the file was cut off, or a quote is missing',
        place,
      );
    case 'CSV_MAX_RECORD_SIZE':
      return refuseFile(
        fileName,
        'focus.row_too_long',
        `the row is longer than ${LARGEST_ROW_BYTES} bytes: a quote was opened and not closed, or a field is no FOCUS value`,
        place,
      );
    default:
      return refuseFile(
        fileName,
        'focus.quote',
        'a quote stands where none may be: fields that hold quotes are put in quotes, and quotes in them doubled',
        place,
      );
  }
}

function identify(header: Header, fields: readonly string[]): string {
  let joined = header.joinedNames;
  for (const index of header.order) joined += SEPARATOR + fields[index]!;
  return hash('sha256', joined, 'hex').slice(0, 32);
}

function pick(header: Header, fields: readonly string[]): Record<FocusColumn, string> {
  const { indexes } = header;
  const values = {} as Record<FocusColumn, string>;
  for (const column of FOCUS_COLUMNS) values[column] = fields[indexes[column]] ?? '';
  return values;
}
