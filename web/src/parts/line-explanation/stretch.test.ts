// A stretch is written with its last day.
import { expect, test } from 'vitest';
import { createFormat } from '../../i18n/format.ts';
import { lastDayBefore, stretchOf } from './stretch.ts';

test('a month ends on its last day, over leap days and years', () => {
  expect(lastDayBefore('2025-02-01')).toBe('2025-01-31');
  expect(lastDayBefore('2024-03-01')).toBe('2024-02-29');
  expect(lastDayBefore('2026-01-01')).toBe('2025-12-31');
});

test('an instant is where it is', () => {
  expect(lastDayBefore('2025-02-01T10:00:00Z')).toBe('2025-02-01T10:00:00Z');
});

test('a single day is that day, also where the end was put on it', () => {
  const format = createFormat('en');
  expect(stretchOf('2025-01-05', '2025-01-06', format)).toEqual({ first: 'Jan 5, 2025', last: 'Jan 5, 2025' });
  expect(stretchOf('2025-01-05', '2025-01-05', format)).toEqual({ first: 'Jan 5, 2025', last: 'Jan 5, 2025' });
});
