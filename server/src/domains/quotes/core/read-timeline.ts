// Subscriptions, usage and everything beside the catalog of a quote document.
import type { Zone } from '../../../kernel/calendar/zone.ts';
import { compare, formatExact, fromInteger, type Rational, subtract } from '../../../kernel/money/rational.ts';
import type { Component } from '../../catalog/core/component.ts';
import type { ExtraItem, FixedDiscount, ItemCredit } from '../../rating/core/engine.ts';
import type { Fact } from '../../subscriptions/core/fact.ts';
import { byEffect, withoutVoided } from '../../subscriptions/core/known-facts.ts';
import { heldOverTime, holdingService, isExceeded } from '../../subscriptions/core/pools.ts';
import type { UsageEvent } from '../../usage/core/event.ts';
import type { FactDocument, QuoteDocument } from '../document-schema.ts';
import { componentKey, type ReadPlans } from './read-plans.ts';
import { readAmount, readAnchor, readDay, readDecimal, readMoment, refuse, unique } from './read-values.ts';

export interface ReadSubscription {
  readonly id: string;
  readonly taxCategory: string | null;
  readonly facts: readonly Fact[];
}

export function readSubscriptions(document: QuoteDocument, read: ReadPlans, zone: Zone): ReadSubscription[] {
  const ids = new Set<string>();
  return document.subscriptions.map((subscription, index) => {
    const path = `subscriptions[${index}]`;
    unique(ids, subscription.id, 'subscription.duplicate', `${path}.id`, 'Subscription');
    const factIds = new Set<string>();
    const facts = subscription.timeline.flatMap((fact, place) => {
      const at = `${path}.timeline[${place}]`;
      if (fact.id !== undefined) unique(factIds, fact.id, 'timeline.duplicate_fact', `${at}.id`, 'Fact');
      return readFact(fact, place, zone, read, at);
    });
    checkTimeline(facts, factIds, subscription.timeline, path);
    return { id: subscription.id, taxCategory: subscription.taxCategory, facts };
  });
}

function readFact(fact: FactDocument, place: number, zone: Zone, read: ReadPlans, path: string): Fact[] {
  const at = readMoment(fact.at, zone, `${path}.at`);
  const recorded = fact.recorded === undefined ? at : readMoment(fact.recorded, zone, `${path}.recorded`);
  const base = { at, recorded, id: fact.id ?? null, sequence: place * 1000 };
  switch (fact.do) {
    case 'start': {
      const start: Extract<Fact, { kind: 'start' }> = {
        ...base,
        kind: 'start',
        plan: knownPlan(fact.plan, read, `${path}.plan`),
        quantities: readQuantities(fact.quantities, read, `${path}.quantities`),
        anchor: fact.anchor === undefined ? null : readAnchor(fact.anchor, `${path}.anchor`),
        anchorOn: fact.anchorOn === undefined ? null : readDay(fact.anchorOn, `${path}.anchorOn`),
        trialUntil: fact.trialUntil === null ? null : readMoment(fact.trialUntil, zone, `${path}.trialUntil`),
      };
      if (start.trialUntil !== null && start.trialUntil < at)
        refuse('timeline.trial_ends_before_start', `${path}.trialUntil`, 'The trial ends before it begins; give a later day.');
      return [start, ...defaultItemFacts(fact.plan, base, read)];
    }
    case 'plan':
      return [
        {
          ...base,
          kind: 'plan',
          plan: knownPlan(fact.plan, read, `${path}.plan`),
          quantities: readQuantities(fact.quantities, read, `${path}.quantities`),
        },
        ...defaultItemFacts(fact.plan, base, read),
      ];
    case 'quantity':
      return [
        {
          ...base,
          kind: 'quantity',
          component: knownKey(fact.component, read, `${path}.component`),
          value: readAmount(fact.value, `${path}.value`),
        },
      ];
    case 'item': {
      const component = knownKey(fact.component, read, `${path}.component`);
      return [{ ...base, kind: 'item', component, item: fact.item, value: readAmount(fact.value, `${path}.value`) }];
    }
    case 'discount':
      return [readDiscount(fact, base, read, zone, path)];
    case 'anchor':
      return [{ ...base, kind: 'anchor', anchor: readAnchor(fact.anchor, `${path}.anchor`) }];
    case 'void':
      return [{ ...base, kind: 'void', ref: fact.ref }];
    default:
      return [{ ...base, kind: fact.do }];
  }
}

type FactBase = Pick<Fact, 'at' | 'recorded' | 'id' | 'sequence'>;

