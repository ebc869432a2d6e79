// volume: the tier that holds the whole quantity prices all of it, plus its flat fee. A total may fall when the volume grows.
import { add, compare, isZero } from '../../../../kernel/money/rational.ts';
import { flatAtZero } from './graduated.ts';
import { NOTHING, type PriceModel, unitsAt } from './model.ts';

export const volume: PriceModel = {
  kind: 'volume',
  input: 'quantity',
  fields: ['tiers', 'flatAtZero'],
  tierFields: ['upTo', 'price', 'flat', 'per'],
  needsTiers: true,
  amountOf: (price, units) => {
    if (isZero(units)) return flatAtZero(price, units);
    const found = price.tiers.findIndex((tier) => tier.upTo === null || compare(units, tier.upTo) <= 0);
    const index = found < 0 ? price.tiers.length - 1 : found;
    const tier = price.tiers[index];
    if (!tier) return NOTHING;
    const amount = add(unitsAt(units, tier.price, tier.per), tier.flat);
    return { amount, parts: [{ tier: index + 1, units, amount }] };
  },
};
