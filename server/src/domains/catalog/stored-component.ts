// A component's and a plan's rules as the database keeps them, and back. The shape is a quote document's with nothing left out.

import { formatDay } from '../../kernel/calendar/civil.ts';
import type { Period } from '../../kernel/calendar/period.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { readDay, readDecimal } from '../../kernel/stored-values.ts';
import type { Commitment, Component, PriceChange } from './core/component.ts';

type StoredPriceChange = 'period' | 'at_once' | { readonly until: string };

export interface StoredComponent extends Omit<Component, 'ref' | 'plan' | 'key' | 'quantity' | 'priceChange' | 'roundQuantity'> {
  readonly quantity: string;
  readonly priceChange: StoredPriceChange;
  readonly roundQuantity: { readonly mode: NonNullable<Component['roundQuantity']>['mode']; readonly step: string } | null;
}

export interface StoredPlan {
  readonly period: Period;
  readonly commitment: {
    readonly amount: string;
    readonly components: readonly string[] | null;
    readonly period: Period;
    readonly fraction: Commitment['fraction'];
  } | null;
}

export function storedComponent(component: Component): StoredComponent {
  const { ref: _ref, plan: _plan, key: _key, ...rules } = component;
  return {
    ...rules,
    quantity: formatExact(component.quantity),
    priceChange: component.priceChange.kind === 'until' ? { until: formatDay(component.priceChange.day) } : component.priceChange.kind,
    roundQuantity:
      component.roundQuantity === null ? null : { mode: component.roundQuantity.mode, step: formatExact(component.roundQuantity.step) },
  };
}

export function componentFromStored(place: { ref: string; plan: string; key: string }, stored: StoredComponent): Component {
  return {
    ...stored,
    ...place,
    quantity: readDecimal(stored.quantity),
    priceChange: readPriceChange(stored.priceChange),
    roundQuantity: stored.roundQuantity === null ? null : { mode: stored.roundQuantity.mode, step: readDecimal(stored.roundQuantity.step) },
  };
}

export function storedPlan(plan: { period: Period; commitment: Commitment | null }): StoredPlan {
  const commitment = plan.commitment === null ? null : { ...plan.commitment, amount: formatExact(plan.commitment.amount) };
  return { period: plan.period, commitment };
}

export function commitmentFromStored(stored: StoredPlan): Commitment | null {
  return stored.commitment === null ? null : { ...stored.commitment, amount: readDecimal(stored.commitment.amount) };
}

function readPriceChange(stored: StoredPriceChange): PriceChange {
  return typeof stored === 'string' ? { kind: stored } : { kind: 'until', day: readDay(stored.until) };
}
