// Numbers on the command line.

import { parseDecimal } from '../kernel/money/decimal.ts';
import type { Rational } from '../kernel/money/rational.ts';
import { Refusal } from '../kernel/refusal.ts';

export function readNumber(text: string, option: string): Rational {
  const value = parseDecimal(text);
  if (value === null) throw notANumber(text, option);
  return value;
}

/** Of things that are counted: 1 or more. */
export function readCount(text: string, option: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notANumber(text, option);
  return Number(text);
}

const notANumber = (text: string, option: string): Refusal =>
  new Refusal('command.not_a_number', `"${text}" is no number that can stand here. Write it plainly, such as 12 or 12.50.`, {
    path: option,
    parameters: { text },
  });
