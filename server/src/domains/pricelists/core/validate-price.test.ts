// What makes no sense is refused with its place; what makes sense is not.
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { blankPrice, blankTier } from './blank-price.ts';
import type { Price, Tier } from './price.ts';
import { checkPrice } from './validate-price.ts';

const of = (text: string | number) => parseDecimal(String(text))!;
const price = (kind: Price['kind'], more: Partial<Price> = {}): Price => ({ ...blankPrice(kind), ...more });
const tier = (more: Partial<Tier>): Tier => ({ ...blankTier, ...more });
const limits = new Map([['cpu', of(2)]]);

const sound: readonly (readonly [string, Price])[] = [
  ['flat', price('flat', { price: of(5), flatAtZero: true, min: of(1), max: of(1) })],
  ['free', price('unit')],
  ['unit', price('unit', { price: of(5), per: of('0.5'), included: of(2), maximum: of(2) })],
  ['closed tiers', price('graduated', { tiers: [tier({ upTo: of(1) }), tier({ upTo: of(2), flat: of(1), per: of(10) })] })],
  ['open tiers', price('volume', { tiers: [tier({ upTo: of('0.5') }), tier({})] })],
  ['package', price('package', { price: of(1), size: of(10), free: of(3) })],
  ['percentage', price('percentage', { rate: of(3), fixed: of(1), freeEvents: 0, freeAmount: of(9), minEach: of(1), maxEach: of(2) })],
  ['graduated percentage', price('percentage', { tiers: [tier({ upTo: of(1), rate: of(3) }), tier({ rate: of(1), flat: of(2) })] })],
  ['capacity', price('capacity', { tiers: [tier({ price: of(5), limits }), tier({ price: of(9) })] })],
];

const unsound: readonly (readonly [string, Price, string, string])[] = [
  ['a negative price', price('unit', { price: of(-1) }), 'price.negative', 'price'],
  ['a negative tier price', price('volume', { tiers: [tier({ price: of(-1) })] }), 'price.negative', 'tiers[0].price'],
  ['blocks of nothing', price('unit', { per: of(0) }), 'price.not_positive', 'per'],
  ['tier blocks of nothing', price('volume', { tiers: [tier({ per: of(-1) })] }), 'price.not_positive', 'tiers[0].per'],
  ['packages of nothing', price('package', { size: of(0) }), 'price.not_positive', 'size'],
  ['packages without a size', price('package'), 'price.size_missing', 'size'],
  ['half an event', price('percentage', { freeEvents: 1.5 }), 'price.free_events', 'freeEvents'],
  ['no tiers', price('graduated'), 'price.tiers_missing', 'tiers'],
  ['an open tier in the middle', price('graduated', { tiers: [tier({}), tier({ upTo: of(3) })] }), 'price.tier_open', 'tiers[0].upTo'],
  [
    'falling tiers',
    price('volume', { tiers: [tier({ upTo: of(3) }), tier({ upTo: of(3) })] }),
    'price.tiers_not_ascending',
    'tiers[1].upTo',
  ],
  ['a first tier up to zero', price('volume', { tiers: [tier({ upTo: of(0) })] }), 'price.tiers_not_ascending', 'tiers[0].upTo'],
  ['crossed amounts', price('unit', { min: of(3), max: of(2) }), 'price.bounds_crossed', 'max'],
  ['crossed quantities', price('unit', { included: of(3), maximum: of(2) }), 'price.bounds_crossed', 'maximum'],
  ['a rate on a unit price', price('unit', { rate: of(3) }), 'price.unused_field', 'rate'],
  ['tiers on a flat price', price('flat', { tiers: [tier({})] }), 'price.unused_field', 'tiers'],
  ['a rate in a unit tier', price('graduated', { tiers: [tier({ rate: of(3) })] }), 'price.unused_field', 'tiers[0].rate'],
  ['included in a capacity', price('capacity', { included: of(3), tiers: [tier({})] }), 'price.unused_field', 'included'],
  ['bounds of events on a total', price('percentage', { freeOn: 'total', maxEach: of(3) }), 'price.unused_field', 'maxEach'],
  ['capacity without limits', price('capacity', { tiers: [tier({}), tier({})] }), 'price.limits_missing', 'tiers[0].limits'],
  [
    'a negative limit',
    price('capacity', { tiers: [tier({ limits: new Map([['cpu', of(-1)]]) })] }),
    'price.negative',
    'tiers[0].limits.cpu',
  ],
];

describe('checkPrice', () => {
  it.each(sound)('accepts %s', (_, value) => expect(checkPrice(value)).toEqual([]));

  it.each(unsound)('refuses %s', (_, value, code, path) => {
    expect(checkPrice(value)).toMatchObject([{ code, path }]);
    expect(checkPrice(value)[0]!.message).toMatch(/\.$/);
  });
});
