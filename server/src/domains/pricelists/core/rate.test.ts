// Each price model at and around its bounds, and what every model must keep: order of maximum, included, model, bounds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { add, compare, equals, formatExact, fromInteger, type Rational, rational, sum } from '../../../kernel/money/rational.ts';
import { blankPrice, blankTier } from './blank-price.ts';
import type { Price, Tier } from './price.ts';
import { LISTED_EVENTS } from './price-models/percentage.ts';
import { priceCapacity, priceEvents, priceInput, priceQuantity } from './rate.ts';

const of = (text: string | number) => parseDecimal(String(text))!;
const tier = (upTo: string | null, price: string, more: Partial<Tier> = {}): Tier => ({
  ...blankTier,
  upTo: upTo === null ? null : of(upTo),
  price: of(price),
  ...more,
});
const price = (kind: Price['kind'], more: Partial<Price>): Price => ({ ...blankPrice(kind), ...more });
const amount = (value: Price, quantity: string, share?: Rational) => formatExact(priceQuantity(value, of(quantity), share).amount);
const events = (...values: (string | number)[]) => values.map((value) => ({ value: of(value) }));

describe('quantities', () => {
  const tiers = [tier('10', '10', { flat: of(2) }), tier('20', '5', { flat: of(3) }), tier(null, '4', { flat: of(1) })];
  const closed = [tier('10', '2'), tier('20', '1')];
  const cases: readonly (readonly [string, Price, readonly (readonly [string, string])[]])[] = [
    [
      'flat',
      price('flat', { price: of(30) }),
      [
        ['0', '0'],
        ['0.5', '30'],
        ['7', '30'],
      ],
    ],
    [
      'flat at zero',
      price('flat', { price: of(30), flatAtZero: true }),
      [
        ['0', '30'],
        ['7', '30'],
      ],
    ],
    [
      'unit',
      price('unit', { price: of('0.015') }),
      [
        ['0', '0'],
        ['1', '0.015'],
        ['1000.5', '15.0075'],
      ],
    ],
    [
      'unit per block',
      price('unit', { price: of(2), per: of(100) }),
      [
        ['0', '0'],
        ['0.01', '2'],
        ['100', '2'],
        ['100.01', '4'],
      ],
    ],
    [
      'graduated',
      price('graduated', { tiers }),
      [
        ['0', '0'],
        ['1', '12'],
        ['10', '102'],
        ['10.5', '107.5'],
        ['20', '155'],
        ['21', '160'],
      ],
    ],
    [
      'graduated at zero',
      price('graduated', { tiers, flatAtZero: true }),
      [
        ['0', '2'],
        ['1', '12'],
      ],
    ],
    [
      'graduated beyond a closed last tier',
      price('graduated', { tiers: closed }),
      [
        ['20', '30'],
        ['25', '35'],
      ],
    ],
    [
      'graduated blocks in a tier',
      price('graduated', { tiers: [tier('10', '3', { per: of(4) }), tier(null, '1', { per: of(5) })] }),
      [
        ['4', '3'],
        ['10', '9'],
        ['11', '10'],
        ['16', '11'],
      ],
    ],
    [
      'volume',
      price('volume', { tiers }),
      [
        ['0', '0'],
        ['10', '102'],
        ['10.1', '53.5'],
        ['20', '103'],
        ['100', '401'],
      ],
    ],
    [
      'volume beyond a closed last tier',
      price('volume', { tiers: closed }),
      [
        ['10', '20'],
        ['11', '11'],
        ['30', '30'],
      ],
    ],
    ['volume at zero', price('volume', { tiers, flatAtZero: true }), [['0', '2']]],
    [
      'package',
      price('package', { price: of(100), size: of(10), free: of(5) }),
      [
        ['0', '0'],
        ['5', '0'],
        ['5.5', '100'],
        ['15', '100'],
        ['16', '200'],
      ],
    ],
    [
      'included',
      price('unit', { price: of(2), included: of(10) }),
      [
        ['0', '0'],
        ['10', '0'],
        ['12', '4'],
      ],
    ],
    [
      'maximum',
      price('unit', { price: of(2), included: of(10), maximum: of(15) }),
      [
        ['15', '10'],
        ['99', '10'],
      ],
    ],
    [
      'included before tiers',
      price('graduated', { tiers, included: of(5) }),
      [
        ['5', '0'],
        ['6', '12'],
        ['15', '102'],
      ],
    ],
    [
      'least and greatest',
      price('unit', { price: of(2), min: of(5), max: of(9) }),
      [
        ['0', '5'],
        ['1', '5'],
        ['3', '6'],
        ['5', '9'],
      ],
    ],
    ['below zero', price('unit', { price: of(2) }), [['-3', '0']]],
    [
      'one event',
      price('percentage', { rate: of(3), fixed: of(1) }),
      [
        ['0', '0'],
        ['100', '4'],
      ],
    ],
  ];
  it.each(cases)('%s', (_, value, expected) => {
    for (const [quantity, cost] of expected) expect(amount(value, quantity), quantity).toBe(cost);
  });

  it('share out included units and bounds, but not tier fees and packages', () => {
    const half = rational(1n, 2n);
    expect(amount(price('unit', { price: of(2), included: of(10) }), '12', half)).toBe('14');
    expect(amount(price('unit', { price: of(2), min: of(10), max: of(30) }), '1', half)).toBe('5');
    expect(amount(price('unit', { price: of(2), min: of(10), max: of(30) }), '99', half)).toBe('15');
    expect(amount(price('graduated', { tiers }), '1', half)).toBe('12');
    expect(amount(price('package', { price: of(100), size: of(10) }), '1', half)).toBe('100');
    expect(amount(price('unit', { price: of(2), maximum: of(10) }), '99', half)).toBe('20');
  });

  it('list what fell into each tier', () => {
    const parts = priceQuantity(price('graduated', { tiers }), of(12)).parts;
    expect(parts.map((part) => [part.tier, formatExact(part.units), formatExact(part.amount)])).toEqual([
      [1, '10', '102'],
      [2, '2', '13'],
    ]);
    expect(priceQuantity(price('package', { price: of(100), size: of(10) }), of(121)).parts).toMatchObject([
      { tier: 1, units: fromInteger(13) },
    ]);
  });

  it('sum the parts to the amount, grow with the quantity where each unit has its own price, and are linear in unit prices', () => {
    const quantity = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 1000n })).map(([n, d]) => rational(n, d));
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const value = price('graduated', { tiers });
        const one = priceQuantity(value, a);
        expect(equals(sum(one.parts.map((part) => part.amount)), one.amount)).toBe(true);
        expect(equals(sum(one.parts.map((part) => part.units)), a)).toBe(true);
        expect(compare(priceQuantity(value, add(a, b)).amount, one.amount)).toBeGreaterThanOrEqual(0);
        const linear = price('unit', { price: of('1.5') });
        const apart = add(priceQuantity(linear, a).amount, priceQuantity(linear, b).amount);
        expect(equals(priceQuantity(linear, add(a, b)).amount, apart)).toBe(true);
      }),
    );
  });
});

