// Exact fractions over bigint. Denominators are positive and only reduced when they grow large, since a greatest common divisor costs
// more than the arithmetic; compare with `equals`, never field by field.
import { assert } from '../assert.ts';

export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** half_up: half away from zero, so that a credit mirrors a charge; half_even: half to the even neighbour; up: ceiling; down: floor. */
export type RoundingMode = 'half_up' | 'half_even' | 'up' | 'down';

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

const LARGE = 1n << 64n;
const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

export function powerOfTen(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

export function rational(n: bigint, d = 1n): Rational {
  assert(d !== 0n, 'a rational needs a denominator');
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

export function fromInteger(value: number | bigint): Rational {
  return { n: BigInt(value), d: 1n };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

export function reduce(a: Rational): Rational {
  if (a.d === 1n) return a;
  const divisor = greatestCommonDivisor(a.n, a.d);
  return divisor === 1n ? a : { n: a.n / divisor, d: a.d / divisor };
}

function bounded(n: bigint, d: bigint): Rational {
  const result = { n, d };
  return d > LARGE ? reduce(result) : result;
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  if (a.d > b.d && a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d > a.d && b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return bounded(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.n === 0n || b.n === 0n) return ZERO;
  return bounded(a.n * b.n, a.d * b.d);
}

export function divide(a: Rational, b: Rational): Rational {
  assert(b.n !== 0n, 'division by zero');
  if (a.n === 0n) return ZERO;
  return b.n < 0n ? bounded(-a.n * b.d, a.d * -b.n) : bounded(a.n * b.d, a.d * b.n);
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function equals(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

export function isZero(a: Rational): boolean {
  return a.n === 0n;
}

export function sign(a: Rational): -1 | 0 | 1 {
  if (a.n === 0n) return 0;
  return a.n < 0n ? -1 : 1;
}

export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(list: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of list) total = add(total, value);
  return total;
}

/** The greatest integer not above n/d, for d > 0. */
export function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

export function roundToInteger(a: Rational, mode: RoundingMode): bigint {
  if (a.d === 1n) return a.n;
  if (mode === 'down') return floorDivide(a.n, a.d);
  if (mode === 'up') return -floorDivide(-a.n, a.d);
  const size = a.n < 0n ? -a.n : a.n;
  let quotient = size / a.d;
  const twice = (size - quotient * a.d) * 2n;
  if (twice > a.d || (twice === a.d && (mode === 'half_up' || quotient % 2n === 1n))) quotient += 1n;
  return a.n < 0n ? -quotient : quotient;
}

/** To a multiple of `step` (> 0): 7.3 up to 0.5 is 7.5. */
export function roundToStep(a: Rational, step: Rational, mode: RoundingMode): Rational {
  assert(step.n > 0n, 'a rounding step is positive');
  return multiply(fromInteger(roundToInteger(divide(a, step), mode)), step);
}

/** Major to minor units: the one place where money is rounded. */
export function toMinor(a: Rational, digits: number, mode: RoundingMode): bigint {
  return roundToInteger({ n: a.n * powerOfTen(digits), d: a.d }, mode);
}

export function fromMinor(minor: bigint, digits: number): Rational {
  return digits === 0 ? { n: minor, d: 1n } : { n: minor, d: powerOfTen(digits) };
}

/** "165/31" in lowest terms, "1" when whole. */
export function formatFraction(a: Rational): string {
  const { n, d } = reduce(a);
  return d === 1n ? n.toString() : `${n}/${d}`;
}

const PLACES = 18;

/** Decimals of a fraction in lowest terms that end, else null: the greater power of 2 or 5 in the denominator. */
function placesNeeded(d: bigint): number | null {
  let rest = d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Decimals that end in full, others to 18 places, half away from zero: "5.322580645161290323". */
export function formatExact(a: Rational): string {
  const lowest = reduce(a);
  if (lowest.d === 1n) return lowest.n.toString();
  const places = placesNeeded(lowest.d) ?? PLACES;
  return formatScaled(toMinor(lowest, places, 'half_up'), places);
}

/** An integer read as having `places` decimals: 532 and 2 is "5.32". */
export function formatScaled(value: bigint, places: number): string {
  if (places === 0) return value.toString();
  const negative = value < 0n;
  const text = (negative ? -value : value).toString().padStart(places + 1, '0');
  const point = text.length - places;
  return `${negative ? '-' : ''}${text.slice(0, point)}.${text.slice(point)}`;
}
