// Readers of values that we wrote ourselves: one that cannot be read is a bug, not somebody's input.
import { assert } from './assert.ts';
import { type Day, parseDay } from './calendar/civil.ts';
import { parseInstant } from './calendar/instant.ts';
import { parseDecimal } from './money/decimal.ts';
import { formatFraction, type Rational, rational } from './money/rational.ts';

export function readDecimal(text: string): Rational {
  const value = parseDecimal(text);
  assert(value !== null, `stored decimal ${text}`);
  return value;
}

export function readDay(text: string): Day {
  const day = parseDay(text);
  assert(day !== null, `stored day ${text}`);
  return day;
}

export function readInstant(text: string): number {
  const instant = parseInstant(text);
  assert(instant !== null, `stored instant ${text}`);
  return instant;
}

/** "165/31" or "3": any rational, exactly. */
export function storedFraction(value: Rational): string {
  return formatFraction(value);
}

export function readFraction(text: string): Rational {
  const slash = text.indexOf('/');
  return slash < 0 ? rational(BigInt(text)) : rational(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
}
