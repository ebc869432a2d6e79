// Totals by currency are exact.
import { expect, test } from 'vitest';
import { addAmounts, totalsByCurrency } from './totals.ts';

test('amounts are added exactly, whatever their places and signs', () => {
  expect(addAmounts('0.10', '0.20')).toBe('0.30');
  expect(addAmounts('-0.05', '0.02')).toBe('-0.03');
  expect(addAmounts('-10.00', '10')).toBe('0.00');
  expect(addAmounts('9007199254740993.01', '0.001')).toBe('9007199254740993.011');
  expect(addAmounts('500', '25')).toBe('525');
});

test('each currency has its own total', () => {
  const documents = [
    { currency: 'USD', total: '5.00' },
    { currency: 'EUR', total: '119.00' },
    { currency: 'USD', total: '-1.50' },
  ];
  expect(totalsByCurrency(documents)).toEqual([
    { currency: 'EUR', documents: 1, total: '119.00' },
    { currency: 'USD', documents: 2, total: '3.50' },
  ]);
});
