// graduated: each unit at the price of the tier it falls in, plus a tier's flat fee once a unit falls in it.
// 10 at 10.00 and a fee of 2.00, then 5.00 and a fee of 3.00: 12 units cost 102.00 + 13.00.
import { add, compare, isZero, type Rational, subtract, ZERO } from '../../../../kernel/money/rational.ts';
import type { Price } from '../price.ts';
import { NOTHING, type Part, type Priced, type PriceModel, unitsAt } from './model.ts';

export const graduated: PriceModel = {
  kind: 'graduated',
  input: 'quantity',
  fields: ['tiers', 'flatAtZero'],
  tierFields: ['upTo', 'price', 'flat', 'per'],
  needsTiers: true,
  amountOf,
};

function amountOf(price: Price, units: Rational): Priced {
  if (isZero(units)) return flatAtZero(price, units);
  const parts: Part[] = [];
  let amount = ZERO;
  let reached = ZERO;
  for (const [index, tier] of price.tiers.entries()) {
    const goesOn = tier.upTo === null || index === price.tiers.length - 1;
    const end = goesOn || compare(units, tier.upTo) <= 0 ? units : tier.upTo;
    const inTier = subtract(end, reached);
    const cost = add(unitsAt(inTier, tier.price, tier.per), tier.flat);
    parts.push({ tier: index + 1, units: inTier, amount: cost });
    amount = add(amount, cost);
    if (end === units) break;
    reached = end;
  }
  return { amount, parts };
}

/** The first tier's flat fee, due without any unit only where the price says so. */
export function flatAtZero(price: Price, units: Rational): Priced {
  const fee = price.tiers[0]?.flat ?? ZERO;
  return price.flatAtZero && !isZero(fee) ? { amount: fee, parts: [{ tier: 1, units, amount: fee }] } : NOTHING;
}
