// The state of a subscription over time, by exact instants: what the facts say when they are replayed in order of effect.
import { compare, fromInteger, isZero, multiply, ONE, type Rational, rational, subtract } from '../../../kernel/money/rational.ts';
import type { Plan } from '../../catalog/core/component.ts';
import type { Fact } from './fact.ts';

export type Phase = 'none' | 'active' | 'paused' | 'ended';

interface Discount {
  readonly factor: Rational;
  readonly at: number;
  readonly until: number;
  readonly component: string | null;
}

export interface SubscriptionState {
  readonly phase: Phase;
  readonly plan: string | null;
  /** By component key, as facts named them. */
  readonly quantities: ReadonlyMap<string, Rational>;
  /** By component key and item. */
  readonly items: ReadonlyMap<string, ReadonlyMap<string, Rational>>;
  readonly discounts: readonly Discount[];
  readonly trial: boolean;
}

/** A stretch of equal state. `to` of the last one is Infinity. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly state: SubscriptionState;
}

export const isOutOfService = (phase: Phase): boolean => phase === 'none' || phase === 'ended';

const HUNDRED = fromInteger(100);

/** What percent discounts leave of a component's price in this state: 0.9 for ten per cent off. */
export function discountFactor(state: SubscriptionState, key: string, ref: string): Rational {
  let factor = ONE;
  for (const discount of state.discounts) {
    if (discount.component === null || discount.component === key || discount.component === ref) factor = multiply(factor, discount.factor);
  }
  return factor;
}

/** Segments from the first fact on; facts are those that count, in order of effect. */
export function timelineOf(facts: readonly Fact[], plans: ReadonlyMap<string, Plan>): Segment[] {
  const points = changePoints(facts);
  const discounts = facts.filter((fact) => fact.kind === 'discount').map(toDiscount);
  const segments: Segment[] = [];
  let working = emptyState();
  let next = 0;
  for (let index = 0; index < points.length; index += 1) {
    const at = points[index]!;
    for (; next < facts.length && facts[next]!.at <= at; next += 1) working = applyFact(working, facts[next]!, plans);
    const to = points[index + 1] ?? Number.POSITIVE_INFINITY;
    const last = segments[segments.length - 1];
    // Facts out of service make no new stretch: an end stays where it was.
    if (last !== undefined && last.state.phase === working.phase && isOutOfService(working.phase))
      segments[segments.length - 1] = { ...last, to };
    else segments.push({ from: at, to, state: frozen(working, discounts, at) });
  }
  return segments;
}

/** The state while facts are replayed. */
export interface WorkingState {
  phase: Phase;
  plan: string | null;
  quantities: Map<string, Rational>;
  items: Map<string, Map<string, Rational>>;
  trialUntil: number | null;
}

export function emptyState(): WorkingState {
  return { phase: 'none', plan: null, quantities: new Map(), items: new Map(), trialUntil: null };
}

function frozen(working: WorkingState, discounts: readonly Discount[], at: number): SubscriptionState {
  return {
    phase: working.phase,
    plan: working.plan,
    quantities: working.quantities,
    items: working.items,
    discounts: discounts.length === 0 ? discounts : discounts.filter((discount) => discount.at <= at && at < discount.until),
    trial: working.trialUntil !== null && at < working.trialUntil,
  };
}

function changePoints(facts: readonly Fact[]): number[] {
  const points = new Set<number>();
  for (const fact of facts) {
    points.add(fact.at);
    if (fact.kind === 'discount' && fact.until !== null && fact.until > fact.at) points.add(fact.until);
    if (fact.kind === 'start' && fact.trialUntil !== null && fact.trialUntil > fact.at) points.add(fact.trialUntil);
  }
  return [...points].sort((a, b) => a - b);
}

function toDiscount(fact: Extract<Fact, { kind: 'discount' }>): Discount {
  const left = subtract(HUNDRED, fact.percent);
  return {
    factor: rational(left.n, left.d * 100n),
    at: fact.at,
    until: fact.until ?? Number.POSITIVE_INFINITY,
    component: fact.component,
  };
}

/** Returns a new working state; maps are copied on change, since earlier segments keep the old ones. */
export function applyFact(state: WorkingState, fact: Fact, plans: ReadonlyMap<string, Plan>): WorkingState {
  const inService = state.phase === 'active' || state.phase === 'paused';
  switch (fact.kind) {
    case 'start': {
      if (inService) return movedTo(state, fact.plan, fact.quantities, plans);
      return {
        ...state,
        phase: 'active',
        plan: fact.plan,
        quantities: withEntries(state.quantities, fact.quantities),
        trialUntil: fact.trialUntil,
      };
    }
    case 'plan':
      return inService ? movedTo(state, fact.plan, fact.quantities, plans) : state;
    case 'quantity':
      return { ...state, quantities: withEntries(state.quantities, [[fact.component, fact.value]]) };
    case 'item': {
      const named = new Map(state.items.get(fact.component) ?? []);
      if (isZero(fact.value)) named.delete(fact.item);
      else named.set(fact.item, fact.value);
      return { ...state, items: withEntries(state.items, [[fact.component, named]]) };
    }
    case 'pause':
      return state.phase === 'active' ? { ...state, phase: 'paused' } : state;
    case 'resume':
      return state.phase === 'paused' ? { ...state, phase: 'active' } : state;
    case 'end':
      return { ...emptyState(), phase: state.phase === 'none' ? 'none' : 'ended' };
    default:
      return state;
  }
}

/** Components with the same key go on with the quantity held; all others begin with the new plan's own. */
function movedTo(
  state: WorkingState,
  planKey: string,
  named: ReadonlyMap<string, Rational>,
  plans: ReadonlyMap<string, Plan>,
): WorkingState {
  const left = plans.get(state.plan ?? '');
  const quantities = new Map<string, Rational>();
  for (const component of plans.get(planKey)?.components ?? []) {
    const before = left?.components.find((other) => other.key === component.key);
    const held =
      before === undefined ? undefined : (state.quantities.get(component.key) ?? (before.namedItems ? undefined : before.quantity));
    if (held !== undefined) quantities.set(component.key, held);
  }
  return { ...state, plan: planKey, quantities: withEntries(quantities, named) };
}

function withEntries<V>(map: ReadonlyMap<string, V>, entries: Iterable<readonly [string, V]>): Map<string, V> {
  const copy = new Map(map);
  for (const [key, value] of entries) copy.set(key, value);
  return copy;
}

/** The quantity of a component, or of one of its named items, in a state; null where it is not held at all. */
export function quantityIn(state: SubscriptionState, key: string, item: string | null, fallback: Rational | null): Rational | null {
  if (item !== null) return state.items.get(key)?.get(item) ?? null;
  return state.quantities.get(key) ?? fallback;
}

export function sameQuantity(a: Rational | null, b: Rational | null): boolean {
  return a === b || (a !== null && b !== null && compare(a, b) === 0);
}
