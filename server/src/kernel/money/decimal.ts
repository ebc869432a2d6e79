// Plain decimals as text: how amounts, prices and quantities are written in JSON and SQL.
import { formatScaled, powerOfTen, type Rational, rational } from './rational.ts';

// Thirty digits on either side hold every price we have seen and bound what a hostile document makes us compute.
const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/;

/** A plain decimal with an optional sign and no exponent; null for anything else. */
export function parseDecimal(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', written = ''] = match;
  const fraction = written.replace(/0+$/, '');
  const value = BigInt(whole + fraction);
  return rational(sign === '-' ? -value : value, powerOfTen(fraction.length));
}

/** "5.32", "-0.50", "700" for a currency without decimals. */
export function formatMinor(minor: bigint, digits: number): string {
  return formatScaled(minor, digits);
}

/** Null if the text is no decimal or has more decimals than the currency. */
export function parseMinor(text: string, digits: number): bigint | null {
  const value = parseDecimal(text);
  if (!value) return null;
  const scaled = value.n * powerOfTen(digits);
  return scaled % value.d === 0n ? scaled / value.d : null;
}
