// The windows one looks through begin and end where they should.
import { expect, test } from 'vitest';
import { dayAfter, firstOfMonth, fitted, placesIn, usualWindow } from './window.ts';

test('months are counted over the year’s end', () => {
  expect(firstOfMonth('2026-01-31', -1)).toBe('2025-12-01');
  expect(firstOfMonth('2025-12-05', 1)).toBe('2026-01-01');
  expect(dayAfter('2024-02-28')).toBe('2024-02-29');
});

test('what one sees first ends with today', () => {
  expect(usualWindow('2026-03-15', 'month')).toEqual({ from: '2025-04-01', to: '2026-04-01' });
  expect(usualWindow('2026-03-01', 'day')).toEqual({ from: '2026-01-30', to: '2026-03-02' });
});

test('by months, months that are begun count whole', () => {
  expect(fitted({ from: '2026-01-15', to: '2026-03-02' }, 'month')).toEqual({ from: '2026-01-01', to: '2026-04-01' });
  expect(fitted({ from: '2026-01-15', to: '2026-03-01' }, 'month')).toEqual({ from: '2026-01-01', to: '2026-03-01' });
  expect(fitted({ from: '2026-01-15', to: '2026-03-02' }, 'day')).toEqual({ from: '2026-01-15', to: '2026-03-02' });
});

test('a window is gone through place by place, its end left out', () => {
  expect(placesIn({ from: '2026-02-27', to: '2026-03-02' }, 'day')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  expect(placesIn({ from: '2025-12-01', to: '2026-02-01' }, 'month')).toEqual(['2025-12-01', '2026-01-01']);
  expect(placesIn({ from: '2026-02-01', to: '2026-01-01' }, 'day')).toEqual([]);
});
