// A price as the database keeps it, and back. The shape is a quote document's price; what is not named there stands at its default.
import { formatExact, isZero, type Rational, ZERO } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import type { Price, PriceKind, Tier } from './core/price.ts';

interface StoredTier {
  readonly upTo: string | null;
  readonly price?: string;
  readonly flat?: string;
  readonly per?: string;
  readonly rate?: string;
  readonly limits?: Readonly<Record<string, string>>;
}

export interface StoredPrice {
  readonly kind: PriceKind;
  readonly price?: string;
  readonly per?: string;
  readonly tiers?: readonly StoredTier[];
  readonly flatAtZero?: true;
  readonly size?: string;
  readonly free?: string;
  readonly rate?: string;
  readonly fixed?: string;
  readonly freeEvents?: number;
  readonly freeAmount?: string;
  readonly freeOn?: 'total';
  readonly minEach?: string;
  readonly maxEach?: string;
  readonly included?: string;
  readonly maximum?: string;
  readonly min?: string;
  readonly max?: string;
}

export function storedPrice(price: Price): StoredPrice {
  return {
    kind: price.kind,
    ...named('price', price.price),
    ...given('per', price.per),
    ...(price.tiers.length > 0 ? { tiers: price.tiers.map(storedTier) } : {}),
    ...(price.flatAtZero ? { flatAtZero: true as const } : {}),
    ...given('size', price.size),
    ...named('free', price.free),
    ...named('rate', price.rate),
    ...named('fixed', price.fixed),
    ...(price.freeEvents === null ? {} : { freeEvents: price.freeEvents }),
    ...given('freeAmount', price.freeAmount),
    ...(price.freeOn === 'total' ? { freeOn: 'total' as const } : {}),
    ...given('minEach', price.minEach),
    ...given('maxEach', price.maxEach),
    ...named('included', price.included),
    ...given('maximum', price.maximum),
    ...given('min', price.min),
    ...given('max', price.max),
  };
}

export function priceFromStored(stored: StoredPrice): Price {
  return {
    kind: stored.kind,
    price: orZero(stored.price),
    per: orNull(stored.per),
    tiers: (stored.tiers ?? []).map(tierFromStored),
    flatAtZero: stored.flatAtZero ?? false,
    size: orNull(stored.size),
    free: orZero(stored.free),
    rate: orZero(stored.rate),
    fixed: orZero(stored.fixed),
    freeEvents: stored.freeEvents ?? null,
    freeAmount: orNull(stored.freeAmount),
    freeOn: stored.freeOn ?? 'event',
    minEach: orNull(stored.minEach),
    maxEach: orNull(stored.maxEach),
    included: orZero(stored.included),
    maximum: orNull(stored.maximum),
    min: orNull(stored.min),
    max: orNull(stored.max),
  };
}

function storedTier(tier: Tier): StoredTier {
  return {
    upTo: tier.upTo === null ? null : formatExact(tier.upTo),
    ...named('price', tier.price),
    ...named('flat', tier.flat),
    ...given('per', tier.per),
    ...given('rate', tier.rate),
    ...(tier.limits === null ? {} : { limits: Object.fromEntries([...tier.limits].map(([meter, limit]) => [meter, formatExact(limit)])) }),
  };
}

function tierFromStored(stored: StoredTier): Tier {
  return {
    upTo: orNull(stored.upTo ?? undefined),
    price: orZero(stored.price),
    flat: orZero(stored.flat),
    per: orNull(stored.per),
    rate: orNull(stored.rate),
    limits:
      stored.limits === undefined ? null : new Map(Object.entries(stored.limits).map(([meter, limit]) => [meter, readDecimal(limit)])),
  };
}

function named<Key extends string>(key: Key, value: Rational): { [K in Key]?: string } {
  return isZero(value) ? {} : given(key, value);
}

function given<Key extends string>(key: Key, value: Rational | null): { [K in Key]?: string } {
  return value === null ? {} : ({ [key]: formatExact(value) } as { [K in Key]?: string });
}

function orZero(text: string | undefined): Rational {
  return text === undefined ? ZERO : readDecimal(text);
}

function orNull(text: string | undefined): Rational | null {
  return text === undefined ? null : readDecimal(text);
}
