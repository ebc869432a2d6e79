// percentage: a rate on the value of events, with a fixed fee per event, free events and a free amount first.
// 2.99 % of 10, 80 and 10000 within 1.75 and 12.00 each: 1.75 + 2.392 + 12.00.
import {
  add,
  compare,
  fromInteger,
  maximum,
  minimum,
  multiply,
  type Rational,
  rational,
  sign,
  subtract,
  ZERO,
} from '../../../../kernel/money/rational.ts';
import type { Price } from '../price.ts';
import { NOTHING, type Part, type Priced, type PriceModel } from './model.ts';

export const percentage: PriceModel = {
  kind: 'percentage',
  input: 'events',
  fields: ['tiers', 'rate', 'fixed', 'freeEvents', 'freeAmount', 'freeOn', 'minEach', 'maxEach'],
  tierFields: ['upTo', 'rate', 'flat'],
  needsTiers: false,
  amountOf: (price, units) => (sign(units) === 0 ? NOTHING : percentageAmount(price, [units])),
};

/** Beyond so many events the parts are not listed one by one: they would be printed and stored with every charge. */
export const LISTED_EVENTS = 200;

export function percentageAmount(price: Price, values: readonly Rational[]): Priced {
  return price.freeOn === 'total' ? onTotal(price, values) : onEachEvent(price, values);
}

/** What the rate takes of the running total of charged values; a negative value takes back what its height cost. */
interface Running {
  value: Rational;
  amount: Rational;
  tier: number;
}

function startRunning(): Running {
  return { value: ZERO, amount: ZERO, tier: 1 };
}

/** The rate on the next charged value, by the tiers it passes through, with the flat fee of each tier it first falls in. */
function advance(price: Price, running: Running, value: Rational): Rational {
  if (price.tiers.length === 0) return percentOf(value, price.rate);
  const before = running.amount;
  running.value = add(running.value, value);
  running.amount = ZERO;
  let reached = ZERO;
  for (const [index, tier] of price.tiers.entries()) {
    const goesOn = tier.upTo === null || index === price.tiers.length - 1 || compare(running.value, tier.upTo) <= 0;
    const inTier = subtract(goesOn ? running.value : tier.upTo, reached);
    const fee = sign(inTier) > 0 ? tier.flat : ZERO;
    running.amount = add(running.amount, add(percentOf(inTier, tier.rate ?? price.rate), fee));
    running.tier = index + 1;
    if (goesOn) break;
    reached = tier.upTo;
  }
  return subtract(running.amount, before);
}

function percentOf(value: Rational, rate: Rational): Rational {
  return multiply(value, rational(rate.n, rate.d * 100n));
}

function onEachEvent(price: Price, values: readonly Rational[]): Priced {
  const free = new FreeAllowance(price);
  const running = startRunning();
  const parts: Part[] = [];
  let amount = ZERO;
  let total = ZERO;
  for (const value of values) {
    const charged = free.rest(value);
    const cost = charged === null ? ZERO : within(add(advance(price, running, charged), price.fixed), price.minEach, price.maxEach);
    amount = add(amount, cost);
    total = add(total, value);
    if (values.length <= LISTED_EVENTS) parts.push({ tier: running.tier, units: value, amount: cost });
  }
  if (values.length > LISTED_EVENTS) parts.push({ tier: running.tier, units: total, amount });
  return { amount, parts };
}

/** What is free, used up event by event; an event is free only while both the count and the amount last. */
class FreeAllowance {
  private events: number;
  private amount: Rational | null;

  constructor(price: Price) {
    this.amount = price.freeAmount;
    this.events = price.freeEvents ?? (price.freeAmount === null ? 0 : Number.POSITIVE_INFINITY);
  }

  /** The value to charge; null for a free event. */
  rest(value: Rational): Rational | null {
    if (this.events <= 0 || (this.amount !== null && sign(this.amount) <= 0)) return value;
    if (this.amount === null || compare(value, this.amount) <= 0) {
      this.events -= 1;
      this.amount = this.amount === null ? null : subtract(this.amount, value);
      return null;
    }
    const rest = subtract(value, this.amount);
    this.events = 0;
    return rest;
  }
}

function onTotal(price: Price, values: readonly Rational[]): Priced {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  if (sign(total) <= 0) return NOTHING;
  const charged = maximum(subtract(total, price.freeAmount ?? ZERO), ZERO);
  const paying = Math.max(values.length - (price.freeEvents ?? 0), 0);
  const running = startRunning();
  const amount = add(advance(price, running, charged), multiply(fromInteger(paying), price.fixed));
  return { amount, parts: [{ tier: running.tier, units: total, amount }] };
}

/** Between a least and a greatest amount, where there are such. */
export function within(amount: Rational, least: Rational | null, greatest: Rational | null): Rational {
  const raised = least === null ? amount : maximum(amount, least);
  return greatest === null ? raised : minimum(raised, greatest);
}
