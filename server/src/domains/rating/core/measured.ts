// Windows that are priced by one measured quantity: allocation over time, peaks and final values, and metered usage. Billed in arrears.
import { add, fromInteger, maximum, multiply, ONE, type Rational, rational, roundToStep, ZERO } from '../../../kernel/money/rational.ts';
import type { Component } from '../../catalog/core/component.ts';
import type { PriceEntry } from '../../pricelists/core/price.ts';
import { type Priced, priceCapacity, priceEvents, priceQuantity } from '../../pricelists/core/rate.ts';
import { cellId } from './cell-key.ts';
import type { Interval, Piece, Window } from './engine.ts';
import { type ChargedStretch, type Track, within } from './track.ts';
import { arrearsDueOn, daysInService, entryOn, fullPeriod, keyOf, priceDayOf, priceSpans, type Truth, type TruthContext } from './truth.ts';

export interface MeasureOptions {
  /** Usage so far of a running window: least amounts are left out. */
  readonly interim: boolean;
}

/** 8 CPUs for half of a 30-day month at 10.00 each: 4 measured, 40.00. */
export function measuredTruth(context: TruthContext, track: Track, window: Window, options: MeasureOptions): Truth | null {
  const { component } = track;
  const exact = within(track.exact(), window.fromInstant, window.toInstant);
  const days = window.hourly ? [] : within(track.byDays, window.from, window.to);
  if (!isCharged(track, window, exact, days)) return null;
  const dueOn = arrearsDueOn(track, window, context.terms);
  const full = fullPeriod(track, window, context.terms);
  const pieces = spansOf(context, track, window, exact, days).map((span) => {
    const share = shareOf(track, window, span, full.to - full.from);
    const quantity = component.kind === 'metered' ? null : allocated(context, track, window, span, full);
    const factor = meanFactor(window.hourly ? span.exact : within(track.byDays, span.from, span.to), span.exact);
    return measuredPiece(context, component, span, { share, factor, quantity }, options);
  });
  const key = keyOf(context, track, window);
  return {
    id: cellId(key),
    key,
    kind: context.kind,
    pieces,
    dueOn,
    inAdvance: false,
    taxCategory: context.taxCategory ?? component.taxCategory,
    addedInside: false,
  };
}

/** Hours always count instants; days only where a quantity is weighted by seconds. */
const isBySeconds = (component: Component, window: Window): boolean =>
  window.hourly || (component.fraction === 'seconds' && (component.kind !== 'allocation' || component.charge === 'time'));

export function isChargedIn(track: Track, window: Window): boolean {
  const days = window.hourly ? [] : within(track.byDays, window.from, window.to);
  return isCharged(track, window, within(track.exact(), window.fromInstant, window.toInstant), days);
}

/** What is counted by days needs a charged day; usage and seconds need an instant, or the minimum stay. */
function isCharged(track: Track, window: Window, exact: readonly ChargedStretch[], days: readonly ChargedStretch[]): boolean {
  const bySeconds = isBySeconds(track.component, window);
  if (track.component.kind === 'allocation' && !bySeconds) return days.length > 0;
  return exact.length > 0 || days.length > 0 || (bySeconds && within(track.byInstants(), window.fromInstant, window.toInstant).length > 0);
}

