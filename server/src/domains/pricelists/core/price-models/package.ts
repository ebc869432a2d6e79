// package: whole packages, after the free units. 121 units in packages of ten at 100.00: 13 packages, 1300.00.
import { fromInteger, multiply, ONE, sign, subtract } from '../../../../kernel/money/rational.ts';
import { NOTHING, type PriceModel, single, startedBlocks } from './model.ts';

export const packages: PriceModel = {
  kind: 'package',
  input: 'quantity',
  fields: ['price', 'size', 'free'],
  tierFields: [],
  needsTiers: false,
  amountOf: (price, units) => {
    const paid = subtract(units, price.free);
    if (sign(paid) <= 0) return NOTHING;
    const count = fromInteger(startedBlocks(paid, price.size ?? ONE));
    return single(count, multiply(count, price.price));
  },
};
