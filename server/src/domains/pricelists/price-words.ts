// A price in words, as an explained line says it: "0.34 a unit", "tiers: up to 10 at 1.00, then 0.80".
import type { StoredPrice } from './stored-price.ts';

type Tier = NonNullable<StoredPrice['tiers']>[number];

/** `digits` are the currency's: amounts are filled up to them and never cut. */
export function priceInWords(price: StoredPrice, digits: number): string {
  const money = (text: string | undefined): string => amountText(text ?? '0', digits);
  return [model(price, money), ...bounds(price, money)].join(', ');
}

/** 10 as 10.00 and 0.000005 as it is. */
export function amountText(text: string, digits: number): string {
  const [whole, fraction = ''] = text.split('.');
  return digits === 0 && fraction === '' ? whole! : `${whole}.${fraction.padEnd(digits, '0')}`;
}

type Money = (text: string | undefined) => string;

function model(price: StoredPrice, money: Money): string {
  const tiers = price.tiers ?? [];
  switch (price.kind) {
    case 'flat':
      return `${money(price.price)} whatever the quantity${price.flatAtZero ? ', at zero too' : ''}`;
    case 'unit':
      return price.per === undefined ? `${money(price.price)} a unit` : `${money(price.price)} for every ${price.per} units begun`;
    case 'graduated':
      return `tiers: ${tierList(tiers, (tier) => unitTier(tier, money))}${feeAtZero(price)}`;
    case 'volume':
      return `all units at the price of the tier they reach: ${tierList(tiers, (tier) => unitTier(tier, money))}${feeAtZero(price)}`;
    case 'package':
      return `${money(price.price)} a package of ${price.size ?? '1'}${price.free === undefined ? '' : `, the first ${price.free} units free`}`;
    case 'percentage':
      return percentage(price, tiers, money);
    case 'capacity':
      return `by capacity: ${tiers.map((tier, index) => capacityTier(tier, index === tiers.length - 1, money)).join('; ')}`;
  }
}

function feeAtZero(price: StoredPrice): string {
  return price.flatAtZero ? ', the first fee at zero too' : '';
}

/** The last tier goes on, whatever its bound says. */
function tierList(tiers: readonly Tier[], told: (tier: Tier) => string): string {
  return tiers
    .map((tier, index) => {
      if (tier.upTo !== null && index < tiers.length - 1) return `up to ${tier.upTo} at ${told(tier)}`;
      return index === 0 ? `all at ${told(tier)}` : `then ${told(tier)}`;
    })
    .join(', ');
}

function unitTier(tier: Tier, money: Money): string {
  const fee = tier.flat === undefined ? '' : ` + ${money(tier.flat)} once`;
  return `${money(tier.price)}${tier.per === undefined ? '' : ` for every ${tier.per} begun`}${fee}`;
}

function capacityTier(tier: Tier, isLast: boolean, money: Money): string {
  const limits = Object.entries(tier.limits ?? {}).map(([meter, limit]) => `${meter} up to ${limit}`);
  return isLast ? `beyond that ${money(tier.price)}` : `${limits.join(' and ')} for ${money(tier.price)}`;
}

function percentage(price: StoredPrice, tiers: readonly Tier[], money: Money): string {
  const rateOf = (tier: Tier): string =>
    `${tier.rate ?? price.rate ?? '0'} %${tier.flat === undefined ? '' : ` + ${money(tier.flat)} once`}`;
  const rate = tiers.length === 0 ? `${price.rate ?? '0'} %` : `tiers of the running total: ${tierList(tiers, rateOf)}`;
  const fixed = price.fixed === undefined ? '' : `${tiers.length === 0 ? ' +' : ', and'} ${money(price.fixed)} an event`;
  const free = [
    ...(price.freeEvents === undefined ? [] : [`the first ${price.freeEvents} events free`]),
    ...(price.freeAmount === undefined ? [] : [`the first ${money(price.freeAmount)} free`]),
  ];
  return [
    `${rate}${fixed}`,
    ...(price.minEach === undefined ? [] : [`at least ${money(price.minEach)} each`]),
    ...(price.maxEach === undefined ? [] : [`at most ${money(price.maxEach)} each`]),
    ...(free.length === 0 ? [] : [`${free.join(' and ')}${price.freeOn === 'total' ? ', taken off the total' : ''}`]),
  ].join(', ');
}

function bounds(price: StoredPrice, money: Money): string[] {
  return [
    ...(price.included === undefined ? [] : [`${price.included} included`]),
    ...(price.maximum === undefined ? [] : [`nothing beyond ${price.maximum} units`]),
    ...(price.min === undefined ? [] : [`minimum ${money(price.min)} a period`]),
    ...(price.max === undefined ? [] : [`maximum ${money(price.max)} a period`]),
  ];
}
