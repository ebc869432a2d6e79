// Random prices of every model that a kind of component may have.
import type { ComponentShape, PriceShape, TierShape } from './quote-shape.ts';
import type { Random } from './random.ts';

const AMOUNTS = ['3', '10', '100', '9.99', '0.333', '7.77', '29.95', '1', '0.05'];

function tiers(random: Random): TierShape[] {
  const bounds = random.pick([
    ['2', null],
    ['1', '3', null],
    ['5', '10'],
    ['0.5', null],
  ]);
  return bounds.map((upTo) => ({
    upTo,
    price: random.pick(AMOUNTS),
    ...(random.once(3) ? { flat: random.pick(AMOUNTS) } : {}),
    ...(random.once(6) ? { per: random.pick(['1', '2', '0.5']) } : {}),
  }));
}

function percentage(random: Random): PriceShape {
  const price: PriceShape = { kind: 'percentage', rate: random.pick(['2.99', '10', '0.5']), fixed: random.pick(['0', '0.30', '2']) };
  if (random.once(4)) {
    price.tiers = [
      { upTo: '10', rate: '5' },
      { upTo: null, rate: '1.5' },
    ];
    delete price.rate;
  } else if (random.once(2)) {
    if (random.once(2)) price.freeEvents = random.between(1, 2);
    if (random.once(2)) price.freeAmount = random.pick(['3', '10.5']);
    if (random.once(3)) price.freeOn = 'total';
  }
  if (price.freeOn !== 'total') {
    if (random.once(4)) price.minEach = '0.5';
    if (random.once(4)) price.maxEach = '1.25';
  }
  return price;
}

function plainPrice(random: Random, kinds: readonly (readonly [number, PriceShape['kind']])[]): PriceShape {
  const kind = random.weighted(kinds);
  switch (kind) {
    case 'flat':
      return { kind, price: random.pick(AMOUNTS), ...(random.once(6) ? { flatAtZero: true } : {}) };
    case 'unit':
      return { kind, price: random.pick(AMOUNTS), ...(random.once(8) ? { per: random.pick(['2', '10', '0.5']) } : {}) };
    case 'graduated':
    case 'volume':
      return { kind, tiers: tiers(random), ...(random.once(4) ? { flatAtZero: true } : {}) };
    case 'package':
      return { kind, price: random.pick(AMOUNTS), size: random.pick(['2', '3', '10']), free: random.pick(['0', '0', '1']) };
    case 'percentage':
      return percentage(random);
    default:
      return {
        kind,
        tiers: [
          { upTo: null, price: '5', limits: { m: '4' } },
          { upTo: null, price: random.pick(AMOUNTS), limits: { m: '12', n: '8' } },
          { upTo: null, price: '50' },
        ],
      };
  }
}

const RECURRING: readonly (readonly [number, PriceShape['kind']])[] = [
  [25, 'flat'],
  [50, 'unit'],
  [10, 'graduated'],
  [10, 'volume'],
  [5, 'package'],
];
const BY_QUANTITY: readonly (readonly [number, PriceShape['kind']])[] = [
  [5, 'flat'],
  [50, 'unit'],
  [18, 'graduated'],
  [17, 'volume'],
  [10, 'package'],
];
const METERED: readonly (readonly [number, PriceShape['kind']])[] = [...BY_QUANTITY, [15, 'percentage'], [8, 'capacity']];

/** `kinds` of a price that replaces another are the same, so that its component's other settings still fit. */
export function randomPrice(random: Random, component: ComponentShape, bounds: boolean, like?: PriceShape): PriceShape {
  if (like) {
    const weighted: readonly (readonly [number, PriceShape['kind']])[] = [[1, like.kind]];
    return plainPrice(random, weighted);
  }
  const kinds = component.kind === 'metered' ? METERED : component.kind === 'allocation' ? BY_QUANTITY : RECURRING;
  const price = plainPrice(random, kinds);
  if (!bounds || component.kind === 'one_time') return price;
  const byQuantity = price.kind !== 'flat' && price.kind !== 'percentage' && price.kind !== 'capacity';
  if (byQuantity && random.once(4)) price.included = random.pick(['1', '2.5', '10']);
  if (byQuantity && random.once(8)) price.maximum = random.pick(['10', '12']);
  if (price.kind !== 'flat' && random.once(5)) price.min = random.pick(['2', '15.50']);
  if (price.kind !== 'flat' && random.once(8)) price.max = random.pick(['20', '33.33']);
  return price;
}
