// unit: price times quantity, or with `per` the price of each started block of so many units.
import { isZero } from '../../../../kernel/money/rational.ts';
import { NOTHING, type PriceModel, single, unitsAt } from './model.ts';

export const unit: PriceModel = {
  kind: 'unit',
  input: 'quantity',
  fields: ['price', 'per'],
  tierFields: [],
  needsTiers: false,
  amountOf: (price, units) => (isZero(units) ? NOTHING : single(units, unitsAt(units, price.price, price.per))),
};
