// Rows of CSV: what everybody's reader says of them, however the text is cut into pieces; and every fault with its place.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeader, valuesOf } from './csv-columns.ts';
import { CsvRows, LONGEST_ROW, printReport } from './csv-rows.ts';

function read(...pieces: string[]) {
  const rows = new CsvRows();
  return [...pieces.flatMap((piece) => rows.push(piece)), ...rows.end()];
}

const fields = (text: string) => read(text).map((row) => row.fields);

function codeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    const { code, path } = error as { code?: string; path?: string };
    return `${code} at ${path}`;
  }
}

describe('rows', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, as the first row has them',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'line breaks of Windows and blank lines',
      'a,b\r\n\r\n1,2\r\n  \r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'separators, breaks and quotes in quotes',
      'a,b\n"x,""y""\nz",2\n',
      [
        ['a', 'b'],
        ['x,"y"\nz', '2'],
      ],
    ],
    [
      'empty fields',
      'a,b\n,\n"",\n',
      [
        ['a', 'b'],
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'a last row without an end',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a quoted last field without an end',
      'a,b\n1,"2"',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_name, text, expected) => expect(fields(text)).toEqual(expected));

  it('know the line that they begin on', () => {
    expect(read('a,b\n"1\n1",2\n\n3,4\n').map((row) => row.line)).toEqual([1, 2, 5]);
  });

  it('are the same wherever the text is cut, and as another reader has them', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\r\n', 'é'), maxLength: 6 });
    const table = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(60), { maxLength: 5 }), (rows, cuts) => {
        const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
        const text = `x,y\n${quoted}\n`;
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((one, other) => one - other), text.length];
        const pieces = places.slice(1).map((to, index) => text.slice(places[index], to));
        const found = read(...pieces).map((row) => row.fields);
        expect(found).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });

  it.each([
    ['a quote inside a field', 'a,b\n1,x"y\n', 'usage.csv_quote at line 2, column 2'],
    ['something behind a quoted field', 'a,b\n"1"x,2\n', 'usage.csv_quote at line 2, column 1'],
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n', 'usage.csv_quote_open at line 3, column 2'],
    ['a row that does not end', `a,b\n1,"${'x'.repeat(LONGEST_ROW)}`, 'usage.csv_row_too_long at line 2'],
  ])('refuse %s', (_name, text, expected) => expect(codeOf(() => read(text))).toBe(expected));
});

describe('columns', () => {
  const header = (text: string) => codeOf(() => readHeader(read(text)[0]!));

  it('stand in any order, in capitals or not', () => {
    const [first, row] = read('Value,METER,account,time\n 5 ,traffic,a,\n');
    expect(valuesOf(row!, readHeader(first!))).toEqual({ value: '5', meter: 'traffic', account: 'a' });
  });

  it.each([
    ['one that nobody knows', 'account,meter,time,value,colour', 'usage.csv_column_unknown at line 1, column 5'],
    ['one twice', 'account,meter,time,value,Meter', 'usage.csv_column_twice at line 1, column 5'],
    ['too few', 'meter,time', 'usage.csv_columns_missing at line 1'],
  ])('refuse %s', (_name, text, expected) => expect(header(text)).toBe(expected));
});

it('prints a report that spreadsheets take for text', () => {
  const row = {
    line: 7,
    column: 'meter',
    id: '=1+1',
    code: 'usage.unknown_meter',
    reason: 'There is no meter "x". Publish one, or correct it.',
  };
  expect(printReport([row])).toBe(
    `line,column,id,code,reason\r\n7,meter,'=1+1,usage.unknown_meter,"There is no meter ""x"". Publish one, or correct it."\r\n`,
  );
});
