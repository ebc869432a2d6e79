// The text that COPY reads.
import { expect, it } from 'vitest';
import { chunks, encodeRow, quoteName } from './copy.ts';

it('writes each kind of value as PostgreSQL reads it', () => {
  expect(encodeRow([1n, -2, true, false, null, '', 'a b'])).toBe('1\t-2\ttrue\tfalse\t\\N\t\ta b\n');
});

it('escapes what would end a value, and what would be taken for null', () => {
  expect(encodeRow(['\\N', 'a\tb', 'a\nb', 'a\rb', '\\.'])).toBe('\\\\N\ta\\tb\ta\\nb\ta\\rb\t\\\\.\n');
});

it('loses no row between chunks', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [index, 'ü'.repeat(index % 7)] as const);
  const pieces = [...chunks(rows)];
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.concat(pieces).toString('utf8')).toBe(rows.map((row) => encodeRow(row)).join(''));
});

it('quotes names', () => {
  expect(quoteName('ledger.odd"name')).toBe('"ledger"."odd""name"');
});
