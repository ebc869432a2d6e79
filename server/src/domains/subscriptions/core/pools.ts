// What the services of an account hold of a maximum that they share: of 8 CPUs, 2 and 4 are in use, so at most 2 more.
import { add, compare, negate, type Rational, sign, subtract, ZERO } from '../../../kernel/money/rational.ts';
import type { Component, Plan } from '../../catalog/core/component.ts';
import type { Fact } from './fact.ts';
import { byEffect, withoutVoided } from './known-facts.ts';
import { isOutOfService, quantityIn, type Segment, type SubscriptionState, timelineOf } from './timeline.ts';

/** How large a pool is from an instant on, until the next terms begin. */
export interface PoolTerms {
  readonly from: number;
  /** Null: there is no limit. */
  readonly maximum: Rational | null;
  draws(component: Component): boolean;
}

export interface HoldingService {
  /** The subscription's name. */
  readonly id: string;
  readonly segments: readonly Segment[];
}

/** A stretch of time in which as much is held; it ends where the next begins. */
export interface PoolStretch {
  readonly from: number;
  readonly held: Rational;
  readonly maximum: Rational | null;
}

export interface Holding {
  readonly subscription: string;
  readonly held: Rational;
}

/** Everything that was told counts, whenever it is billed. */
export function holdingService(id: string, facts: readonly Fact[], plans: ReadonlyMap<string, Plan>): HoldingService {
  return { id, segments: timelineOf(withoutVoided(facts).sort(byEffect), plans) };
}

/** In order of time, from the first service or the first terms on. `terms` are in order of time. */
export function heldOverTime(
  services: readonly HoldingService[],
  terms: readonly PoolTerms[],
  plans: ReadonlyMap<string, Plan>,
): PoolStretch[] {
  const stretches: PoolStretch[] = [];
  terms.forEach((term, index) => {
    const until = terms[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const changes = new Map<number, Rational>(Number.isFinite(term.from) ? [[term.from, ZERO]] : []);
    const change = (at: number, by: Rational): void => void changes.set(at, add(changes.get(at) ?? ZERO, by));
    for (const { segments } of services) {
      for (const { from, to, state } of segments) {
        const held = heldIn(state, term, plans);
        if (sign(held) === 0 || from >= until || to <= term.from) continue;
        change(Math.max(from, term.from), held);
        if (to < until) change(to, negate(held));
      }
    }
    let held = ZERO;
    for (const [from, by] of [...changes].sort(([one], [other]) => one - other)) {
      held = add(held, by);
      stretches.push({ from, held, maximum: term.maximum });
    }
  });
  return stretches;
}

/** Who holds how much of it at an instant. */
export function holdersAt(services: readonly HoldingService[], terms: PoolTerms, plans: ReadonlyMap<string, Plan>, at: number): Holding[] {
  return services.flatMap(({ id, segments }) => {
    const state = segments.findLast((segment) => segment.from <= at)?.state;
    const held = state === undefined ? ZERO : heldIn(state, terms, plans);
    return sign(held) === 0 ? [] : [{ subscription: id, held }];
  });
}

export function isExceeded({ held, maximum }: PoolStretch): boolean {
  return maximum !== null && compare(held, maximum) > 0;
}

/** What is left of it; nothing where it is exceeded, null where there is no limit. */
export function leftOf({ held, maximum }: PoolStretch): Rational | null {
  if (maximum === null) return null;
  const left = subtract(maximum, held);
  return sign(left) < 0 ? ZERO : left;
}

/** The stretch that an instant lies in; null before the first. */
export function stretchAt(stretches: readonly PoolStretch[], at: number): PoolStretch | null {
  return stretches.findLast((stretch) => stretch.from <= at) ?? null;
}

/**
 * Where more would be held than before and than there is; null: nowhere. Holding less is never refused, whatever others hold.
 * `left` is what there was to take at that instant.
 */
export function firstExhausted(
  before: readonly PoolStretch[],
  after: readonly PoolStretch[],
): { readonly at: number; readonly maximum: Rational; readonly left: Rational } | null {
  const instants = new Set([...before, ...after].map((stretch) => stretch.from));
  for (const at of [...instants].sort((one, other) => one - other)) {
    const now = stretchAt(after, at);
    if (now === null || now.maximum === null || !isExceeded(now)) continue;
    const earlier = stretchAt(before, at) ?? { ...now, held: ZERO };
    if (compare(now.held, earlier.held) > 0) return { at, maximum: now.maximum, left: leftOf({ ...now, held: earlier.held })! };
  }
  return null;
}

function heldIn(state: SubscriptionState, terms: PoolTerms, plans: ReadonlyMap<string, Plan>): Rational {
  if (isOutOfService(state.phase)) return ZERO;
  let held = ZERO;
  for (const component of plans.get(state.plan ?? '')?.components ?? []) {
    if (terms.draws(component)) held = add(held, quantityHeld(state, component));
  }
  return held;
}

function quantityHeld(state: SubscriptionState, component: Component): Rational {
  let held = quantityIn(state, component.key, null, component.namedItems ? null : component.quantity) ?? ZERO;
  for (const value of state.items.get(component.key)?.values() ?? []) held = add(held, value);
  return held;
}