describe('events', () => {
  const cases: readonly (readonly [string, Partial<Price>, (string | number)[], string])[] = [
    ['rate and fee', { rate: of(3), fixed: of('0.1') }, [100, 50], '4.7'],
    ['least and greatest of each', { rate: of('2.99'), minEach: of('1.75'), maxEach: of(12) }, [10, 80, 10000], '16.142'],
    ['free events', { rate: of(10), fixed: of(1), freeEvents: 2 }, [100, 50, 10], '2'],
    ['a free amount, its rest charged', { rate: of(10), fixed: of(1), freeAmount: of(120) }, [100, 50, 10], '6'],
    ['free while both last: the count ends first', { rate: of(10), freeEvents: 2, freeAmount: of(250) }, [100, 100, 100], '10'],
    ['free while both last: the amount ends both', { rate: of(10), freeEvents: 9, freeAmount: of(150) }, [100, 100, 100], '15'],
    ['a free amount met exactly', { rate: of(10), freeAmount: of(100) }, [100, 50], '5'],
    ['no free events at all', { rate: of(10), freeEvents: 0, freeAmount: of(100) }, [50], '5'],
    [
      'tiers over the running total',
      { tiers: [tier('100', '0', { rate: of(10) }), tier(null, '0', { rate: of(1) })] },
      [60, 60, 100],
      '11.2',
    ],
    [
      'tiers after the free amount',
      { freeAmount: of(60), tiers: [tier('100', '0', { rate: of(10) }), tier(null, '0', { rate: of(1) })] },
      [60, 60, 60],
      '10.2',
    ],
    [
      'tier fees once',
      { tiers: [tier('100', '0', { rate: of(10), flat: of(1) }), tier(null, '0', { rate: of(1), flat: of(2) })] },
      [60, 60, 60],
      '13.8',
    ],
    ["a tier without a rate has the price's", { rate: of(5), tiers: [tier('100', '0'), tier(null, '0', { rate: of(1) })] }, [200], '6'],
    [
      'a refund takes back what its height cost',
      { tiers: [tier('100', '0', { rate: of(10) }), tier(null, '0', { rate: of(1) })] },
      [200, -150],
      '5',
    ],
    ['on the total', { rate: of('1.3'), fixed: of(2), freeAmount: of(250), freeEvents: 2, freeOn: 'total' }, [200, 200, 200, 200], '11.15'],
    ['on the total, all free', { rate: of('1.3'), fixed: of(2), freeAmount: of(250), freeEvents: 2, freeOn: 'total' }, [100], '0'],
    ['on a zero total', { rate: of('1.3'), fixed: of(2), freeOn: 'total' }, [100, -100], '0'],
    ['nothing', { rate: of(3), fixed: of(1) }, [], '0'],
    ['never below zero', { rate: of(3) }, [-100], '0'],
    ['least of the period', { rate: of(3), min: of(5) }, [100], '5'],
    ['included value', { rate: of(10), fixed: of(1), included: of(100) }, [60, 60, 10], '5'],
    ['maximum value', { rate: of(10), maximum: of(100) }, [60, 60, 10], '10'],
  ];
  it.each(cases)('%s', (_, more, values, expected) => {
    expect(formatExact(priceEvents(price('percentage', more), events(...values)).amount)).toBe(expected);
  });

  it('are listed one by one while they are few', () => {
    const value = price('percentage', { rate: of(1) });
    const few = priceEvents(value, events(100, 200));
    expect(few.parts.map((part) => formatExact(part.amount))).toEqual(['1', '2']);
    const many = priceEvents(
      value,
      Array.from({ length: LISTED_EVENTS + 1 }, () => ({ value: of(100) })),
    );
    expect(many.parts).toHaveLength(1);
    expect(many.parts[0]!.amount).toEqual(many.amount);
  });
});