/** A part of the window with one price: all of it, unless prices change at once. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly fromInstant: number;
  readonly toInstant: number;
  readonly hourly: boolean;
  readonly entry: PriceEntry;
  readonly exact: readonly ChargedStretch[];
}

function spansOf(
  context: TruthContext,
  track: Track,
  window: Window,
  exact: readonly ChargedStretch[],
  days: readonly ChargedStretch[],
): Span[] {
  const { zone } = context.terms;
  const { component } = track;
  const held = isBySeconds(component, window) ? within(track.byInstants(), window.fromInstant, window.toInstant) : [];
  const from = days[0]?.from ?? zone.dayOf((exact[0] ?? held[0])!.from);
  const lastInstant = Math.max(lastOf(exact), lastOf(held));
  const to = Math.max(days[days.length - 1]?.to ?? from, lastInstant === Number.NEGATIVE_INFINITY ? from : zone.dayOf(lastInstant - 1) + 1);
  if (component.priceChange.kind !== 'at_once') {
    const firstDay = held.length === 0 ? from : zone.dayOf(held[0]!.from);
    const entry = entryOn(context, component, priceDayOf(track, window, firstDay, context.terms));
    return [
      {
        from,
        to: Math.min(to, window.to),
        fromInstant: window.fromInstant,
        toInstant: window.toInstant,
        hourly: window.hourly,
        entry,
        exact,
      },
    ];
  }
  const firstInstant = Math.min(exact[0]?.from ?? Number.POSITIVE_INFINITY, held[0]?.from ?? Number.POSITIVE_INFINITY);
  const firstDay = firstInstant === Number.POSITIVE_INFINITY ? from : Math.min(from, zone.dayOf(firstInstant));
  return priceSpans(context, component, { from: firstDay, to: Math.min(to, window.to) }, false).map((span) => {
    const fromInstant = Math.max(window.fromInstant, zone.startOfDay(span.from));
    const toInstant = Math.min(window.toInstant, zone.startOfDay(span.to));
    return { ...span, fromInstant, toInstant, hourly: window.hourly, exact: within(exact, fromInstant, toInstant) };
  });
}

const lastOf = (stretches: readonly ChargedStretch[]): number => stretches[stretches.length - 1]?.to ?? Number.NEGATIVE_INFINITY;

/** Days in service over the days of the full window; hourly windows count instants. */
function shareOf(track: Track, window: Window, span: Span, fullDays: number): Rational {
  if (window.hourly) {
    let held = 0;
    for (const stretch of within(track.byInstants(), span.fromInstant, span.toInstant)) held += stretch.to - stretch.from;
    return rational(BigInt(held), BigInt(window.toInstant - window.fromInstant));
  }
  const from = Math.max(span.from, window.from);
  return rational(BigInt(daysInService(track, { ...window, from, to: Math.min(span.to, window.to) })), BigInt(fullDays));
}

function measuredPiece(
  context: TruthContext,
  component: Component,
  span: Span,
  { share, factor, quantity: allocation }: { readonly share: Rational; readonly factor: Rational; readonly quantity: Rational | null },
  options: MeasureOptions,
): Piece {
  const partShare = component.partPeriods === 'by_days' ? share : ONE;
  const entry = options.interim ? { ...span.entry, price: { ...span.entry.price, min: null } } : span.entry;
  const measured =
    allocation === null
      ? pricedUsage(context, component, entry, span.exact, partShare)
      : pricedAllocation(component, entry, allocation, partShare);
  const instants = span.hourly || (component.kind === 'allocation' && component.fraction === 'seconds' && component.charge === 'time');
  return {
    from: instants ? (span.exact[0]?.from ?? span.fromInstant) : span.from,
    to: instants ? Math.min(span.exact[span.exact.length - 1]?.to ?? span.toInstant, span.toInstant) : span.to,
    instants,
    whole: true,
    quantity: measured.quantity,
    priceId: span.entry.id,
    factor,
    fraction: share,
    gross: measured.priced.amount,
    net: multiply(measured.priced.amount, factor),
    parts: measured.priced.parts,
    credit: null,
  };
}

interface Measured {
  readonly quantity: Rational;
  readonly priced: Priced;
}

function pricedAllocation(component: Component, entry: PriceEntry, allocation: Rational, share: Rational): Measured {
  const quantity = rounded(component, allocation);
  return { quantity, priced: priceQuantity(entry.price, quantity, share) };
}

