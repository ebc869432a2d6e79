// One component, or one named item of it, over time: when it is charged, for which quantity, and when it is in service at all.
import type { Zone } from '../../../kernel/calendar/zone.ts';
import { equals, type Rational } from '../../../kernel/money/rational.ts';
import type { Component } from '../../catalog/core/component.ts';
import { MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR, overlaid } from '../../subscriptions/core/charged-segments.ts';
import { discountFactor, quantityIn, type Segment, type SubscriptionState } from '../../subscriptions/core/timeline.ts';
import type { Interval } from './engine.ts';
import type { TimelineView } from './subscription-view.ts';

/** A stretch in which the component is charged. `from` and `to` are days or instants, as asked for. */
export interface ChargedStretch {
  readonly from: number;
  readonly to: number;
  readonly quantity: Rational;
  readonly factor: Rational;
}

export interface Track {
  readonly component: Component;
  readonly item: string | null;
  /** Charged stretches by civil days. */
  readonly byDays: readonly ChargedStretch[];
  /** Charged stretches by instants, minimum stay applied. */
  byInstants(): readonly ChargedStretch[];
  /** Charged by exact instants: where usage counts and peaks are taken. */
  exact(): readonly ChargedStretch[];
  /** In service or paused, trial included, by days and by exact instants: for entering, leaving and the end. */
  readonly presentDays: readonly Interval[];
  readonly presentInstants: readonly Interval[];
}

const isPresent = (state: SubscriptionState, component: Component, item: string | null): boolean =>
  (state.phase === 'active' || state.phase === 'paused') &&
  state.plan === component.plan &&
  (item === null || quantityIn(state, component.key, item, null) !== null);

function chargedQuantity(state: SubscriptionState, component: Component, item: string | null): Rational | null {
  if (state.phase !== 'active' || state.plan !== component.plan) return null;
  if (state.trial && !component.inTrial) return null;
  return quantityIn(state, component.key, item, component.namedItems ? null : component.quantity);
}

export function trackOf(view: TimelineView, component: Component, item: string | null, zone: Zone, minimumStay: boolean): Track {
  const days = item === null || !minimumStay ? view.days() : withMinimumItemDays(view, component, item, zone);
  const stay = component.period.unit === 'hour' ? MILLISECONDS_PER_HOUR : MILLISECONDS_PER_DAY;
  let instants: readonly ChargedStretch[] | null = null;
  let exact: readonly ChargedStretch[] | null = null;
  return {
    component,
    item,
    byDays: charged(days, component, item),
    byInstants: () => {
      instants ??= charged(heldItems(view, component, item, minimumStay ? stay : 0), component, item);
      return instants;
    },
    exact: () => {
      exact ??= charged(view.exact, component, item);
      return exact;
    },
    presentDays: present(days, component, item),
    presentInstants: present(view.exact, component, item),
  };
}

function charged(segments: readonly Segment[], component: Component, item: string | null): ChargedStretch[] {
  const stretches: ChargedStretch[] = [];
  for (const segment of segments) {
    const quantity = chargedQuantity(segment.state, component, item);
    if (quantity === null) continue;
    const factor = discountFactor(segment.state, component.key, component.ref);
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.to === segment.from && equals(last.quantity, quantity) && equals(last.factor, factor)) {
      stretches[stretches.length - 1] = { ...last, to: segment.to };
    } else stretches.push({ from: segment.from, to: segment.to, quantity, factor });
  }
  return stretches;
}

function present(segments: readonly Segment[], component: Component, item: string | null): Interval[] {
  const intervals: Interval[] = [];
  for (const segment of segments) {
    if (!isPresent(segment.state, component, item)) continue;
    const last = intervals[intervals.length - 1];
    if (last !== undefined && last.to === segment.from) intervals[intervals.length - 1] = { from: last.from, to: segment.to };
    else intervals.push({ from: segment.from, to: segment.to });
  }
  return intervals;
}

const holdsItem = (segment: Segment, key: string, item: string): boolean =>
  segment.state.phase === 'active' && quantityIn(segment.state, key, item, null) !== null;

/** Indices of exact segments in which a named item begins: set from nothing, with a start or a resumption. A plan move is neither beginning nor end. */
function itemBeginnings(segments: readonly Segment[], key: string, item: string): number[] {
  const beginnings: number[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const before = segments[index - 1];
    const wasHeld = before !== undefined && holdsItem(before, key, item);
    if (!wasHeld && holdsItem(segments[index]!, key, item)) beginnings.push(index);
  }
  return beginnings;
}

/** A named item is charged for the day it begins on, though it was gone by its end. */
function withMinimumItemDays(view: TimelineView, component: Component, item: string, zone: Zone): readonly Segment[] {
  const { key } = component;
  let days = view.days();
  for (const index of itemBeginnings(view.exact, key, item)) {
    const day = zone.dayOf(view.exact[index]!.from);
    if (days.some((segment) => segment.from <= day && day < segment.to && holdsItem(segment, key, item))) continue;
    let last = view.exact[index]!;
    for (let next = index + 1; next < view.exact.length && zone.dayOf(view.exact[next]!.from) <= day; next += 1) {
      if (holdsItem(view.exact[next]!, key, item)) last = view.exact[next]!;
    }
    if (chargedQuantity(last.state, component, item) !== null) days = overlaid(days, { from: day, to: day + 1, state: last.state });
  }
  return days;
}

function heldItems(view: TimelineView, component: Component, item: string | null, stay: number): readonly Segment[] {
  let segments = view.held(stay);
  if (item === null || stay === 0) return segments;
  for (const index of itemBeginnings(view.exact, component.key, item)) {
    let end = index;
    while (end + 1 < view.exact.length && holdsItem(view.exact[end + 1]!, component.key, item)) end += 1;
    const until = view.exact[index]!.from + stay;
    const last = view.exact[end]!;
    if (last.to >= until || chargedQuantity(last.state, component, item) === null) continue;
    segments = heldUntil(segments, { from: last.to, to: until, state: last.state }, component, item);
  }
  return segments;
}

/** Lays the held stretch only where the item is not charged anyway. */
function heldUntil(segments: readonly Segment[], held: Segment, component: Component, item: string): readonly Segment[] {
  let result = segments;
  let from = held.from;
  for (const segment of segments) {
    if (segment.to <= held.from || segment.from >= held.to || chargedQuantity(segment.state, component, item) === null) continue;
    if (from < segment.from) result = overlaid(result, { from, to: segment.from, state: held.state });
    from = Math.max(from, segment.to);
  }
  return from < held.to ? overlaid(result, { from, to: held.to, state: held.state }) : result;
}

/** The parts of stretches inside [from, to). */
export function within(stretches: readonly ChargedStretch[], from: number, to: number): ChargedStretch[] {
  const inside: ChargedStretch[] = [];
  for (const stretch of stretches) {
    if (stretch.from >= to) break;
    if (stretch.to <= from) continue;
    inside.push(
      stretch.from >= from && stretch.to <= to ? stretch : { ...stretch, from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) },
    );
  }
  return inside;
}

export function intervalsWithin(intervals: readonly Interval[], from: number, to: number): Interval[] {
  return intervals
    .filter((interval) => interval.to > from && interval.from < to)
    .map((interval) => ({ from: Math.max(interval.from, from), to: Math.min(interval.to, to) }));
}
