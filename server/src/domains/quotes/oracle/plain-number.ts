// Decimals and rounding done the long way, so that the oracle shares no rounding with the engine.
import type { Rational } from '../../../kernel/money/rational.ts';
import { rational } from '../../../kernel/money/rational.ts';

const read = new Map<string, Rational>();

/** "-1.250" as an exact fraction. */
export function decimal(text: string): Rational {
  const known = read.get(text);
  if (known) return known;
  const negative = text.startsWith('-');
  const [whole = '0', places = ''] = text.replace(/^[+-]/, '').split('.');
  const size = BigInt(whole + places);
  const value = rational(negative ? -size : size, 10n ** BigInt(places.length));
  if (read.size < 5000) read.set(text, value);
  return value;
}

export type PlainRounding = 'half_up' | 'half_even' | 'up' | 'down';

/** To an integer: the floor, then one more where the remainder says so. */
export function roundWhole(value: Rational, mode: PlainRounding): bigint {
  let floor = value.n / value.d;
  if (floor * value.d > value.n) floor -= 1n;
  const rest = value.n - floor * value.d;
  if (rest === 0n || mode === 'down') return floor;
  if (mode === 'up') return floor + 1n;
  const twice = rest * 2n;
  if (twice !== value.d) return twice > value.d ? floor + 1n : floor;
  if (mode === 'half_even') return floor % 2n === 0n ? floor : floor + 1n;
  return value.n < 0n ? floor : floor + 1n;
}

export function roundMinor(major: Rational, digits: number, mode: PlainRounding): bigint {
  return roundWhole(rational(major.n * 10n ** BigInt(digits), major.d), mode);
}

/** To `scale` decimals; a negative scale rounds to tens, hundreds and so on. */
export function roundScale(value: Rational, scale: number, mode: PlainRounding): Rational {
  if (scale >= 0) {
    const unit = 10n ** BigInt(scale);
    return rational(roundWhole(rational(value.n * unit, value.d), mode), unit);
  }
  const unit = 10n ** BigInt(-scale);
  return rational(roundWhole(rational(value.n, value.d * unit), mode) * unit);
}

export function minorOf(text: string, digits: number): bigint {
  const value = decimal(text);
  const scaled = value.n * 10n ** BigInt(digits);
  if (scaled % value.d !== 0n) throw new Error(`${text} has more than ${digits} decimals`);
  return scaled / value.d;
}

export function minorText(minor: bigint, digits: number): string {
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const cut = size.length - digits;
  return `${minor < 0n ? '-' : ''}${size.slice(0, cut)}${digits > 0 ? `.${size.slice(cut)}` : ''}`;
}