function pricedUsage(
  context: TruthContext,
  component: Component,
  entry: PriceEntry,
  intervals: readonly Interval[],
  share: Rational,
): Measured {
  const meter = component.meter ?? component.key;
  const { price } = entry;
  const total = (of: string): Rational =>
    rounded(component, maximum(ZERO, context.usage.quantity(of, component.aggregate, intervals, context.run.knownBefore)));
  if (price.kind === 'percentage') {
    const events = context.usage.events(meter, intervals, context.run.knownBefore);
    return { quantity: total(meter), priced: priceEvents(price, events, share) };
  }
  if (price.kind === 'capacity') {
    const meters = new Set(price.tiers.flatMap((tier) => [...(tier.limits?.keys() ?? [])]));
    const totals = new Map([...meters].map((name) => [name, total(name)]));
    return { quantity: totals.get(meter) ?? ZERO, priced: priceCapacity(price, totals, share) };
  }
  const quantity = total(meter);
  return { quantity, priced: priceQuantity(price, quantity, share) };
}

function rounded(component: Component, quantity: Rational): Rational {
  return component.roundQuantity === null ? quantity : roundToStep(quantity, component.roundQuantity.step, component.roundQuantity.mode);
}

/** What discounts leave on average over the days in service. */
function meanFactor(stretches: readonly ChargedStretch[], exact: readonly ChargedStretch[]): Rational {
  const first = stretches[0] ?? exact[0];
  if (first === undefined) return ONE;
  if (stretches.every((stretch) => stretch.factor === first.factor)) return first.factor;
  let weighted = ZERO;
  let length = 0;
  for (const stretch of stretches) {
    weighted = add(weighted, multiply(stretch.factor, fromInteger(stretch.to - stretch.from)));
    length += stretch.to - stretch.from;
  }
  return length === 0 ? first.factor : multiply(weighted, rational(1n, BigInt(length)));
}

/** The one quantity that an allocation is billed for in a span of its window. */
function allocated(context: TruthContext, track: Track, window: Window, span: Span, full: { from: number; to: number }): Rational {
  const { component } = track;
  switch (component.charge) {
    case 'time':
      return timeWeighted(context, track, window, span, full);
    case 'day_max':
      return dayMaximum(context, track, span, full);
    case 'max':
      return [...span.exact, ...within(track.byDays, span.from, span.to)].reduce(
        (greatest, stretch) => maximum(greatest, stretch.quantity),
        ZERO,
      );
    case 'end':
      return lastQuantity(context, track, span);
  }
}

/** The later of the last instant in service and the last charged day; a day left behind speaks at its beginning, a day with its own state at its end. */
function lastQuantity(context: TruthContext, track: Track, span: Span): Rational {
  const exact = span.exact.at(-1);
  const day = within(track.byDays, span.from, span.to).at(-1);
  if (day === undefined || exact === undefined) return (exact ?? day)?.quantity ?? ZERO;
  const { zone, changeDay } = context.terms;
  const spoken = changeDay === 'new' ? zone.startOfDay(day.to) - 1 : zone.startOfDay(day.to - 1);
  return exact.from > spoken ? exact.quantity : day.quantity;
}

function timeWeighted(context: TruthContext, track: Track, window: Window, span: Span, full: { from: number; to: number }): Rational {
  const { zone } = context.terms;
  const byDays = track.component.fraction === 'days' && !window.hourly;
  const stretches = byDays ? within(track.byDays, span.from, span.to) : within(track.byInstants(), span.fromInstant, span.toInstant);
  const length = byDays
    ? full.to - full.from
    : window.hourly
      ? window.toInstant - window.fromInstant
      : zone.startOfDay(full.to) - zone.startOfDay(full.from);
  let total = ZERO;
  for (const stretch of stretches) total = add(total, multiply(stretch.quantity, fromInteger(stretch.to - stretch.from)));
  return multiply(total, rational(1n, BigInt(length)));
}

/** A peak of one day is a day: each day in service counts its greatest quantity. */
function dayMaximum(context: TruthContext, track: Track, span: Span, full: { from: number; to: number }): Rational {
  const { zone } = context.terms;
  let total = ZERO;
  for (const stretch of within(track.byDays, span.from, span.to)) {
    for (let day = stretch.from; day < stretch.to; day += 1) {
      let peak = stretch.quantity;
      for (const held of within(track.exact(), zone.startOfDay(day), zone.startOfDay(day + 1))) peak = maximum(peak, held.quantity);
      total = add(total, peak);
    }
  }
  return multiply(total, rational(1n, BigInt(full.to - full.from)));
}
