// The columns of a file of usage, and its rows as events in the sender's words. Names stand in the first row, in any order and in capitals or not.
import { Refusal } from '../../../kernel/refusal.ts';
import type { CsvRow } from './csv-rows.ts';

export const CSV_COLUMNS = ['subscription', 'account', 'meter', 'time', 'value', 'id'] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
const NEEDED: readonly CsvColumn[] = ['meter', 'time', 'value'];

/** Index of each column; those that the file has not are not there. */
export type ColumnIndexes = ReadonlyMap<CsvColumn, number>;
export type CsvValues = Readonly<Partial<Record<CsvColumn, string>>>;

export function readHeader({ line, fields }: CsvRow): ColumnIndexes {
  const indexes = new Map<CsvColumn, number>();
  for (const [index, written] of fields.entries()) {
    const name = written.trim().toLowerCase();
    const column = CSV_COLUMNS.find((one) => one === name);
    if (column === undefined) throw unknownColumn(line, index + 1, written.slice(0, 60));
    if (indexes.has(column)) throw columnTwice(line, index + 1, column);
    indexes.set(column, index);
  }
  const missing = NEEDED.filter((column) => !indexes.has(column)).map(String);
  if (!indexes.has('subscription') && !indexes.has('account')) missing.unshift('subscription');
  if (missing.length > 0) {
    throw new Refusal(
      'usage.csv_columns_missing',
      `The first row lacks ${missing.join(', ')}. It names the columns: subscription or account, meter, time, value, and id where events have one.`,
      { path: `line ${line}`, parameters: { line: String(line), columns: missing.join(', ') } },
    );
  }
  return indexes;
}

/** As many fields as the header has, or the whole file is not understood. */
export function checkRow({ line, fields }: CsvRow, columns: ColumnIndexes): void {
  if (fields.length === columns.size) return;
  throw new Refusal(
    'usage.csv_fields',
    `Line ${line}: the row has ${fields.length} fields and the first row ${columns.size}. Put fields with a separator or line break in quotes.`,
    {
      path: `line ${line}`,
      parameters: { line: String(line), fields: String(fields.length), expected: String(columns.size) },
    },
  );
}

/** What is empty is not there. */
export function valuesOf({ fields }: CsvRow, columns: ColumnIndexes): CsvValues {
  const values: Partial<Record<CsvColumn, string>> = {};
  for (const [column, index] of columns) {
    const value = fields[index]!.trim();
    if (value !== '') values[column] = value;
  }
  return values;
}

function unknownColumn(line: number, column: number, name: string): Refusal {
  return new Refusal(
    'usage.csv_column_unknown',
    `Line ${line}, column ${column}: there is no column "${name}". The columns are ${CSV_COLUMNS.join(', ')}; leave out what is not usage.`,
    { path: `line ${line}, column ${column}`, parameters: { line: String(line), column: String(column), name } },
  );
}

function columnTwice(line: number, column: number, name: string): Refusal {
  return new Refusal('usage.csv_column_twice', `Line ${line}, column ${column}: the column "${name}" stands there twice. Keep one.`, {
    path: `line ${line}, column ${column}`,
    parameters: { line: String(line), column: String(column), name },
  });
}
