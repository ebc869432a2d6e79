// Price models, each as its sentence in the rules says it and no cleverer.
import type { Rational } from '../../../kernel/money/rational.ts';
import {
  add,
  compare,
  divide,
  fromInteger,
  isZero,
  maximum,
  minimum,
  multiply,
  ONE,
  subtract,
  ZERO,
} from '../../../kernel/money/rational.ts';
import { decimal, roundWhole } from './plain-number.ts';
import type { PriceShape, TierShape } from './quote-shape.ts';

const NOTHING = '0';

function startedBlocks(units: Rational, size: Rational): Rational {
  return fromInteger(roundWhole(divide(units, size), 'up'));
}

/** `units` at a price, each or by started block. */
function unitsAt(units: Rational, price: string | undefined, per: string | undefined): Rational {
  const count = per === undefined ? units : startedBlocks(units, decimal(per));
  return multiply(count, decimal(price ?? NOTHING));
}

function graduated(tiers: readonly TierShape[], quantity: Rational): Rational {
  let total = ZERO;
  let below = ZERO;
  tiers.forEach((tier, index) => {
    const last = index === tiers.length - 1;
    const top = tier.upTo === null || last ? quantity : minimum(quantity, decimal(tier.upTo));
    const units = subtract(top, below);
    if (compare(units, ZERO) > 0) {
      total = add(total, add(unitsAt(units, tier.price, tier.per), decimal(tier.flat ?? NOTHING)));
      below = top;
    }
  });
  return total;
}

function volume(tiers: readonly TierShape[], quantity: Rational): Rational {
  const tier = tiers.find(({ upTo }) => upTo === null || compare(quantity, decimal(upTo)) <= 0) ?? tiers.at(-1)!;
  return add(unitsAt(quantity, tier.price, tier.per), decimal(tier.flat ?? NOTHING));
}

function modelAmount(price: PriceShape, quantity: Rational): Rational {
  const tiers = price.tiers ?? [];
  if (isZero(quantity)) {
    if (!price.flatAtZero) return ZERO;
    return decimal((price.kind === 'flat' ? price.price : tiers[0]?.flat) ?? NOTHING);
  }
  switch (price.kind) {
    case 'flat':
      return decimal(price.price ?? NOTHING);
    case 'unit':
      return unitsAt(quantity, price.price, price.per);
    case 'graduated':
      return graduated(tiers, quantity);
    case 'volume':
      return volume(tiers, quantity);
    case 'package':
      return multiply(
        startedBlocks(maximum(ZERO, subtract(quantity, decimal(price.free ?? NOTHING))), decimal(price.size!)),
        decimal(price.price!),
      );
    default:
      throw new Error(`${price.kind} is not priced by quantity`);
  }
}

function bounded(amount: Rational, price: PriceShape, share: Rational): Rational {
  let result = amount;
  if (price.min !== undefined) result = maximum(result, multiply(decimal(price.min), share));
  if (price.max !== undefined) result = minimum(result, multiply(decimal(price.max), share));
  return result;
}

/** What a quantity costs for a window; `share` is the part of the window that included units and the least and greatest amount are for. */
export function costOfQuantity(price: PriceShape, quantity: Rational, share: Rational = ONE): Rational {
  let units = quantity;
  if (price.maximum !== undefined) units = minimum(units, decimal(price.maximum));
  if (price.included !== undefined) units = maximum(ZERO, subtract(units, multiply(decimal(price.included), share)));
  return bounded(modelAmount(price, units), price, share);
}

/** Percent of `value`, which begins where `before` ended; tiers of rates go by the running total. */
function percentOf(price: PriceShape, value: Rational, before: Rational): Rational {
  const HUNDRED = fromInteger(100);
  if (!price.tiers || price.tiers.length === 0) return divide(multiply(value, decimal(price.rate ?? NOTHING)), HUNDRED);
  const upToTotal = (total: Rational) =>
    graduated(
      price.tiers!.map((tier) => ({ upTo: tier.upTo, price: tier.rate ?? NOTHING })),
      total,
    );
  return divide(subtract(upToTotal(add(before, value)), upToTotal(before)), HUNDRED);
}

function eventByEvent(price: PriceShape, values: readonly Rational[]): Rational {
  let total = ZERO;
  let running = ZERO;
  let eventsLeft = price.freeEvents ?? (price.freeAmount === undefined ? 0 : Number.POSITIVE_INFINITY);
  let amountLeft = price.freeAmount === undefined ? null : decimal(price.freeAmount);
  for (const value of values) {
    let charged = value;
    if (eventsLeft > 0 && (amountLeft === null || amountLeft.n > 0n)) {
      if (amountLeft === null || compare(value, amountLeft) <= 0) {
        eventsLeft -= 1;
        if (amountLeft) amountLeft = subtract(amountLeft, value);
        continue;
      }
      charged = subtract(value, amountLeft);
      eventsLeft = 0;
      amountLeft = ZERO;
    }
    let amount = add(percentOf(price, charged, running), decimal(price.fixed ?? NOTHING));
    running = add(running, charged);
    if (price.minEach !== undefined) amount = maximum(amount, decimal(price.minEach));
    if (price.maxEach !== undefined) amount = minimum(amount, decimal(price.maxEach));
    total = add(total, amount);
  }
  return total;
}

/** Percentage prices, event by event in the order given, or on the total. */
export function costOfEvents(price: PriceShape, values: readonly Rational[], share: Rational = ONE): Rational {
  if (price.freeOn !== 'total') return bounded(eventByEvent(price, values), price, share);
  const total = values.reduce(add, ZERO);
  if (compare(total, ZERO) <= 0) return bounded(ZERO, price, share);
  const amount = maximum(ZERO, subtract(total, decimal(price.freeAmount ?? NOTHING)));
  const events = Math.max(0, values.length - (price.freeEvents ?? 0));
  return bounded(add(percentOf(price, amount, ZERO), multiply(fromInteger(events), decimal(price.fixed ?? NOTHING))), price, share);
}

/** The first tier whose limits hold every total it names, else the last. */
export function costOfCapacity(price: PriceShape, totalOf: (meter: string) => Rational, share: Rational = ONE): Rational {
  const tiers = price.tiers ?? [];
  const fits = tiers.find((tier) =>
    Object.entries(tier.limits ?? {}).every(([meter, limit]) => compare(totalOf(meter), decimal(limit)) <= 0),
  );
  return bounded(decimal((fits ?? tiers.at(-1))?.price ?? NOTHING), price, share);
}
