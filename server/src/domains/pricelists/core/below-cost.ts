// Whether a price is lower than what the seller himself pays, at some quantity that either of the two treats in its own way.
import { add, compare, fromInteger, isZero, ONE, type Rational } from '../../../kernel/money/rational.ts';
import type { Price } from './price.ts';
import { priceInput, priceQuantity } from './rate.ts';

export interface BelowCost {
  readonly quantity: Rational;
  readonly amount: Rational;
  readonly cost: Rational;
}

/** Prices by events or by capacity cannot be compared at a quantity. */
export function isComparable(price: Price): boolean {
  return priceInput(price) === 'quantity';
}

/** The smallest quantity looked at for which the price is below the cost; null where it never is. */
export function belowCost(price: Price, cost: Price): BelowCost | null {
  for (const quantity of quantitiesOf(price, cost)) {
    const amount = priceQuantity(price, quantity).amount;
    const paid = priceQuantity(cost, quantity).amount;
    if (compare(amount, paid) < 0) return { quantity, amount, cost: paid };
  }
  return null;
}

const THOUSAND = fromInteger(1000);

/** One unit, the ends of tiers and packages and what follows them, what is included, and far beyond all of it. */
function quantitiesOf(...prices: readonly Price[]): Rational[] {
  const ends = prices.flatMap((price) => [
    ...price.tiers.flatMap((tier) => tier.upTo ?? []),
    ...price.tiers.flatMap((tier) => tier.per ?? []),
    ...[price.per, price.size, price.maximum].flatMap((end) => end ?? []),
    price.included,
    price.free,
  ]);
  const known = [ONE, ...ends.flatMap((end) => (isZero(end) ? [] : [end, add(end, ONE)]))].sort(compare);
  return [...known, add(known[known.length - 1]!, THOUSAND)];
}
