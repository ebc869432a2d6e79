// A subscription as a run sees it through one grid: which facts count, and the segments that follow from them, computed once each.
import type { Period } from '../../../kernel/calendar/period.ts';
import type { Plan } from '../../catalog/core/component.ts';
import { atPeriodEnd, type Judge, type SortedFacts, sortFacts } from '../../subscriptions/core/changes.ts';
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
import { byEffect, firstStart, withoutVoided } from '../../subscriptions/core/known-facts.ts';
import { type Segment, timelineOf } from '../../subscriptions/core/timeline.ts';
import type { PriceSource, Run, Terms } from './engine.ts';
import { planRank } from './plan-rank.ts';

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
  return history === null ? null : new FactsInView(known, history, context);
}

/** What is asked of every component is found out once for all that share a grid. */
class FactsInView implements SubscriptionView {
  readonly known: readonly Fact[];
  private readonly history: AnchorHistory;
  private readonly context: ViewContext;
  private readonly openUntil: number;
  private readonly lastRecorded: number;
  private readonly shifts: boolean;
  private readonly grids = new Map<string, Grid>();
  /** The same by the object that asks: it is asked again and again. */
  private readonly gridsByPeriod = new Map<Period, Grid>();
  private readonly timelines = new Map<Grid, TimelineView>();
  /** By the instant before which everything has reached its cycle. */
  private readonly sorted = new Map<number, SortedFacts>();
  private readonly timelinesByCycle = new Map<string, TimelineView>();

  constructor(known: readonly Fact[], history: AnchorHistory, context: ViewContext) {
    this.known = known;
    this.history = history;
    this.context = context;
    this.openUntil = orderClosesAt(known, context.terms);
    this.lastRecorded = known.reduce((last, fact) => Math.max(last, fact.recorded), Number.NEGATIVE_INFINITY);
    this.shifts = context.terms.changes.downgrade === 'period_end';
  }

  gridOf(period: Period): Grid {
    return once(this.gridsByPeriod, period, () =>
      once(this.grids, `${period.count}${period.unit}`, () => gridOf(period, this.history, this.context.terms.zone)),
    );
  }

  waiting(grid: Grid): readonly Fact[] {
    const until = this.cycleUntil(grid);
    return this.allCount(until) ? [] : this.sortedUntil(until).waiting;
  }

  timeline(grid: Grid): TimelineView {
    return once(this.timelines, grid, () => {
      const until = this.cycleUntil(grid);
      if (!this.shifts && this.allCount(until)) return this.timelineOfAll();
      const shift = this.shifts ? `${grid.period.count}${grid.period.unit}` : '';
      return once(this.timelinesByCycle, `${until} ${shift}`, () => {
        const { counted } = this.sortedUntil(until);
        return viewOf(this.shifts ? this.movedDown(counted, grid) : counted, this.context);
      });
    });
  }

  private timelineOfAll(): TimelineView {
    return once(this.timelinesByCycle, 'all', () => viewOf(withoutVoided(this.known).sort(byEffect), this.context));
  }

  /** Facts recorded before this instant have reached their cycle: the end of the day of the grid's last boundary. */
  private cycleUntil(grid: Grid): number {
    const { terms, run } = this.context;
    const { upgrade, downgrade } = terms.changes;
    if (upgrade === 'at_once' && downgrade !== 'next_cycle') return run.knownBefore;
    return Math.min(run.knownBefore, terms.zone.startOfDay(lastBoundary(grid, run.day) + 1));
  }

  /** The usual case: nothing waits, and no direction need be known. */
  private allCount(cycleUntil: number): boolean {
    return this.lastRecorded < Math.max(this.openUntil, cycleUntil);
  }

  private sortedUntil(cycleUntil: number): SortedFacts {
    const { openUntil, known, context } = this;
    return once(this.sorted, cycleUntil, () =>
      sortFacts(
        known,
        { openUntil, cycleUntil, rule: context.terms.changes },
        this.judge((fact) => fact.recorded + 1),
      ),
    );
  }

  private judge(pricesKnownBefore: (fact: Fact) => number): Judge {
    const { plans, prices, terms } = this.context;
    return {
      plans,
      rankOf: (plan, fact) => planRank(plans.get(plan), prices, terms.zone.dayOf(fact.at), pricesKnownBefore(fact)),
    };
  }

  /** Going down waits for the end of the period: of the component's grid, for a plan move of the plan that is left. */
  private movedDown(standing: readonly Fact[], grid: Grid): Fact[] {
    const { terms, plans, run } = this.context;
    return atPeriodEnd(
      standing,
      this.judge(() => run.knownBefore),
      (fact, plan) => {
        const left = fact.kind === 'plan' && plan !== null ? plans.get(plan) : undefined;
        const day = terms.zone.dayOf(fact.at);
        const end = firstBoundaryOnOrAfter(left === undefined ? grid : this.gridOf(left.period), day);
        return end === day ? fact.at : terms.zone.startOfDay(end);
      },
    );
  }
}

function once<Key, T>(cache: Map<Key, T>, key: Key, make: () => T): T {
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
