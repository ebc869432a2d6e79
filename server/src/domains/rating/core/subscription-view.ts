// A subscription as a run sees it through one grid: which facts count, and the segments that follow from them, computed once each.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Period } from '../../../kernel/calendar/period.ts';
import { add, divide, fromInteger, multiply, type Rational, rational, ZERO } from '../../../kernel/money/rational.ts';
import type { Plan } from '../../catalog/core/component.ts';
import { priceQuantity } from '../../pricelists/core/rate.ts';
import { daySegments, instantSegments } from '../../subscriptions/core/charged-segments.ts';
import type { Fact } from '../../subscriptions/core/fact.ts';
import {
  type AnchorHistory,
  anchorHistory,
  firstBoundaryOnOrAfter,
  type Grid,
  gridOf,
  lastBoundary,
} from '../../subscriptions/core/grid.ts';
import {
  byEffect,
  type Cut,
  countedFacts,
  type Direction,
  directions,
  firstStart,
  withoutVoided,
} from '../../subscriptions/core/known-facts.ts';
import { type Segment, timelineOf } from '../../subscriptions/core/timeline.ts';
import type { PriceSource, Run, Terms } from './engine.ts';

/** The segments of one set of counted facts. */
export interface TimelineView {
  readonly counted: readonly Fact[];
  readonly exact: readonly Segment[];
  /** By civil days. */
  days(): readonly Segment[];
  /** By instants, with beginnings held for at least `stay` milliseconds. */
  held(stay: number): readonly Segment[];
}

export interface SubscriptionView {
  readonly known: readonly Fact[];
  gridOf(period: Period): Grid;
  timeline(grid: Grid): TimelineView;
  /** Known facts that do not count yet. */
  waiting(grid: Grid): readonly Fact[];
}

export interface ViewContext {
  readonly terms: Terms;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly prices: PriceSource;
  readonly run: Run;
}

/** Null before anything has started. */
export function viewSubscription(facts: readonly Fact[], context: ViewContext): SubscriptionView | null {
  const { terms, run } = context;
  const known = facts.filter((fact) => fact.recorded < run.knownBefore);
  const history = anchorHistory(known, terms.anchor, terms.zone);
  if (history === null) return null;
  const allAtOnce = terms.changes.upgrade === 'at_once' && terms.changes.downgrade === 'at_once';
  let direction: ReadonlyMap<Fact, Direction> | null = null;
  const directionsOnce = (): ReadonlyMap<Fact, Direction> => {
    direction ??= directions(known, (plan, at) => planRank(context, plan, terms.zone.dayOf(at)));
    return direction;
  };
  const openUntil = orderClosesAt(known, terms);
  const grids = new Map<string, Grid>();
  const views = new Map<string, TimelineView>();
  const grid = (period: Period): Grid =>
    once(grids, `${period.count}${period.unit}`, () => gridOf(period, history as AnchorHistory, terms.zone));
  return {
    known,
    gridOf: grid,
    waiting: (of) => {
      if (allAtOnce) return [];
      const cut = cutOf(of, terms, run);
      return known.filter((fact) => fact.recorded >= openUntil && fact.recorded >= cut[directionsOnce().get(fact) ?? 'other']);
    },
    timeline: (of) => {
      if (allAtOnce) return once(views, '', () => viewOf(withoutVoided(known).sort(byEffect), context));
      const cut = cutOf(of, terms, run);
      const shifts = terms.changes.downgrade === 'period_end';
      const key = `${cut.upgrade} ${cut.downgrade} ${cut.other} ${shifts ? `${of.period.count}${of.period.unit}` : ''}`;
      return once(views, key, () => {
        const counted = countedFacts(known, cut, openUntil, directionsOnce());
        return viewOf(shifts ? atPeriodEnd(counted, of, context, directionsOnce(), grid) : counted, context);
      });
    },
  };
}

function once<T>(cache: Map<string, T>, key: string, make: () => T): T {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}

function viewOf(counted: readonly Fact[], { terms, plans }: ViewContext): TimelineView {
  const exact = timelineOf(counted, plans);
  let days: readonly Segment[] | null = null;
  const held = new Map<string, readonly Segment[]>();
  return {
    counted,
    exact,
    days: () => {
      days ??= daySegments(exact, terms);
      return days;
    },
    held: (stay) => once(held, String(stay), () => instantSegments(exact, stay)),
  };
}

/** Facts recorded by the day service first began belong to the order and are billed with it. */
function orderClosesAt(known: readonly Fact[], terms: Terms): number {
  const start = firstStart(known)!;
  const day = Math.max(terms.zone.dayOf(start.recorded), terms.zone.dayOf(start.at));
  return terms.zone.startOfDay(day + 1);
}

function cutOf(grid: Grid, terms: Terms, run: Run): Cut {
  const { upgrade, downgrade } = terms.changes;
  if (upgrade === 'at_once' && downgrade !== 'next_cycle')
    return { upgrade: run.knownBefore, downgrade: run.knownBefore, other: run.knownBefore };
  const nextCycle = Math.min(run.knownBefore, terms.zone.startOfDay(lastBoundary(grid, run.day) + 1));
  return {
    upgrade: upgrade === 'at_once' ? run.knownBefore : nextCycle,
    downgrade: downgrade === 'next_cycle' ? nextCycle : run.knownBefore,
    other: nextCycle,
  };
}

/** Going down waits for the end of the period: of the component's grid, for a plan move of the plan that is left. */
function atPeriodEnd(
  counted: readonly Fact[],
  grid: Grid,
  context: ViewContext,
  direction: ReadonlyMap<Fact, Direction>,
  gridFor: (period: Period) => Grid,
): Fact[] {
  const { zone } = context.terms;
  let plan: string | null = null;
  const moved = counted.map((fact) => {
    const left: string | null = plan;
    if (fact.kind === 'start' || fact.kind === 'plan') plan = fact.plan;
    if (direction.get(fact) !== 'downgrade' || (fact.kind !== 'quantity' && fact.kind !== 'item' && fact.kind !== 'plan')) return fact;
    const leftPlan = left === null ? undefined : context.plans.get(left);
    const of = fact.kind === 'plan' && leftPlan ? gridFor(leftPlan.period) : grid;
    const day = zone.dayOf(fact.at);
    const boundary = firstBoundaryOnOrAfter(of, day);
    return boundary === day ? fact : { ...fact, at: zone.startOfDay(boundary) };
  });
  return moved.sort(byEffect);
}

const DAYS: Readonly<Record<Period['unit'], Rational>> = {
  hour: rational(1n, 24n),
  day: fromInteger(1),
  week: fromInteger(7),
  month: rational(146_097n, 4_800n),
  year: rational(146_097n, 400n),
};

/** What a plan's recurring components cost per day, to tell an upgrade from a downgrade. */
function planRank(context: ViewContext, planKey: string, day: Day): Rational {
  let perDay = ZERO;
  for (const component of context.plans.get(planKey)?.components ?? []) {
    if (component.kind !== 'recurring' && component.kind !== 'allocation') continue;
    const entry = context.prices.priceOn(component.ref, day, context.run.knownBefore);
    if (entry === null) continue;
    const days = multiply(DAYS[component.period.unit], fromInteger(component.period.count));
    perDay = add(perDay, divide(priceQuantity(entry.price, component.quantity).amount, days));
  }
  return perDay;
}
