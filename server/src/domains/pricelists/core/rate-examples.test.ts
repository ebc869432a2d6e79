// The pricing figures of other systems that share our conventions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { add, formatExact, fromInteger, rational, ZERO } from '../../../kernel/money/rational.ts';
import { blankPrice, blankTier } from './blank-price.ts';
import type { Price, Tier } from './price.ts';
import { priceEvents, priceQuantity } from './rate.ts';

const of = (text: string | number) => parseDecimal(String(text))!;
const tier = (upTo: string | null, price: string, more: Partial<Tier> = {}): Tier => ({
  ...blankTier,
  upTo: upTo === null ? null : of(upTo),
  price: of(price),
  ...more,
});
const price = (kind: Price['kind'], more: Partial<Price>): Price => ({ ...blankPrice(kind), ...more });
const amount = (value: Price, quantity: string) => formatExact(priceQuantity(value, of(quantity)).amount);
const events = (...values: (string | number)[]) => values.map((value) => ({ value: of(value) }));

const folder = process.env.PRORATA_TEST_DATA;

interface TierExample {
  readonly up_to: string | null;
  readonly unit_price: string;
  readonly flat_fee: string;
}

interface BlockTier {
  readonly block_size: string;
  readonly max_blocks: string;
  readonly block_price: string;
}

interface Example {
  readonly id: string;
  readonly input: Record<string, string> & {
    readonly bill_flat_at_zero: boolean;
    readonly tiers: readonly TierExample[] & { readonly unit: readonly BlockTier[] };
    readonly cases: readonly { readonly quantity: string; readonly usage: { readonly unit: string } }[];
    readonly events: readonly string[];
    readonly event_count: number;
    readonly free_events: number;
  };
  readonly expected: {
    readonly amount: string;
    readonly per_event: readonly string[];
    readonly cases: readonly { readonly amount: string }[];
  };
}

describe('worked examples of other systems', () => {
  beforeEach(({ skip }) => skip(!folder, 'set PRORATA_TEST_DATA to the folder of reference data'));

  const all: Example[] = folder ? JSON.parse(readFileSync(join(folder, 'worked-examples.json'), 'utf8')) : [];
  const example = (id: string) => all.find((candidate) => candidate.id === id)!;

  it.each(['graduated-01', 'volume-01'])('%s', (id) => {
    const { input, expected } = example(id);
    const tiers = input.tiers.map((written) => tier(written.up_to, written.unit_price, { flat: of(written.flat_fee) }));
    const value = price(input.mode as 'graduated' | 'volume', { tiers, flatAtZero: input.bill_flat_at_zero });
    expect(input.cases.map(({ quantity }) => amount(value, quantity))).toEqual(expected.cases.map((one) => one.amount));
  });

  it('package-01', () => {
    const { input, expected } = example('package-01');
    const value = price('package', { price: of(input.package_price!), size: of(input.package_size!), free: of(input.free_units!) });
    expect(input.cases.map(({ quantity }) => amount(value, quantity))).toEqual(expected.cases.map((one) => one.amount));
  });

  it.each(['tier_all-01', 'tier_top-01'])('%s: blocks', (id) => {
    const { input, expected } = example(id);
    let reached = ZERO;
    const tiers = input.tiers.unit.map((written) => {
      reached = add(reached, fromInteger(BigInt(written.block_size) * BigInt(written.max_blocks)));
      return { ...blankTier, upTo: reached, price: of(written.block_price), per: of(written.block_size) };
    });
    const value = price(id === 'tier_all-01' ? 'graduated' : 'volume', { tiers });
    expect(input.cases.map(({ usage }) => amount(value, usage.unit))).toEqual(expected.cases.map((one) => one.amount));
  });

  it('percentage-01: event by event', () => {
    const { input, expected } = example('percentage-01');
    const value = price('percentage', {
      rate: of(input.rate_percent!),
      minEach: of(input.min_per_event!),
      maxEach: of(input.max_per_event!),
    });
    const priced = priceEvents(value, events(...input.events));
    expect(priced.parts.map((part) => formatExact(part.amount))).toEqual(expected.per_event);
    expect(formatExact(priced.amount)).toBe(expected.amount);
  });

  it('percentage-07: on the total', () => {
    const { input, expected } = example('percentage-07');
    const value = price('percentage', {
      rate: of(input.rate_percent!),
      fixed: of(input.fixed_per_event!),
      freeAmount: of(input.free_amount!),
      freeEvents: input.free_events,
      freeOn: 'total',
    });
    const each = Array.from({ length: input.event_count }, () => ({ value: rational(BigInt(input.total!), BigInt(input.event_count)) }));
    expect(formatExact(priceEvents(value, each).amount)).toBe(expected.amount);
  });
});