function readDiscount(fact: Extract<FactDocument, { do: 'discount' }>, base: FactBase, read: ReadPlans, zone: Zone, path: string): Fact {
  const percent = readAmount(fact.percent, `${path}.percent`);
  if (compare(percent, fromInteger(100)) > 0) refuse('discount.above_hundred', `${path}.percent`, 'A discount is at most 100 per cent.');
  const until = fact.until === undefined || fact.until === null ? null : readMoment(fact.until, zone, `${path}.until`);
  if (until !== null && until <= base.at)
    refuse('discount.ends_before_start', `${path}.until`, 'The discount ends before it begins; give a later day.');
  const component = fact.component === undefined || fact.component === null ? null : knownKey(fact.component, read, `${path}.component`);
  return { ...base, kind: 'discount', percent, until, component };
}

/** A component whose own quantity belongs to a named item brings that item with its plan. */
function defaultItemFacts(plan: string, base: FactBase, read: ReadPlans): Fact[] {
  const facts: Fact[] = [];
  for (const component of read.plans.get(plan)?.components ?? []) {
    const item = read.defaultItems.get(component.ref);
    if (item === undefined) continue;
    facts.push({
      ...base,
      sequence: base.sequence + facts.length + 1,
      kind: 'item',
      component: component.key,
      item,
      value: component.quantity,
    });
  }
  return facts;
}

function knownPlan(plan: string, read: ReadPlans, path: string): string {
  if (!read.plans.has(plan))
    refuse('plan.unknown', path, `There is no plan "${plan}" in this document; add it or correct the name.`, { plan });
  return plan;
}

function knownKey(named: string, read: ReadPlans, path: string): string {
  const key = componentKey(named);
  for (const component of read.components.values()) if (component.key === key) return key;
  return refuse('component.unknown', path, `No plan has a component "${named}"; add it or correct the name.`, { component: named });
}

function readQuantities(quantities: Record<string, string>, read: ReadPlans, path: string): Map<string, Rational> {
  return new Map(
    Object.entries(quantities).map(([key, value]) => [knownKey(key, read, `${path}.${key}`), readAmount(value, `${path}.${key}`)]),
  );
}

function checkTimeline(facts: readonly Fact[], ids: ReadonlySet<string>, timeline: readonly FactDocument[], path: string): void {
  timeline.forEach((fact, index) => {
    if (fact.do === 'void' && !ids.has(fact.ref)) {
      refuse(
        'timeline.unknown_fact',
        `${path}.timeline[${index}].ref`,
        `There is no fact with the id "${fact.ref}" to take back; correct the name.`,
        {
          ref: fact.ref,
        },
      );
    }
  });
  const starts = facts.filter((fact) => fact.kind === 'start').sort(byEffect);
  if (starts.length === 0)
    refuse('timeline.no_start', `${path}.timeline`, 'The subscription never starts; add a fact with "do": "start" that names its plan.');
  for (const fact of withoutVoided(facts)) {
    // A start that was taken back still counts here: its end was right when it was recorded.
    if (fact.kind !== 'end' || byEffect(starts[0]!, fact) < 0) continue;
    const index = Math.floor(fact.sequence / 1000);
    refuse(
      'timeline.ends_before_start',
      `${path}.timeline[${index}]`,
      'The subscription ends before it starts; correct one of the two days.',
    );
  }
}

export function readUsage(document: QuoteDocument, zone: Zone): UsageEvent[] {
  const seen = new Map<string, UsageEvent>();
  document.usage.forEach((event, index) => {
    const path = `usage[${index}]`;
    const at = readMoment(event.at, zone, `${path}.at`);
    const read: UsageEvent = {
      id: event.id,
      subscription: event.subscription,
      meter: event.meter,
      at,
      recorded: event.recorded === undefined ? at : readMoment(event.recorded, zone, `${path}.recorded`),
      value: readDecimal(event.value, `${path}.value`),
    };
    const before = seen.get(event.id);
    if (before !== undefined && !sameEvent(before, read)) {
      refuse('usage.id_reused', `${path}.id`, `Event "${event.id}" is there twice with different contents; give each its own id.`, {
        id: event.id,
      });
    }
    if (before === undefined) seen.set(event.id, read);
  });
  return [...seen.values()];
}

/** The same event sent twice counts once. */
function sameEvent(a: UsageEvent, b: UsageEvent): boolean {
  return a.subscription === b.subscription && a.meter === b.meter && a.at === b.at && compare(a.value, b.value) === 0;
}

export function readItems(document: QuoteDocument, read: ReadPlans, zone: Zone): ExtraItem[] {
  const ids = new Set<string>();
  return document.items.map((item, index) => {
    const path = `items[${index}]`;
    unique(ids, item.id, 'item.duplicate', `${path}.id`, 'Item');
    if (read.components.has(item.id)) {
      refuse('item.named_like_component', `${path}.id`, `"${item.id}" is a component's name; give the item another.`, { item: item.id });
    }
    const at = readMoment(item.at, zone, `${path}.at`);
    const until = item.until === null ? null : readMoment(item.until, zone, `${path}.until`);
    if (until !== null && until <= at)
      refuse('item.ends_before_start', `${path}.until`, 'The item ends before it begins; give a later day.');
    const amount = readDecimal(item.amount, `${path}.amount`);
    return {
      id: item.id,
      at,
      recorded: item.recorded === undefined ? at : readMoment(item.recorded, zone, `${path}.recorded`),
      amount,
      quantity: readAmount(item.quantity, `${path}.quantity`),
      taxCategory: item.taxCategory,
      every: item.every,
      until,
    };
  });
}

