// Exactness, rounding and its mirror.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMinor, parseDecimal, parseMinor } from './decimal.ts';
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  formatExact,
  formatFraction,
  fromInteger,
  fromMinor,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  type RoundingMode,
  rational,
  reduce,
  roundToInteger,
  roundToStep,
  sign,
  subtract,
  sum,
  toMinor,
  ZERO,
} from './rational.ts';

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => rational(n, d));
const modes: readonly RoundingMode[] = ['half_up', 'half_even', 'up', 'down'];
const anyMode = fc.constantFrom(...modes);

describe('arithmetic', () => {
  it('keeps the laws of fractions', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(equals(add(a, b), add(b, a))).toBe(true);
        expect(equals(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(isZero(subtract(a, a))).toBe(true);
        if (!isZero(b)) expect(equals(multiply(divide(a, b), b), a)).toBe(true);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(a, b)).toBe(sign(subtract(a, b)));
      }),
    );
  });

  it('keeps denominators bounded over long sums', () => {
    let total = ZERO;
    for (let length = 1; length <= 400; length += 1) total = add(total, rational(BigInt(length), BigInt(28 + (length % 4)) * 100n));
    expect(total.d < 1n << 70n).toBe(true);
    const exact = sum(Array.from({ length: 400 }, (_, index) => rational(BigInt(index + 1), BigInt(28 + ((index + 1) % 4)) * 100n)));
    expect(equals(total, exact)).toBe(true);
  });

  it('normalises signs and finds extremes', () => {
    expect(rational(1n, -2n)).toEqual({ n: -1n, d: 2n });
    expect(reduce(rational(6n, -4n))).toEqual({ n: -3n, d: 2n });
    expect(equals(divide(ONE, rational(-1n, 2n)), fromInteger(-2))).toBe(true);
    expect(equals(minimum(ONE, ZERO), ZERO)).toBe(true);
    expect(equals(maximum(ONE, ZERO), ONE)).toBe(true);
    expect(equals(absolute(fromInteger(-3)), fromInteger(3n))).toBe(true);
    expect(() => divide(ONE, ZERO)).toThrow('division by zero');
    expect(() => rational(1n, 0n)).toThrow('denominator');
  });
});

describe('rounding', () => {
  const cases: readonly (readonly [string, RoundingMode, bigint])[] = [
    ['0.5', 'half_up', 1n],
    ['-0.5', 'half_up', -1n],
    ['2.5', 'half_up', 3n],
    ['2.4999999999', 'half_up', 2n],
    ['0.5', 'half_even', 0n],
    ['1.5', 'half_even', 2n],
    ['2.5', 'half_even', 2n],
    ['-2.5', 'half_even', -2n],
    ['-3.5', 'half_even', -4n],
    ['2.51', 'half_even', 3n],
    ['2.1', 'up', 3n],
    ['-2.1', 'up', -2n],
    ['2.9', 'down', 2n],
    ['-2.1', 'down', -3n],
    ['7', 'up', 7n],
    ['-7', 'down', -7n],
  ];
  it.each(cases)('%s %s is %s', (text, mode, expected) => {
    expect(roundToInteger(parseDecimal(text)!, mode)).toBe(expected);
  });

  it('mirrors: a credit is rounded like its charge', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        for (const mode of ['half_up', 'half_even'] as const) expect(roundToInteger(negate(a), mode)).toBe(-roundToInteger(a, mode));
        expect(roundToInteger(negate(a), 'up')).toBe(-roundToInteger(a, 'down'));
      }),
    );
  });

  it('stays within one, within a half for the halves, and leaves integers alone', () => {
    fc.assert(
      fc.property(anyRational, anyMode, fc.bigInt(), (a, mode, whole) => {
        const off = absolute(subtract(fromInteger(roundToInteger(a, mode)), a));
        const bound = mode === 'up' || mode === 'down' ? ONE : rational(1n, 2n);
        expect(compare(off, bound) <= 0).toBe(true);
        expect(roundToInteger(rational(whole * 7n, 7n), mode)).toBe(whole);
      }),
    );
  });

  it('rounds to steps', () => {
    expect(formatExact(roundToStep(parseDecimal('7.3')!, parseDecimal('0.5')!, 'up'))).toBe('7.5');
    expect(formatExact(roundToStep(parseDecimal('7.3')!, parseDecimal('5')!, 'down'))).toBe('5');
    expect(formatExact(roundToStep(parseDecimal('-7.5')!, parseDecimal('5')!, 'half_up'))).toBe('-10');
  });

  it('turns major into minor units', () => {
    expect(toMinor(parseDecimal('5.325')!, 2, 'half_up')).toBe(533n);
    expect(toMinor(rational(165n, 31n), 2, 'half_up')).toBe(532n);
    expect(toMinor(parseDecimal('700.5')!, 0, 'half_even')).toBe(700n);
    expect(toMinor(parseDecimal('1.0005')!, 3, 'half_up')).toBe(1001n);
    expect(equals(fromMinor(-532n, 2), parseDecimal('-5.32')!)).toBe(true);
    expect(fromMinor(7n, 0)).toEqual(fromInteger(7));
  });
});

describe('text', () => {
  it('prints fractions in lowest terms and exact decimals', () => {
    expect(formatFraction(rational(330n, 62n))).toBe('165/31');
    expect(formatFraction(rational(31n, 31n))).toBe('1');
    expect(formatFraction(rational(-2n, 4n))).toBe('-1/2');
    expect(formatExact(rational(165n, 31n))).toBe('5.322580645161290323');
    expect(formatExact(rational(-165n, 31n))).toBe('-5.322580645161290323');
    expect(formatExact(rational(500n, 100n))).toBe('5');
    expect(formatExact(rational(1n, 1n << 20n))).toBe('0.00000095367431640625');
    expect(formatExact(rational(2n, 3n))).toBe('0.666666666666666667');
  });

  it('reads plain decimals only', () => {
    for (const text of [
      '',
      '.5',
      '5.',
      '1e3',
      '1,5',
      ' 1',
      '1 ',
      '0x10',
      '--1',
      'NaN',
      '१',
      '1'.repeat(31),
      `0.${'1'.repeat(31)}`,
      '1\n',
    ]) {
      expect(parseDecimal(text), text).toBeNull();
    }
    expect(formatExact(parseDecimal('+007.50')!)).toBe('7.5');
    expect(formatExact(parseDecimal('-0')!)).toBe('0');
    expect(formatExact(parseDecimal(`${'9'.repeat(30)}.${'9'.repeat(30)}`)!)).toBe(`${'9'.repeat(30)}.${'9'.repeat(30)}`);
  });

  it('writes minor units and reads them back', () => {
    expect(formatMinor(532n, 2)).toBe('5.32');
    expect(formatMinor(-50n, 2)).toBe('-0.50');
    expect(formatMinor(700n, 0)).toBe('700');
    expect(formatMinor(1n, 3)).toBe('0.001');
    expect(parseMinor('5.320', 2)).toBe(532n);
    expect(parseMinor('5.321', 2)).toBeNull();
    expect(parseMinor('x', 2)).toBeNull();
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
        expect(parseMinor(formatMinor(minor, digits), digits)).toBe(minor);
        expect(equals(parseDecimal(formatExact(fromMinor(minor, digits)))!, fromMinor(minor, digits))).toBe(true);
      }),
    );
  });
});
