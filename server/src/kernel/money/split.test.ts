// Nothing is lost and nobody is more than one unit away from his share.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, add, compare, fromInteger, negate, ONE, rational, roundToInteger, sum } from './rational.ts';
import { roundToTotal, splitByLargestRemainder } from './split.ts';

const weights = fc.array(
  fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 1000n })).map(([n, d]) => rational(n, d)),
  { minLength: 1, maxLength: 12 },
);
const exactParts = fc.array(
  fc.tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 1000n })).map(([n, d]) => rational(n, d)),
  { minLength: 1, maxLength: 12 },
);
const add2 = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);

describe('splitByLargestRemainder', () => {
  const cases: readonly (readonly [bigint, readonly number[], readonly bigint[]])[] = [
    [100n, [1, 1, 1], [34n, 33n, 33n]],
    [-100n, [1, 1, 1], [-34n, -33n, -33n]],
    [5n, [3, 7], [2n, 3n]],
    [10n, [0, 0], [5n, 5n]],
    [1n, [0, 5, 0], [0n, 1n, 0n]],
    [0n, [1, 2], [0n, 0n]],
  ];
  it.each(cases)('%s over %j', (total, shares, expected) => {
    expect(splitByLargestRemainder(total, shares.map(fromInteger))).toEqual(expected);
  });

  it('adds up, mirrors and stays within one unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), weights, (total, list) => {
        const parts = splitByLargestRemainder(total, list);
        expect(add2(parts)).toBe(total);
        expect(splitByLargestRemainder(-total, list)).toEqual(parts.map((part) => -part));
        const whole = sum(list);
        if (whole.n === 0n) return;
        list.forEach((weight, index) => {
          const exact = rational(total * weight.n * whole.d, weight.d * whole.n);
          expect(compare(absolute(add(fromInteger(parts[index]!), negate(exact))), ONE) < 0).toBe(true);
        });
      }),
    );
  });
});

describe('roundToTotal', () => {
  it('leaves parts of exactly zero alone and gives ties to the first', () => {
    expect(roundToTotal([rational(0n), rational(1n, 2n), rational(1n, 2n)], 1n)).toEqual([0n, 1n, 0n]);
    expect(roundToTotal([rational(0n), rational(3n, 2n)], 1n)).toEqual([0n, 1n]);
    expect(roundToTotal([rational(-16500n, 31n), rational(110000n, 31n)], 3016n)).toEqual([-532n, 3548n]);
    expect(roundToTotal([], 0n)).toEqual([]);
    expect(roundToTotal([rational(0n), rational(0n)], 1n)).toEqual([1n, 0n]);
  });

  it('adds up and mirrors, whatever the total', () => {
    fc.assert(
      fc.property(exactParts, fc.bigInt({ min: -20n, max: 20n }), (list, off) => {
        const total = roundToInteger(sum(list), 'half_up') + off;
        const parts = roundToTotal(list, total);
        expect(add2(parts)).toBe(total);
        expect(roundToTotal(list.map(negate), -total)).toEqual(parts.map((part) => -part + 0n));
        if (off !== 0n) return;
        list.forEach((exact, index) => {
          expect(compare(absolute(add(fromInteger(parts[index]!), negate(exact))), ONE) <= 0).toBe(true);
        });
      }),
    );
  });
});
