// A price as documents and requests write it, read and checked.
import { ONE, type Rational, ZERO } from '../../../kernel/money/rational.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { readDecimal } from '../../../kernel/stored-values.ts';
import type { PriceDocument } from '../price-shape.ts';
import { blankPrice, blankTier } from './blank-price.ts';
import type { Price, Tier } from './price.ts';
import { checkPrice } from './validate-price.ts';

export function readPrice(document: PriceDocument, path: string): Price {
  const optional = (text: string | null | undefined): Rational | null => (text === undefined || text === null ? null : readDecimal(text));
  const price: Price = {
    ...blankPrice(document.kind),
    price: optional(document.price) ?? ZERO,
    per: optional(document.per),
    tiers: (document.tiers ?? []).map(readTier),
    flatAtZero: document.flatAtZero ?? false,
    size: document.kind === 'package' ? (optional(document.size) ?? ONE) : optional(document.size),
    free: optional(document.free) ?? ZERO,
    rate: optional(document.rate) ?? ZERO,
    fixed: optional(document.fixed) ?? ZERO,
    freeEvents: document.freeEvents ?? null,
    freeAmount: optional(document.freeAmount),
    freeOn: document.freeOn ?? 'event',
    minEach: optional(document.minEach),
    maxEach: optional(document.maxEach),
    included: optional(document.included) ?? ZERO,
    maximum: optional(document.maximum),
    min: optional(document.min),
    max: optional(document.max),
  };
  const fault = checkPrice(price)[0];
  if (fault !== undefined) throw new Refusal(fault.code, fault.message, { path: `${path}.${fault.path}` });
  return price;
}

function readTier(document: NonNullable<PriceDocument['tiers']>[number]): Tier {
  const decimal = (text: string | undefined): Rational => (text === undefined ? ZERO : readDecimal(text));
  return {
    ...blankTier,
    upTo: document.upTo === undefined || document.upTo === null ? null : readDecimal(document.upTo),
    price: decimal(document.price),
    flat: decimal(document.flat),
    per: document.per === undefined || document.per === null ? null : readDecimal(document.per),
    rate: document.rate === undefined ? null : readDecimal(document.rate),
    limits:
      document.limits === undefined ? null : new Map(Object.entries(document.limits).map(([meter, limit]) => [meter, readDecimal(limit)])),
  };
}
