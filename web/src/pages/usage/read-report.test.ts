// Reports of refused rows are read as they were written.
import { expect, test } from 'vitest';
import { readCsv } from './read-report.ts';

test('cells may hold commas, quotes and line breaks', () => {
  expect(readCsv('line,reason\r\n2,"no ""meter"", really"\r\n3,"two\nlines"\r\n', 10)).toEqual([
    ['line', 'reason'],
    ['2', 'no "meter", really'],
    ['3', 'two\nlines'],
  ]);
});

test('empty cells stay, a last line needs no end, and reading stops where enough was read', () => {
  expect(readCsv('a,,c\n,,', 10)).toEqual([
    ['a', '', 'c'],
    ['', '', ''],
  ]);
  expect(readCsv('1\n2\n3\n', 2)).toEqual([['1'], ['2']]);
  expect(readCsv('', 5)).toEqual([]);
});
