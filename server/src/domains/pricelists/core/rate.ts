// From a price and what was used to an exact amount. In order: the maximum cuts units off, included units come off first, the model
// prices the rest, and the least and greatest amount of a period bound it.
import { add, compare, isZero, multiply, ONE, type Rational, sign, subtract, ZERO } from '../../../kernel/money/rational.ts';
import type { Price, PriceKind } from './price.ts';
import { capacity, capacityAmount } from './price-models/capacity.ts';
import { flat } from './price-models/flat.ts';
import { graduated } from './price-models/graduated.ts';
import type { Priced, PriceInput, PriceModel } from './price-models/model.ts';
import { packages } from './price-models/package.ts';
import { percentage, percentageAmount, within } from './price-models/percentage.ts';
import { unit } from './price-models/unit.ts';
import { volume } from './price-models/volume.ts';

export type { Part, Priced, PriceInput } from './price-models/model.ts';

export const priceModels: Readonly<Record<PriceKind, PriceModel>> = {
  flat,
  unit,
  graduated,
  volume,
  package: packages,
  percentage,
  capacity,
};

/** Which of the three functions below a price is for. A percentage also prices a quantity, as one event of that value. */
export function priceInput(price: Price): PriceInput {
  return priceModels[price.kind].input;
}

/** `share` is the part of the period in service that `included`, `min` and `max` are multiplied by; tier fees and packages stay whole. */
export function priceQuantity(price: Price, quantity: Rational, share: Rational = ONE): Priced {
  return bounded(price, priceModels[price.kind].amountOf(price, chargedUnits(price, quantity, share)), share);
}

/** Events in the order given: by instant, then id. */
export function priceEvents(price: Price, events: readonly { readonly value: Rational }[], share: Rational = ONE): Priced {
  return bounded(price, percentageAmount(price, chargedValues(price, events, share)), share);
}

/** Totals by meter, for a capacity price. */
export function priceCapacity(price: Price, totals: ReadonlyMap<string, Rational>, share: Rational = ONE): Priced {
  return bounded(price, capacityAmount(price, totals), share);
}

/** What is left of a total once the maximum cuts it off and the included units are taken away; never negative. */
function chargedUnits(price: Price, total: Rational, share: Rational): Rational {
  const cut = price.maximum !== null && compare(total, price.maximum) > 0 ? price.maximum : total;
  const charged = isZero(price.included) ? cut : subtract(cut, shared(price.included, share));
  return sign(charged) < 0 ? ZERO : charged;
}

function chargedValues(price: Price, events: readonly { readonly value: Rational }[], share: Rational): readonly Rational[] {
  const values = events.map((event) => event.value);
  if (isZero(price.included) && price.maximum === null) return values;
  const charged: Rational[] = [];
  let total = ZERO;
  for (const value of values) {
    const before = chargedUnits(price, total, share);
    total = add(total, value);
    const rest = subtract(chargedUnits(price, total, share), before);
    if (!isZero(rest)) charged.push(rest);
  }
  return charged;
}

function bounded(price: Price, priced: Priced, share: Rational): Priced {
  if (price.min === null && price.max === null && sign(priced.amount) >= 0) return priced;
  const least = price.min === null ? null : shared(price.min, share);
  const greatest = price.max === null ? null : shared(price.max, share);
  const amount = within(sign(priced.amount) < 0 ? ZERO : priced.amount, least, greatest);
  return amount === priced.amount ? priced : { amount, parts: priced.parts };
}

function shared(value: Rational, share: Rational): Rational {
  return share === ONE ? value : multiply(value, share);
}
