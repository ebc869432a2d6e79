// Plans and prices of a quote document.

import type { Period } from '../../../kernel/calendar/period.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import { powerOfTen, type RoundingMode, sign } from '../../../kernel/money/rational.ts';
import type { Commitment, Component, Plan, PriceChange, QuantityRounding } from '../../catalog/core/component.ts';
import type { PriceEntry } from '../../pricelists/core/price.ts';
import { readPrice } from '../../pricelists/core/read-price.ts';
import type { PriceDocument } from '../document-fields.ts';
import type { ComponentDocument, PlanDocument, QuoteDocument } from '../document-schema.ts';
import { readAmount, readDay, readDecimal, readMoment, refuse, unique } from './read-values.ts';

export interface ReadPlans {
  readonly plans: Map<string, Plan>;
  readonly components: Map<string, Component>;
  /** Prices written in the plans themselves. */
  readonly entries: PriceEntry[];
  /** Named item that a component's own quantity belongs to, by component ref. */
  readonly defaultItems: Map<string, string>;
}

export function readPlans(document: QuoteDocument): ReadPlans {
  const read: ReadPlans = { plans: new Map(), components: new Map(), entries: [], defaultItems: new Map() };
  const named = namedItemKeys(document);
  const keys = new Set<string>();
  document.plans.forEach((plan, index) => {
    const path = `plans[${index}]`;
    unique(keys, plan.key, 'plan.duplicate', `${path}.key`, 'Plan');
    const components = readComponents(plan, path, named, read);
    const commitment = readCommitment(plan, components, path);
    read.plans.set(plan.key, { key: plan.key, period: plan.period, commitment, components });
  });
  return read;
}

/** Component keys that any `item` fact names: they are counted by named items alone. */
function namedItemKeys(document: QuoteDocument): Set<string> {
  const keys = new Set<string>();
  for (const subscription of document.subscriptions) {
    for (const fact of subscription.timeline) if (fact.do === 'item') keys.add(componentKey(fact.component));
  }
  return keys;
}

