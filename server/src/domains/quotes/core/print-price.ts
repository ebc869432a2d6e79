// A price as a quote document writes it: only what is not the default.
import { formatExact, isZero, type Rational } from '../../../kernel/money/rational.ts';
import type { Price, Tier } from '../../pricelists/core/price.ts';
import type { PriceDocument } from '../document-fields.ts';

export function printPrice(price: Price): PriceDocument {
  const amount = (value: Rational | null): string | undefined => (value === null || isZero(value) ? undefined : formatExact(value));
  const given = (value: Rational | null): string | undefined => (value === null ? undefined : formatExact(value));
  return compact({
    kind: price.kind,
    price: price.kind === 'flat' || price.kind === 'unit' || price.kind === 'package' ? formatExact(price.price) : amount(price.price),
    per: given(price.per),
    tiers: price.tiers.length === 0 ? undefined : price.tiers.map(printTier),
    flatAtZero: price.flatAtZero || undefined,
    size: given(price.size),
    free: amount(price.free),
    rate: amount(price.rate),
    fixed: amount(price.fixed),
    freeEvents: price.freeEvents ?? undefined,
    freeAmount: given(price.freeAmount),
    freeOn: price.freeOn === 'event' ? undefined : price.freeOn,
    minEach: given(price.minEach),
    maxEach: given(price.maxEach),
    included: amount(price.included),
    maximum: given(price.maximum),
    min: given(price.min),
    max: given(price.max),
  }) as PriceDocument;
}

function printTier(tier: Tier): NonNullable<PriceDocument['tiers']>[number] {
  return compact({
    upTo: tier.upTo === null ? null : formatExact(tier.upTo),
    price: formatExact(tier.price),
    flat: isZero(tier.flat) ? undefined : formatExact(tier.flat),
    per: tier.per === null ? undefined : formatExact(tier.per),
    rate: tier.rate === null ? undefined : formatExact(tier.rate),
    limits: tier.limits === null ? undefined : Object.fromEntries([...tier.limits].map(([meter, limit]) => [meter, formatExact(limit)])),
  }) as NonNullable<PriceDocument['tiers']>[number];
}

function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
