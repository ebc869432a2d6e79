// An extra item (C7) as the engine sees it: a subscription of its own with one component and its own price.
import { ZERO } from '../../../kernel/money/rational.ts';
import type { Component, Plan } from '../../catalog/core/component.ts';
import { blankPrice } from '../../pricelists/core/blank-price.ts';
import type { Price, PriceEntry } from '../../pricelists/core/price.ts';
import type { Fact } from '../../subscriptions/core/fact.ts';
import type { AccountFacts, ExtraItem, PriceSource, SubscriptionFacts, UsageSource } from './engine.ts';

const NO_USAGE: UsageSource = { quantity: () => ZERO, events: () => [] };

export const extraItemPriceId = (item: string): string => `item:${item}`;

/** The price of an item, as its line shows it. */
export function extraItemPrice(item: ExtraItem): Price {
  return { ...blankPrice('unit'), price: item.amount };
}

export function extraItemSubscription(account: AccountFacts, item: ExtraItem): { facts: AccountFacts; subscription: SubscriptionFacts } {
  const component: Component = {
    ref: item.id,
    plan: item.id,
    key: item.id,
    kind: item.every === null ? 'one_time' : 'recurring',
    timing: 'advance',
    period: item.every ?? { unit: 'month', count: 1 },
    quantity: item.quantity,
    namedItems: false,
    pool: null,
    fraction: 'days',
    charge: 'time',
    partPeriods: 'by_days',
    priceChange: { kind: 'period' },
    inTrial: true,
    meter: null,
    aggregate: 'sum',
    roundQuantity: null,
    taxCategory: item.taxCategory,
  };
  const plan: Plan = { key: item.id, period: component.period, commitment: null, components: [component] };
  return {
    facts: {
      ...account,
      plans: new Map([[plan.key, plan]]),
      components: new Map([[component.ref, component]]),
      prices: itemPrices(item),
      fixedDiscounts: [],
    },
    subscription: {
      id: item.id,
      taxCategory: item.taxCategory,
      facts: itemFacts(item),
      usage: NO_USAGE,
      since: item.every === null ? null : account.itemsSince,
    },
  };
}

function itemFacts(item: ExtraItem): Fact[] {
  const base = { recorded: item.recorded, id: null };
  const start: Fact = {
    ...base,
    kind: 'start',
    at: item.at,
    sequence: 0,
    plan: item.id,
    quantities: new Map(),
    anchor: null,
    anchorOn: null,
    trialUntil: null,
  };
  return item.until === null ? [start] : [start, { ...base, kind: 'end', at: item.until, sequence: 1 }];
}

function itemPrices(item: ExtraItem): PriceSource {
  const entry: PriceEntry = {
    id: extraItemPriceId(item.id),
    component: item.id,
    fromDay: null,
    recorded: Number.NEGATIVE_INFINITY,
    correction: false,
    price: extraItemPrice(item),
    seller: null,
    audience: null,
    buyer: null,
  };
  return { priceOn: () => entry, changesWithin: () => [], priceById: () => entry.price };
}
