// Which steps a line’s explanation has.
import { expect, test } from 'vitest';
import { fractionParts, hasBefore, hasDiscount, hasFraction, hasTaxInside, isRounded, type Line } from './steps.ts';

const line = (change: Partial<Line>): Line =>
  ({
    kind: 'recurring',
    fraction: '1',
    before: '0.00',
    discount: '0.00',
    amount: '10.00',
    net: '10.00',
    exactAmount: '10',
    ...change,
  }) as Line;

test('a plain line needs none of the steps that explain a deviation', () => {
  const plain = line({});
  expect([hasFraction(plain), hasBefore(plain), hasDiscount(plain), hasTaxInside(plain), isRounded(plain)]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a fraction counts where time is charged, not where it was measured', () => {
  expect(hasFraction(line({ fraction: '11/31' }))).toBe(true);
  expect(hasFraction(line({ fraction: '11/31', kind: 'metered' }))).toBe(false);
  expect(fractionParts('11/31')).toEqual({ part: '11', whole: '31' });
});

test('amounts are compared as text: zeros at their end do not count, the sign does', () => {
  expect(isRounded(line({ exactAmount: '10.000' }))).toBe(false);
  expect(isRounded(line({ exactAmount: '10.0000000001' }))).toBe(true);
  expect(isRounded(line({ exactAmount: '100', amount: '10.0' }))).toBe(true);
  expect(hasTaxInside(line({ net: '8.40' }))).toBe(true);
  expect(hasBefore(line({ before: '-1.00' }))).toBe(true);
  expect(hasDiscount(line({ discount: '0' }))).toBe(false);
});
