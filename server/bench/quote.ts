// How many subscription periods the pure engine decides a second, young and old, beside the bare arithmetic of the same amounts.

import type { Component, Plan } from '../src/domains/catalog/core/component.ts';
import { blankPrice } from '../src/domains/pricelists/core/blank-price.ts';
import type { PriceEntry } from '../src/domains/pricelists/core/price.ts';
import { priceBook } from '../src/domains/pricelists/core/price-book.ts';
import { type AccountFacts, rateAccount } from '../src/domains/rating/index.ts';
import type { Fact } from '../src/domains/subscriptions/core/fact.ts';
import { dayFromCivil } from '../src/kernel/calendar/civil.ts';
import { findZone } from '../src/kernel/calendar/zone.ts';
import { fromInteger, multiply, ONE, type Rational, rational, toMinor } from '../src/kernel/money/rational.ts';
import type { Figure } from './figure.ts';

const MONTH = { unit: 'month', count: 1 } as const;
const zone = findZone('Europe/Berlin')!;

function component(key: string, kind: Component['kind'], over: Partial<Component> = {}): Component {
  return {
    ref: `P/${key}`,
    plan: 'P',
    key,
    kind,
    timing: kind === 'recurring' ? 'advance' : 'arrears',
    period: MONTH,
    quantity: ONE,
    namedItems: false,
    pool: null,
    fraction: kind === 'allocation' ? 'seconds' : 'days',
    charge: 'time',
    partPeriods: 'by_days',
    priceChange: { kind: 'period' },
    inTrial: false,
    meter: kind === 'metered' ? key : null,
    aggregate: 'sum',
    roundQuantity: null,
    taxCategory: 'standard',
    ...over,
  };
}

const components = [
  component('base', 'recurring'),
  component('seat', 'recurring', { quantity: fromInteger(5) }),
  component('cpu', 'allocation', { quantity: fromInteger(4) }),
  component('traffic', 'metered'),
  component('storage', 'metered'),
];

const plan: Plan = {
  key: 'P',
  period: MONTH,
  components,
  commitment: { amount: fromInteger(40), components: null, period: MONTH, fraction: 'days' },
};

const entries: PriceEntry[] = components.map((one, index) => ({
  id: one.ref,
  component: one.ref,
  fromDay: null,
  recorded: Number.NEGATIVE_INFINITY,
  correction: false,
  price: { ...blankPrice('unit'), price: rational(BigInt(299 + index * 100), 100n) },
  seller: null,
  audience: null,
  buyer: null,
}));

/** An account whose subscription is `age` months old and changed its seats in this month. */
function accountOf(age: number, usage: Rational): AccountFacts {
  const month = (index: number): number => dayFromCivil(2010 + Math.floor(index / 12), (index % 12) + 1, 1);
  const start = zone.startOfDay(month(0));
  const change = zone.startOfDay(month(age) - 10);
  const base = { id: null, sequence: 0 };
  const facts: Fact[] = [
    {
      ...base,
      kind: 'start',
      at: start,
      recorded: start,
      plan: 'P',
      quantities: new Map(),
      anchor: null,
      anchorOn: null,
      trialUntil: null,
    },
    { ...base, kind: 'quantity', at: change, recorded: change, component: 'seat', value: fromInteger(6), sequence: 1 },
  ];
  return {
    terms: {
      currency: 'EUR',
      digits: 2,
      zone,
      rounding: 'half_up',
      anchor: { kind: 'start' },
      fullPeriod: 'anchor',
      changes: { upgrade: 'next_cycle', downgrade: 'next_cycle' },
      changeDay: 'new',
      cancellationDay: 'free',
      minimumStay: true,
      interim: [],
      closedUntil: null,
      greatestAgeDays: 400,
    },
    plans: new Map([['P', plan]]),
    components: new Map(components.map((one) => [one.ref, one])),
    prices,
    subscriptions: [{ id: 's', taxCategory: null, facts, usage: { quantity: () => usage, events: () => [] }, since: month(age) - 31 }],
    items: [],
    ratedThrough: null,
    itemsSince: null,
    credits: [],
    fixedDiscounts: [],
    treatment: () => treatment,
  };
}

const prices = priceBook(entries, null);
const treatment = { category: 'standard', rates: [] };

function periodsPerSecond(age: number, periods: number): number {
  const day = dayFromCivil(2010 + Math.floor(age / 12), (age % 12) + 1, 1);
  const run = { day, knownBefore: zone.startOfDay(day + 1) };
  const accounts = Array.from({ length: Math.min(periods, 2000) }, (_, index) => accountOf(age, rational(BigInt(index * 7919), 1000n)));
  for (const account of accounts.slice(0, 500)) rateAccount(account, [], run);
  const began = process.hrtime.bigint();
  let lines = 0;
  for (let done = 0; done < periods; done += 1) {
    for (const step of rateAccount(accounts[done % accounts.length]!, [], run).steps) lines += step.lines.length;
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (lines < periods * 5) throw new Error(`The bench bills ${lines} lines over ${periods} periods; it must bill at least five a period.`);
  return periods / seconds;
}

/** The same number of amounts by multiplication and rounding alone. */
function bareArithmetic(periods: number): number {
  const fraction = rational(19n, 31n);
  const began = process.hrtime.bigint();
  let total = 0n;
  for (let done = 0; done < periods; done += 1) {
    for (const entry of entries) total += toMinor(multiply(multiply(entry.price.price, fromInteger(done)), fraction), 2, 'half_up');
    total += toMinor(multiply(fromInteger(40), fraction), 2, 'half_up');
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (total === 0n) throw new Error('The floor computed nothing.');
  return periods / seconds;
}

export interface QuoteBenchOptions {
  readonly periods: number;
}

export function benchQuote({ periods }: QuoteBenchOptions): Figure[] {
  const floor = bareArithmetic(periods);
  const young = periodsPerSecond(12, periods);
  const old = periodsPerSecond(120, periods);
  return [
    { name: 'quote.periods_at_12_months', value: young, unit: 'periods/s', floor },
    { name: 'quote.periods_at_120_months', value: old, unit: 'periods/s', floor },
  ];
}
