// A price that says nothing but its kind: what a list leaves out has these values.
import { ZERO } from '../../../kernel/money/rational.ts';
import type { Price, PriceKind, Tier } from './price.ts';

export function blankPrice(kind: PriceKind): Price {
  return {
    kind,
    price: ZERO,
    per: null,
    tiers: [],
    flatAtZero: false,
    size: null,
    free: ZERO,
    rate: ZERO,
    fixed: ZERO,
    freeEvents: null,
    freeAmount: null,
    freeOn: 'event',
    minEach: null,
    maxEach: null,
    included: ZERO,
    maximum: null,
    min: null,
    max: null,
  };
}

export const blankTier: Tier = { upTo: null, price: ZERO, flat: ZERO, per: null, rate: null, limits: null };
