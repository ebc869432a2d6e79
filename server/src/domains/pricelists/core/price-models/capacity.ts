// capacity: the first tier whose limits hold the total of every meter they name, else the last; its price, once.
import { Bug } from '../../../../kernel/assert.ts';
import { compare, ONE, type Rational, ZERO } from '../../../../kernel/money/rational.ts';
import type { Price, Tier } from '../price.ts';
import { NOTHING, type Priced, type PriceModel } from './model.ts';

export const capacity: PriceModel = {
  kind: 'capacity',
  input: 'totals',
  fields: ['tiers'],
  tierFields: ['price', 'limits'],
  needsTiers: true,
  amountOf: () => {
    throw new Bug('a capacity price needs totals by meter, not one quantity');
  },
};

export function capacityAmount(price: Price, totals: ReadonlyMap<string, Rational>): Priced {
  const found = price.tiers.findIndex((tier) => holds(tier, totals));
  const index = found < 0 ? price.tiers.length - 1 : found;
  const tier = price.tiers[index];
  return tier ? { amount: tier.price, parts: [{ tier: index + 1, units: ONE, amount: tier.price }] } : NOTHING;
}

function holds(tier: Tier, totals: ReadonlyMap<string, Rational>): boolean {
  for (const [meter, limit] of tier.limits ?? []) {
    if (compare(totals.get(meter) ?? ZERO, limit) > 0) return false;
  }
  return true;
}

/** The meters a capacity price reads. */
export function metersOf(price: Price): ReadonlySet<string> {
  const meters = new Set<string>();
  for (const tier of price.tiers) for (const meter of tier.limits?.keys() ?? []) meters.add(meter);
  return meters;
}