describe('capacity', () => {
  const limits = (cpu: string, gb: string) =>
    new Map([
      ['cpu', of(cpu)],
      ['gb', of(gb)],
    ]);
  const value = price('capacity', {
    tiers: [
      tier(null, '5', { limits: limits('2', '10') }),
      tier(null, '9', { limits: limits('4', '20') }),
      tier(null, '20', { limits: limits('8', '80') }),
    ],
  });
  const cases: readonly (readonly [string, string, string])[] = [
    ['0', '0', '5'],
    ['2', '10', '5'],
    ['2', '10.5', '9'],
    ['4.1', '1', '20'],
    ['99', '1', '20'],
  ];
  it.each(cases)('%s CPU and %s GB cost %s', (cpu, gb, expected) => {
    expect(
      formatExact(
        priceCapacity(
          value,
          new Map([
            ['cpu', of(cpu)],
            ['gb', of(gb)],
          ]),
        ).amount,
      ),
    ).toBe(expected);
  });

  it('counts a meter without events as zero and has no price for one quantity', () => {
    expect(formatExact(priceCapacity(value, new Map()).amount)).toBe('5');
    expect(formatExact(priceCapacity({ ...value, min: of(30) }, new Map(), rational(1n, 2n)).amount)).toBe('15');
    expect(() => priceQuantity(value, of(1))).toThrow('totals');
    expect(priceInput(value)).toBe('totals');
  });
});