export function readFixedDiscounts(document: QuoteDocument, read: ReadPlans, zone: Zone, digits: number): FixedDiscount[] {
  const ids = new Set<string>();
  return document.discounts.map((discount, index) => {
    const path = `discounts[${index}]`;
    const id = discount.id ?? `discount-${index + 1}`;
    unique(ids, id, 'discount.duplicate', `${path}.id`, 'Discount');
    checkItemNames(discount.items, document, read, 'discount.unknown_item', `${path}.items`);
    const at = readMoment(discount.at, zone, `${path}.at`);
    const bound = readAmount(discount.bound, `${path}.bound`);
    return {
      id,
      at,
      recorded: discount.recorded === undefined ? at : readMoment(discount.recorded, zone, `${path}.recorded`),
      amount: readAmount(discount.amount, `${path}.amount`),
      boundMinor: (bound.n * 10n ** BigInt(digits)) / bound.d,
      items: discount.items,
    };
  });
}

export function readCredits(document: QuoteDocument, read: ReadPlans, zone: Zone): ItemCredit[] {
  const ids = new Set<string>();
  return document.credits.map((credit, index) => {
    const path = `credits[${index}]`;
    const id = credit.id ?? `credit-${index + 1}`;
    unique(ids, id, 'credit.duplicate', `${path}.id`, 'Credit');
    if (!isSold(credit.item, document, read)) {
      refuse('credit.unknown_item', `${path}.item`, `There is no item or plan/component "${credit.item}"; correct the name.`, {
        item: credit.item,
      });
    }
    if (isShared(credit.item, document, read)) {
      refuse(
        'credit.ambiguous',
        `${path}.item`,
        `Several subscriptions or named items have "${credit.item}", and the credit is for one; add an item with a negative amount instead.`,
        { item: credit.item },
      );
    }
    const at = readMoment(credit.at, zone, `${path}.at`);
    return {
      id,
      item: credit.item,
      at,
      recorded: credit.recorded === undefined ? at : readMoment(credit.recorded, zone, `${path}.recorded`),
      amount: readAmount(credit.amount, `${path}.amount`),
    };
  });
}

const isSold = (name: string, document: QuoteDocument, read: ReadPlans): boolean =>
  read.components.has(name) || document.items.some((item) => item.id === name);

function isShared(name: string, document: QuoteDocument, read: ReadPlans): boolean {
  const component = read.components.get(name);
  if (component === undefined) return false;
  const hasPlan = (fact: FactDocument): boolean => (fact.do === 'start' || fact.do === 'plan') && fact.plan === component.plan;
  return component.namedItems || document.subscriptions.filter(({ timeline }) => timeline.some(hasPlan)).length > 1;
}

/** A typing error would give a discount or a grant to nothing, in silence. */
export function checkItemNames(
  names: readonly string[] | null,
  document: QuoteDocument,
  read: ReadPlans,
  code: string,
  path: string,
): void {
  names?.forEach((name, index) => {
    if (!isSold(name, document, read))
      refuse(code, `${path}[${index}]`, `There is no item or plan/component "${name}"; correct the name.`, { item: name });
  });
}

/** A pool is a maximum shared by the services of an account: 8 CPUs, 2 and 4 in use, at most 2 more. */
export function checkPools(document: QuoteDocument, subscriptions: readonly ReadSubscription[], read: ReadPlans): void {
  const pools = Object.entries(document.account.pools);
  const services = pools.length === 0 ? [] : subscriptions.map(({ id, facts }) => holdingService(id, facts, read.plans));
  for (const [pool, text] of pools) {
    const maximum = readAmount(text, `account.pools.${pool}`);
    const terms = { from: Number.NEGATIVE_INFINITY, maximum, draws: (component: Component) => component.pool === pool };
    const exceeded = heldOverTime(services, [terms], read.plans).find(isExceeded);
    if (exceeded === undefined) continue;
    const { held } = exceeded;
    refuse(
      'pool.exceeded',
      `account.pools.${pool}`,
      `The pool "${pool}" holds ${formatExact(maximum)}, but ${formatExact(held)} are allocated; take back ${formatExact(subtract(held, maximum))}.`,
      { pool, maximum: formatExact(maximum), held: formatExact(held) },
    );
  }
  for (const component of read.components.values()) {
    if (component.pool !== null && !Object.hasOwn(document.account.pools, component.pool)) {
      refuse('pool.unknown', 'account.pools', `"${component.ref}" draws on the pool "${component.pool}"; say how much it holds.`, {
        pool: component.pool,
      });
    }
  }
}
