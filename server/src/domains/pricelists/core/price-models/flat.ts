// flat: one amount, whatever the quantity, unless it is zero.
import { isZero } from '../../../../kernel/money/rational.ts';
import { NOTHING, type PriceModel, single } from './model.ts';

export const flat: PriceModel = {
  kind: 'flat',
  input: 'quantity',
  fields: ['price', 'flatAtZero'],
  tierFields: [],
  needsTiers: false,
  amountOf: (price, units) => (isZero(units) && !price.flatAtZero ? NOTHING : single(units, price.price)),
};
