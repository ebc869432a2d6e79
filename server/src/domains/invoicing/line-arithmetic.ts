// The arithmetic of a line spelt out: quantity × price × fraction × discount = exact amount, the one rounding, what was billed before.

import { formatMinor } from '../../kernel/money/decimal.ts';
import {
  absolute,
  add,
  compare,
  equals,
  formatExact,
  formatFraction,
  isZero,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../kernel/money/rational.ts';
import { readDecimal, readFraction } from '../../kernel/stored-values.ts';
import { amountText } from '../pricelists/index.ts';
import type { InvoiceLineView } from './invoice-view.ts';

type State = NonNullable<InvoiceLineView['old']>;

interface Product {
  readonly words: string;
  readonly value: Rational;
}

/** What the lines of a window add up to is rounded once; a line alone in it shows that rounding. */
export function spellOut(line: InvoiceLineView, currency: string, digits: number): string[] {
  const exact = readFraction(line.exact);
  const hasPrice = line.parts.length > 0 || (line.new?.price ?? line.old?.price ?? null) !== null;
  const { words, should } = hasPrice ? sidesOf(line, exact, digits) : { words: [], should: line.old === null ? exact : null };
  return [...words, ...difference(line, exact, digits, words.length === 1), rounding(line, should, currency, digits)].map(
    (text) => `  ${text}`,
  );
}

/** The shown side in full from its steps; of a changed line the old one by what is left. */
function sidesOf(line: InvoiceLineView, exact: Rational, digits: number): { words: string[]; should: Rational | null } {
  const shown = product(line, (line.new ?? line.old)!, digits);
  if (line.old === null || line.new === null) {
    const expected = line.new === null ? negated(exact) : exact;
    const words = settled(shown, expected, (line.new ?? line.old)!, digits);
    return { words: [line.new === null ? `taken back: ${words}` : words], should: line.new === null ? ZERO : expected };
  }
  const old = simple(line, line.old, digits);
  const costBefore = subtract(shown.value, exact);
  if (old !== null && equals(old.value, costBefore)) {
    const words = [
      `now: ${shown.words} = ${amountText(formatExact(shown.value), digits)}`,
      `before: ${old.words} = ${amountText(formatExact(old.value), digits)}`,
    ];
    return { words, should: shown.value };
  }
  const now = `now: ${shown.words} = ${amountText(formatExact(shown.value), digits)}`;
  if (isRoundingOf(readDecimal(line.after), shown.value, digits)) {
    return { words: [now, `before: ${amountText(formatExact(costBefore), digits)}`], should: shown.value };
  }
  return { words: [isBounded(line.new) ? `${now}, which the minimum or maximum of a period bounds` : now], should: null };
}

const isBounded = ({ price }: State): boolean => price?.min !== undefined || price?.max !== undefined;

/** Bounds and amounts off are not factors of the product: they are named where the line comes to something else. */
function settled(told: Product, expected: Rational, state: State, digits: number): string {
  const words = `${told.words} = ${amountText(formatExact(told.value), digits)}`;
  if (formatExact(told.value) === formatExact(expected)) return words;
  const cause = isBounded(state)
    ? 'by the minimum or maximum of a period'
    : 'after fixed amounts off, or as the part that stands under this tax';
  return `${words}; ${amountText(formatExact(expected), digits)} ${cause}`;
}

/** The steps of the price, times the fraction where it is charged for time, times what a discount leaves. */
function product(line: InvoiceLineView, state: State, digits: number): Product {
  const own = simple(line, state, digits);
  if (line.parts.length === 0) return own ?? { words: 'nothing to charge', value: ZERO };
  const charged = line.parts.reduce((total, part) => add(total, readDecimal(part.amount)), ZERO);
  const words =
    line.parts.length === 1
      ? stepWords(line.parts[0]!, state, digits)
      : line.parts.map((part) => amountText(part.amount, digits)).join(' + ');
  const fromSteps = withFactors(line, state, words, charged);
  return own !== null && equals(own.value, fromSteps.value) ? own : fromSteps;
}

function stepWords(part: InvoiceLineView['parts'][number], state: State, digits: number): string {
  const { price } = state;
  if (price?.kind !== 'unit' || price.per !== undefined) return amountText(part.amount, digits);
  const beyond = part.units === state.quantity ? part.units : `${part.units} of ${state.quantity}`;
  return `${beyond} × ${amountText(price.price ?? '0', digits)}`;
}

/** Quantity times price, where the price is no more than that. */
function simple(line: InvoiceLineView, state: State, digits: number): Product | null {
  const { price } = state;
  if (price === null || price.kind !== 'unit' || price.per !== undefined || price.included !== undefined || price.maximum !== undefined) {
    return null;
  }
  const unitPrice = price.price ?? '0';
  const words = `${state.quantity} × ${amountText(unitPrice, digits)}`;
  return withFactors(line, state, words, multiply(readDecimal(state.quantity), readDecimal(unitPrice)));
}

/** What is measured over the whole window carries its time in the quantity. */
function withFactors(line: InvoiceLineView, state: State, words: string, value: Rational): Product {
  const isForTime = line.kind === 'recurring' || line.kind === 'item';
  const fraction = isForTime ? readFraction(line.fraction) : ONE;
  const percent = state.discountPercent === undefined ? ZERO : readDecimal(state.discountPercent);
  const kept = subtract(ONE, rational(percent.n, percent.d * 100n));
  const hasFactors = !equals(fraction, ONE) || !isZero(percent);
  return {
    words: [
      hasFactors && words.includes(' + ') ? `(${words})` : words,
      ...(equals(fraction, ONE) ? [] : [formatFraction(fraction)]),
      ...(isZero(percent) ? [] : [`(1 − ${formatExact(percent)} %)`]),
    ].join(' × '),
    value: multiply(multiply(value, fraction), kept),
  };
}

/** Left out where the product has just said it in full. */
function difference(line: InvoiceLineView, exact: Rational, digits: number, isSaid: boolean): string[] {
  const fraction = formatFraction(exact);
  const isInFull = equals(readDecimal(formatExact(exact)), exact);
  if (isSaid && isInFull && line.old === null) return [];
  const lead = line.old !== null && line.new !== null ? 'the difference exactly' : 'exactly';
  return [`${lead} ${isInFull ? '' : `${fraction} = `}${amountText(line.exactAmount, digits)}`];
}

function rounding(line: InvoiceLineView, should: Rational | null, currency: string, digits: number): string {
  if (should !== null && isRoundingOf(readDecimal(line.after), should, digits)) {
    return `rounded once to ${line.after}, less ${line.before} billed before: ${line.amount} ${currency}`;
  }
  return `the window is rounded as one: ${line.before} before this line, ${line.after} with it: ${line.amount} ${currency}`;
}

/** At most half of the smallest unit away. */
function isRoundingOf(rounded: Rational, exact: Rational, digits: number): boolean {
  const half = multiply(readDecimal(formatMinor(1n, digits)), rational(1n, 2n));
  return compare(absolute(subtract(rounded, exact)), half) <= 0;
}

const negated = (value: Rational): Rational => subtract(ZERO, value);
