// What a price model must answer, and the arithmetic that several of them share.
import { divide, fromInteger, multiply, type Rational, roundToInteger, ZERO } from '../../../../kernel/money/rational.ts';
import type { Price, PriceKind, Tier } from '../price.ts';

/** One step of an amount: the units that fell into a tier (packages; an event's value) and what they cost. */
export interface Part {
  /** Counted from 1; 1 where a price has no tiers. */
  readonly tier: number;
  readonly units: Rational;
  readonly amount: Rational;
}

export interface Priced {
  /** Major units, exact. */
  readonly amount: Rational;
  readonly parts: readonly Part[];
}

/** What a model prices: a quantity, single events, or the totals of several meters. */
export type PriceInput = 'quantity' | 'events' | 'totals';

export interface PriceModel {
  readonly kind: PriceKind;
  readonly input: PriceInput;
  /** Fields of a price, and of its tiers, that the model reads; others must be left out. */
  readonly fields: readonly (keyof Price)[];
  readonly tierFields: readonly (keyof Tier)[];
  /** Whether it cannot do without tiers. */
  readonly needsTiers: boolean;
  /** Prices units that are neither negative, free nor beyond the maximum. */
  amountOf(price: Price, units: Rational): Priced;
}

export const NOTHING: Priced = { amount: ZERO, parts: [] };

export function single(units: Rational, amount: Rational): Priced {
  return { amount, parts: [{ tier: 1, units, amount }] };
}

/** Units at a price; with `per`, started blocks of so many units: 121 units at 100.00 per 10 are 13 blocks. */
export function unitsAt(units: Rational, price: Rational, per: Rational | null): Rational {
  if (per === null) return multiply(units, price);
  return multiply(fromInteger(startedBlocks(units, per)), price);
}

export function startedBlocks(units: Rational, size: Rational): bigint {
  return roundToInteger(divide(units, size), 'up');
}
