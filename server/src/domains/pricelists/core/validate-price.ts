// Whether the numbers of a price make sense for its model. Nothing a price says is ignored: a field its model does not read is refused.
import { compare, isZero, type Rational, sign, ZERO } from '../../../kernel/money/rational.ts';
import type { Price, Tier } from './price.ts';
import type { PriceModel } from './price-models/model.ts';
import { priceModels } from './rate.ts';

export interface PriceFault {
  readonly code: string;
  /** A sentence that says what to do. */
  readonly message: string;
  /** Inside the price: "tiers[1].upTo". */
  readonly path: string;
}

const BOUNDS: readonly (keyof Price)[] = ['kind', 'min', 'max'];
const UNIT_BOUNDS: readonly (keyof Price)[] = ['included', 'maximum'];
const AMOUNTS = ['price', 'free', 'rate', 'fixed', 'freeAmount', 'minEach', 'maxEach', 'included', 'maximum', 'min', 'max'] as const;
const TIER_AMOUNTS = ['price', 'flat', 'rate'] as const;

/** Everything wrong with a price; empty if it can be used. */
export function checkPrice(price: Price): PriceFault[] {
  const model = priceModels[price.kind];
  return [...checkFields(price, model), ...checkNumbers(price), ...checkOrder(price), ...checkTiers(price, model)];
}

function fault(code: string, path: string, message: string): PriceFault {
  return { code: `price.${code}`, message, path };
}

function isGiven(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 'event') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return typeof value === 'object' && 'n' in value ? !isZero(value as Rational) : true;
}

function checkFields(price: Price, model: PriceModel): PriceFault[] {
  const read = new Set<string>([...BOUNDS, ...(model.input === 'totals' ? [] : UNIT_BOUNDS), ...model.fields]);
  const faults: PriceFault[] = [];
  for (const [field, value] of Object.entries(price)) {
    if (!isGiven(value) || read.has(field)) continue;
    faults.push(fault('unused_field', field, `A ${price.kind} price does not use "${field}": leave it out or choose another kind.`));
  }
  const each = price.minEach !== null || price.maxEach !== null;
  if (price.freeOn === 'total' && each) {
    const message = 'Amounts per event need the events one by one: leave out minEach and maxEach, or set freeOn to "event".';
    faults.push(fault('unused_field', price.minEach === null ? 'maxEach' : 'minEach', message));
  }
  return faults;
}

function checkNumbers(price: Price): PriceFault[] {
  const faults: PriceFault[] = [];
  for (const field of AMOUNTS) {
    const value = price[field];
    if (value !== null && sign(value) < 0)
      faults.push(fault('negative', field, `"${field}" is below zero: a credit is a negative quantity.`));
  }
  for (const field of ['per', 'size'] as const) {
    const value = price[field];
    if (value !== null && sign(value) <= 0) faults.push(fault('not_positive', field, `"${field}" must be above zero.`));
  }
  if (price.kind === 'package' && price.size === null) {
    faults.push(fault('size_missing', 'size', 'A package price needs "size": how many units a package holds.'));
  }
  if (price.freeEvents !== null && !(Number.isSafeInteger(price.freeEvents) && price.freeEvents >= 0)) {
    faults.push(fault('free_events', 'freeEvents', '"freeEvents" must be a whole number, zero or more.'));
  }
  return faults;
}

function checkOrder(price: Price): PriceFault[] {
  const pairs: readonly (readonly [string, Rational | null, string, Rational | null])[] = [
    ['min', price.min, 'max', price.max],
    ['minEach', price.minEach, 'maxEach', price.maxEach],
    ['included', price.included, 'maximum', price.maximum],
  ];
  const faults: PriceFault[] = [];
  for (const [least, low, greatest, high] of pairs) {
    if (low === null || high === null || compare(low, high) <= 0) continue;
    faults.push(fault('bounds_crossed', greatest, `"${greatest}" is less than "${least}": raise it or lower "${least}".`));
  }
  return faults;
}

function checkTiers(price: Price, model: PriceModel): PriceFault[] {
  if (model.needsTiers && price.tiers.length === 0) {
    return [fault('tiers_missing', 'tiers', `A ${price.kind} price needs at least one tier.`)];
  }
  const faults: PriceFault[] = [];
  let reached = ZERO;
  for (const [index, tier] of price.tiers.entries()) {
    const isLast = index === price.tiers.length - 1;
    faults.push(...checkTier(tier, `tiers[${index}]`, price, model));
    if (model.input === 'totals') {
      faults.push(...checkLimits(tier, `tiers[${index}].limits`, isLast));
    } else if (tier.upTo === null) {
      if (!isLast)
        faults.push(fault('tier_open', `tiers[${index}].upTo`, 'Only the last tier may have no upper bound: give this one "upTo".'));
    } else if (compare(tier.upTo, reached) <= 0) {
      faults.push(fault('tiers_not_ascending', `tiers[${index}].upTo`, 'Upper bounds must rise from tier to tier, beginning above zero.'));
    } else {
      reached = tier.upTo;
    }
  }
  return faults;
}

function checkTier(tier: Tier, path: string, price: Price, model: PriceModel): PriceFault[] {
  const faults: PriceFault[] = [];
  const read = new Set<string>(model.tierFields);
  for (const [field, value] of Object.entries(tier)) {
    if (!isGiven(value) || read.has(field) || model.tierFields.length === 0) continue;
    faults.push(fault('unused_field', `${path}.${field}`, `Tiers of a ${price.kind} price do not use "${field}": leave it out.`));
  }
  for (const field of TIER_AMOUNTS) {
    const value = tier[field];
    if (value !== null && sign(value) < 0) faults.push(fault('negative', `${path}.${field}`, `"${field}" is below zero.`));
  }
  if (tier.per !== null && sign(tier.per) <= 0) faults.push(fault('not_positive', `${path}.per`, '"per" must be above zero.'));
  return faults;
}

function checkLimits(tier: Tier, path: string, isLast: boolean): PriceFault[] {
  const faults: PriceFault[] = [];
  if (!isLast && (tier.limits === null || tier.limits.size === 0)) {
    faults.push(
      fault('limits_missing', path, 'A capacity tier needs "limits" by meter; only the last may do without, it holds everything.'),
    );
  }
  for (const [meter, limit] of tier.limits ?? []) {
    if (sign(limit) < 0) faults.push(fault('negative', `${path}.${meter}`, 'A limit is zero or more.'));
  }
  return faults;
}