/** Facts may name a component by its key or as plan/key. */
export function componentKey(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function readComponents(plan: PlanDocument, path: string, named: ReadonlySet<string>, read: ReadPlans): Component[] {
  const keys = new Set<string>();
  return plan.components.map((document, index) => {
    const at = `${path}.components[${index}]`;
    unique(keys, document.key, 'component.duplicate', `${at}.key`, 'Component');
    const component = readComponent(plan, document, at, named);
    read.components.set(component.ref, component);
    if (document.item !== null) read.defaultItems.set(component.ref, document.item);
    if (document.price !== undefined) read.entries.push(ownPrice(component, document.price, at));
    return component;
  });
}

function readComponent(plan: PlanDocument, document: ComponentDocument, path: string, named: ReadonlySet<string>): Component {
  const { kind } = document;
  const timing = document.timing ?? (kind === 'recurring' || kind === 'one_time' ? 'advance' : 'arrears');
  if (timing === 'advance' && (kind === 'metered' || kind === 'allocation')) {
    refuse(
      'component.measured_in_advance',
      `${path}.timing`,
      'What is measured is billed in arrears; leave "timing" out or make the component recurring.',
    );
  }
  const fraction = document.fraction ?? (kind === 'allocation' ? 'seconds' : 'days');
  if (fraction === 'none' && document.priceChange === 'at_once') {
    refuse(
      'component.whole_periods_at_once',
      `${path}.priceChange`,
      'With whole periods a price cannot change at once; choose "period" or another fraction.',
    );
  }
  checkPriceKind(kind, document.price, path);
  return {
    ref: `${plan.key}/${document.key}`,
    plan: plan.key,
    key: document.key,
    kind,
    timing,
    period: document.period ?? plan.period,
    quantity: readAmount(document.quantity, `${path}.quantity`),
    namedItems: named.has(document.key) || document.item !== null,
    pool: document.pool,
    fraction,
    charge: document.charge,
    partPeriods: document.partPeriods,
    priceChange: readPriceChange(document, path),
    inTrial: document.inTrial,
    meter: kind === 'metered' ? (document.meter ?? document.key) : null,
    aggregate: document.aggregate,
    roundQuantity: document.roundQuantity === undefined ? null : readRounding(document.roundQuantity, path),
    taxCategory: document.taxCategory,
  };
}

function checkPriceKind(kind: Component['kind'], price: PriceDocument | undefined, path: string): void {
  if (kind !== 'metered' && (price?.kind === 'percentage' || price?.kind === 'capacity')) {
    refuse('price.needs_usage', `${path}.price.kind`, `A ${price.kind} price needs usage; make the component metered.`);
  }
}

function readPriceChange(document: ComponentDocument, path: string): PriceChange {
  const change = document.priceChange;
  if (typeof change === 'string') return { kind: change };
  return { kind: 'until', day: readDay(change.until, `${path}.priceChange.until`) };
}

function readRounding(rounding: NonNullable<ComponentDocument['roundQuantity']>, path: string): QuantityRounding {
  const mode: RoundingMode = rounding.mode === 'ceil' ? 'up' : rounding.mode === 'floor' ? 'down' : rounding.mode;
  if (rounding.step !== undefined) {
    if (rounding.scale !== undefined)
      refuse('component.rounding_twice', `${path}.roundQuantity.scale`, 'Say either "scale" or "step"; leave the other out.');
    const step = readDecimal(rounding.step, `${path}.roundQuantity.step`);
    if (sign(step) <= 0) refuse('component.rounding_step', `${path}.roundQuantity.step`, 'The step must be above zero.');
    return { mode, step };
  }
  const scale = rounding.scale ?? 0;
  return { mode, step: scale >= 0 ? { n: 1n, d: powerOfTen(scale) } : { n: powerOfTen(-scale), d: 1n } };
}

function readCommitment(plan: PlanDocument, components: readonly Component[], path: string): Commitment | null {
  const document = plan.commitment;
  if (document === undefined || document === null) return null;
  const period = document.period ?? plan.period;
  const scope = document.components ?? null;
  for (const key of scope ?? []) {
    if (!components.some((component) => component.key === key)) {
      refuse('commitment.unknown_component', `${path}.commitment.components`, `The plan has no component "${key}"; correct the name.`, {
        component: key,
      });
    }
  }
  for (const component of components) {
    if (component.kind === 'one_time' || (scope !== null && !scope.includes(component.key))) continue;
    if (!nests(component.period, period)) {
      refuse(
        'commitment.periods_do_not_nest',
        `${path}.commitment.period`,
        `Periods of "${component.key}" do not fit wholly into the commitment's; choose a multiple.`,
        {
          component: component.key,
        },
      );
    }
  }
  return { amount: readAmount(document.amount, `${path}.commitment.amount`), components: scope, period, fraction: document.fraction };
}

/** Whether whole inner periods fill the outer one on a common grid. */
export function nests(inner: Period, outer: Period): boolean {
  const months = (period: Period): number => (period.unit === 'month' ? period.count : period.unit === 'year' ? period.count * 12 : 0);
  const days = (period: Period): number => (period.unit === 'day' ? period.count : period.unit === 'week' ? period.count * 7 : 0);
  if (inner.unit === 'hour') return outer.unit === 'hour' && outer.count % inner.count === 0;
  if (months(inner) > 0) return months(outer) > 0 && months(outer) % months(inner) === 0;
  if (inner.unit === 'day' && inner.count === 1) return outer.unit !== 'hour';
  return days(outer) > 0 && days(outer) % days(inner) === 0;
}

function ownPrice(component: Component, document: PriceDocument, path: string): PriceEntry {
  return {
    id: component.ref,
    component: component.ref,
    fromDay: null,
    recorded: Number.NEGATIVE_INFINITY,
    correction: false,
    price: readPrice(document, `${path}.price`),
    seller: null,
    audience: null,
    buyer: null,
  };
}

export function readPriceEntries(document: QuoteDocument, components: ReadonlyMap<string, Component>, zone: Zone): PriceEntry[] {
  return document.prices.map((entry, index) => {
    const path = `prices[${index}]`;
    const component = components.get(entry.component);
    if (component === undefined) {
      refuse('price.unknown_component', `${path}.component`, `No plan has a component "${entry.component}"; write plan/component.`, {
        component: entry.component,
      });
    }
    checkPriceKind(component.kind, entry.price, path);
    const fromDay = entry.from === null ? null : readDay(entry.from, `${path}.from`);
    const recorded =
      entry.recorded !== undefined
        ? readMoment(entry.recorded, zone, `${path}.recorded`)
        : fromDay === null
          ? Number.NEGATIVE_INFINITY
          : zone.startOfDay(fromDay);
    if (fromDay !== null && !entry.correction && zone.dayOf(recorded) > fromDay) {
      refuse(
        'price.backdated',
        `${path}.from`,
        'The price begins before it was recorded; say "correction": true if it shall re-rate the past.',
      );
    }
    return {
      id: `${entry.component}#${index}`,
      component: entry.component,
      fromDay,
      recorded,
      correction: entry.correction,
      price: readPrice(entry.price, `${path}.price`),
      seller: entry.seller,
      audience: entry.audience,
      buyer: entry.buyer,
    };
  });
}
