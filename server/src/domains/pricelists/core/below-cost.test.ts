// A reseller's price beside what he pays, as a table: where it is below, or that it never is.
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { formatExact } from '../../../kernel/money/rational.ts';
import { belowCost, isComparable } from './below-cost.ts';
import { blankPrice, blankTier } from './blank-price.ts';
import type { Price } from './price.ts';

const decimal = (text: string) => parseDecimal(text)!;
const unit = (price: string, more: Partial<Price> = {}): Price => ({ ...blankPrice('unit'), price: decimal(price), ...more });
const tiers = (...list: readonly (readonly [string | null, string])[]): Price => ({
  ...blankPrice('graduated'),
  tiers: list.map(([upTo, price]) => ({ ...blankTier, upTo: upTo === null ? null : decimal(upTo), price: decimal(price) })),
});

describe('a price below cost', () => {
  it.each<[string, Price, Price, string | null]>([
    ['higher', unit('9'), unit('6'), null],
    ['equal', unit('6'), unit('6'), null],
    ['lower', unit('5.50'), unit('6'), '1: 5.5 < 6'],
    ['free units that he pays for', unit('9', { included: decimal('10') }), unit('6'), '1: 0 < 6'],
    ['a cheaper last tier', tiers(['10', '9'], [null, '1']), unit('6'), '1011: 1091 < 6066'],
    ['a cost that falls as well', tiers(['100', '9'], [null, '5']), tiers(['100', '6'], [null, '5']), null],
    ['a flat price against units', { ...blankPrice('flat'), price: decimal('50') }, unit('6', { maximum: decimal('9') }), '9: 50 < 54'],
    ['whole packages', { ...blankPrice('package'), size: decimal('100'), price: decimal('500') }, unit('6'), '100: 500 < 600'],
  ])('%s', (_name, price, cost, found) => {
    const below = belowCost(price, cost);
    expect(below === null ? null : `${formatExact(below.quantity)}: ${formatExact(below.amount)} < ${formatExact(below.cost)}`).toBe(found);
  });

  it('is not looked for where a quantity says nothing', () => {
    expect(isComparable(blankPrice('percentage'))).toBe(false);
    expect(isComparable(unit('1'))).toBe(true);
  });
});
