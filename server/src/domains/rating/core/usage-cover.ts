// Where the usage of one meter goes over time: which components bill it, and why nothing does in between. Decided here for quotes and books.
import type { Component, Plan } from '../../catalog/core/component.ts';
import type { Grid } from '../../subscriptions/core/grid.ts';
import type { SubscriptionState } from '../../subscriptions/core/timeline.ts';
import type { Interval, Terms } from './engine.ts';
import type { SubscriptionView } from './subscription-view.ts';
import { type Track, trackOf } from './track.ts';

export type UncoveredReason = 'before_start' | 'after_end' | 'paused' | 'in_trial' | 'meter_not_sold' | 'nothing_held';

export interface UncoveredStretch extends Interval {
  readonly reason: UncoveredReason;
}

/** A component, or one named item of it, that bills the meter's events inside its intervals. */
export interface UsageTaker {
  readonly component: Component;
  readonly item: string | null;
  readonly grid: Grid;
  readonly track: Track;
  /** Ascending instants, without overlap. */
  readonly intervals: readonly Interval[];
}

export interface UsageCover {
  readonly takers: readonly UsageTaker[];
  /** All other time, from minus to plus infinity. */
  readonly uncovered: readonly UncoveredStretch[];
}

export interface CoverContext {
  readonly terms: Terms;
  readonly plans: ReadonlyMap<string, Plan>;
  /** The meters that a component may read: its own and those that its prices name. */
  readonly metersOf: (component: Component) => ReadonlySet<string>;
}

const ALWAYS: Interval = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** `view` is null before anything has started. */
export function usageCover(view: SubscriptionView | null, context: CoverContext, meter: string): UsageCover {
  if (view === null) return { takers: [], uncovered: [{ ...ALWAYS, reason: 'before_start' }] };
  const readers = plansOf(view, context).flatMap((plan) => plan.components.filter((component) => reads(component, context, meter)));
  const takers = readers.flatMap((component) => takersOf(view, component, context.terms));
  const gaps = takers.reduce<readonly Interval[]>((left, taker) => without(left, taker.intervals), [ALWAYS]);
  return { takers, uncovered: gaps.flatMap((gap) => reasonsIn(gap, view, context, meter, readers)) };
}

export function reasonAt({ uncovered }: UsageCover, at: number): UncoveredReason | null {
  return uncovered.find((stretch) => stretch.from <= at && at < stretch.to)?.reason ?? null;
}

const reads = (component: Component, { metersOf }: CoverContext, meter: string): boolean =>
  component.kind === 'metered' && metersOf(component).has(meter);

function plansOf(view: SubscriptionView, { plans }: CoverContext): Plan[] {
  const refs = new Set(view.known.flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : [])));
  return [...refs].flatMap((ref) => plans.get(ref) ?? []);
}

function takersOf(view: SubscriptionView, component: Component, { zone, minimumStay }: Terms): UsageTaker[] {
  const grid = view.gridOf(component.period);
  const timeline = view.timeline(grid);
  const named = timeline.counted.flatMap((fact) => (fact.kind === 'item' && fact.component === component.key ? [fact.item] : []));
  return [null, ...new Set(named)].map((item) => {
    const track = trackOf(timeline, component, item, zone, minimumStay);
    return { component, item, grid, track, intervals: joined(track.exact()) };
  });
}

/** A gap is cut where the state changes, and each part has the reason of its state. */
function reasonsIn(
  gap: Interval,
  view: SubscriptionView,
  context: CoverContext,
  meter: string,
  readers: readonly Component[],
): UncoveredStretch[] {
  const [plan] = plansOf(view, context);
  const period = readers[0]?.period ?? plan?.period;
  if (period === undefined) return [{ ...gap, reason: 'before_start' }];
  const segments = view.timeline(view.gridOf(period)).exact;
  const first = segments[0]?.from ?? Number.POSITIVE_INFINITY;
  const parts: UncoveredStretch[] = [];
  const add = (from: number, to: number, reason: UncoveredReason): void => {
    const part = { from: Math.max(from, gap.from), to: Math.min(to, gap.to), reason };
    const last = parts[parts.length - 1];
    if (part.from >= part.to) return;
    if (last?.reason === reason) parts[parts.length - 1] = { ...last, to: part.to };
    else parts.push(part);
  };
  add(gap.from, first, 'before_start');
  for (const { from, to, state } of segments) add(from, to, reasonOf(state, context, meter));
  return parts;
}

function reasonOf(state: SubscriptionState, context: CoverContext, meter: string): UncoveredReason {
  if (state.phase === 'none') return 'before_start';
  if (state.phase === 'ended') return 'after_end';
  if (state.phase === 'paused') return 'paused';
  const readers = (context.plans.get(state.plan ?? '')?.components ?? []).filter((component) => reads(component, context, meter));
  if (readers.length === 0) return 'meter_not_sold';
  return state.trial && !readers.some((component) => component.inTrial) ? 'in_trial' : 'nothing_held';
}

function joined(stretches: readonly Interval[]): Interval[] {
  const intervals: Interval[] = [];
  for (const { from, to } of stretches) {
    const last = intervals[intervals.length - 1];
    if (last !== undefined && last.to === from) intervals[intervals.length - 1] = { from: last.from, to };
    else intervals.push({ from, to });
  }
  return intervals;
}

/** What of some intervals lies in none of the others. */
export function without(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  return others.reduce<Interval[]>(
    (left, other) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ].filter((part) => part.from < part.to),
      ),
    [...intervals],
  );
}

export function insideOf(intervals: readonly Interval[], { from, to }: Interval): Interval[] {
  return intervals
    .map((interval) => ({ from: Math.max(interval.from, from), to: Math.min(interval.to, to) }))
    .filter((part) => part.from < part.to);
}
