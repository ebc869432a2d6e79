// Splits whole minor units over parts so that nothing is lost: each part is rounded down and what is left goes to the largest remainders.
import { add, compare, floorDivide, fromInteger, isZero, multiply, ONE, type Rational, rational, sign, sum, ZERO } from './rational.ts';

/** Parts in proportion to the weights. Weights that are all zero count as equal. */
export function splitByLargestRemainder(total: bigint, weights: readonly Rational[]): bigint[] {
  const whole = sum(weights);
  if (isZero(whole)) {
    const equal = rational(total, BigInt(Math.max(weights.length, 1)));
    return roundToTotal(
      weights.map(() => equal),
      total,
    );
  }
  const share = multiply(fromInteger(total), { n: whole.n < 0n ? -whole.d : whole.d, d: whole.n < 0n ? -whole.n : whole.n });
  return roundToTotal(
    weights.map((weight) => multiply(weight, share)),
    total,
  );
}

/**
 * Rounds exact minor units to integers that add up to `total`. Parts that are exactly zero stay zero where any other part can take the
 * rest; equal remainders go in order. Negating everything negates the answer, so a credit mirrors its charge.
 */
export function roundToTotal(exactMinor: readonly Rational[], total: bigint): bigint[] {
  if (exactMinor.length === 0) return [];
  if (isMirrored(exactMinor, total)) {
    const mirrored = exactMinor.map((value) => ({ n: -value.n, d: value.d }));
    return distribute(mirrored, -total).map((part) => -part);
  }
  return distribute(exactMinor, total);
}

function isMirrored(exactMinor: readonly Rational[], total: bigint): boolean {
  if (total !== 0n) return total < 0n;
  let exact = ZERO;
  for (const value of exactMinor) exact = add(exact, value);
  if (!isZero(exact)) return sign(exact) < 0;
  const first = exactMinor.find((value) => !isZero(value)) ?? ONE;
  return sign(first) < 0;
}

function distribute(exactMinor: readonly Rational[], total: bigint): bigint[] {
  const parts = exactMinor.map((value) => floorDivide(value.n, value.d));
  let rest = total;
  for (const part of parts) rest -= part;
  if (rest === 0n) return parts;
  const indices = exactMinor.map((_, index) => index);
  const nonZero = indices.filter((index) => !isZero(exactMinor[index]!));
  const takers = nonZero.length > 0 ? nonZero : indices;
  const remainders = exactMinor.map((value, index) => ({ n: value.n - parts[index]! * value.d, d: value.d }));
  takers.sort((left, right) => compare(remainders[right]!, remainders[left]!) || left - right);
  const count = BigInt(takers.length);
  const each = floorDivide(rest, count);
  const extra = rest - each * count;
  takers.forEach((index, position) => {
    parts[index]! += each + (BigInt(position) < extra ? 1n : 0n);
  });
  return parts;
}
