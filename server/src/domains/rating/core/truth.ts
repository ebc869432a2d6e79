// What one window of one component should cost, from the facts alone.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { addPeriod } from '../../../kernel/calendar/period.ts';
import { days30 } from '../../../kernel/calendar/thirty.ts';
import { add, fromInteger, isZero, multiply, type Rational, rational, ZERO } from '../../../kernel/money/rational.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Component } from '../../catalog/core/component.ts';
import type { PriceEntry } from '../../pricelists/core/price.ts';
import { type Priced, priceQuantity } from '../../pricelists/core/rate.ts';
import { cellId } from './cell-key.ts';
import type { CellKey, CellKind, Interval, Piece, PriceSource, Run, Terms, UsageSource, Window } from './engine.ts';
import type { SubscriptionView } from './subscription-view.ts';
import { type ChargedStretch, type Track, within } from './track.ts';

/** What a cell should cost as far as is known now. */
export interface Truth {
  /** The cell's identity as text, made once: maps ask for it often. */
  readonly id: string;
  readonly key: CellKey;
  readonly kind: CellKind;
  readonly pieces: readonly Piece[];
  /** The day it becomes due; null while that is not known. */
  readonly dueOn: Day | null;
  readonly inAdvance: boolean;
  readonly taxCategory: string;
  /** Service entered the window inside it, by a change and not by a start. */
  readonly addedInside: boolean;
}

export interface TruthContext {
  readonly terms: Terms;
  readonly prices: PriceSource;
  readonly run: Run;
  readonly view: SubscriptionView;
  readonly usage: UsageSource;
  readonly subscription: string | null;
  readonly taxCategory: string | null;
  readonly kind: CellKind;
}

/** The day rule of a component in a window: hours and seconds count instants. */
export function countsInstants(component: Component, window: Window): boolean {
  return window.hourly || component.fraction === 'seconds';
}

/** Start and end of what the fraction of a window is taken of. Service enters and leaves a window by days. */
export function fullPeriod(track: Track, window: Window, terms: Terms): { from: Day; to: Day } {
  if (terms.fullPeriod === 'anchor' || window.hourly) return { from: window.fullFrom, to: window.fullTo };
  const present = track.presentDays.filter((interval) => interval.to > window.from && interval.from < window.to);
  const first = present[0];
  const last = present[present.length - 1];
  if (window.from > window.fullFrom || (first !== undefined && first.from > window.from)) {
    return { from: addPeriod(window.to, track.component.period, -1), to: window.to };
  }
  if (last !== undefined && last.to < window.to) return { from: window.from, to: addPeriod(window.from, track.component.period, 1) };
  return { from: window.fullFrom, to: window.fullTo };
}

/** Length in the unit of the component's fraction rule, as whole numbers. */
function lengthOf(component: Component, from: number, to: number): number {
  return component.fraction === 'days30' ? days30(from, to) : to - from;
}

export function daysInService(track: Track, window: Window): number {
  let days = 0;
  for (const stretch of within(track.byDays, window.from, window.to)) days += stretch.to - stretch.from;
  return days;
}

/** The later of window start and first charged day in it; `until` keeps the first window's price up to a day. */
export function priceDayOf(track: Track, window: Window, firstChargedDay: Day, terms: Terms): Day {
  const day = Math.max(window.from, firstChargedDay);
  const change = track.component.priceChange;
  if (change.kind !== 'until' || day >= change.day) return day;
  const exact = track.exact()[0];
  const first = countsInstants(track.component, window) && exact !== undefined ? terms.zone.dayOf(exact.from) : track.byDays[0]?.from;
  return Math.min(day, first ?? day);
}

export function entryOn(context: TruthContext, component: Component, day: Day): PriceEntry {
  const entry = context.prices.priceOn(component.ref, day, context.run.knownBefore);
  if (entry !== null) return entry;
  throw new Refusal(
    'price.missing',
    `${component.ref} has no price in ${context.terms.currency}; publish one in that currency or end the sale.`,
    {
      parameters: { component: component.ref, currency: context.terms.currency },
    },
  );
}

/** Due when the window is over, or on the day service ended inside it for good. */
export function arrearsDueOn(track: Track, window: Window, terms: Terms): Day {
  const last = track.presentInstants[track.presentInstants.length - 1];
  if (last !== undefined && last.to < window.toInstant && last.to > window.fromInstant) return terms.zone.dayOf(last.to);
  return window.hourly ? terms.zone.dayOf(window.toInstant) : window.to;
}

export function keyOf(context: TruthContext, track: Track, window: Window | null): CellKey {
  return { subscription: context.subscription, ref: track.component.ref, item: track.item, window };
}

/** 30.00 a month, joined on the 16th of a 30-day month: 15/30, 15.00. */
export function recurringTruth(context: TruthContext, track: Track, window: Window): Truth | null {
  const { component } = track;
  const instants = countsInstants(component, window);
  const stretches = instants
    ? within(track.byInstants(), window.fromInstant, window.toInstant)
    : within(track.byDays, window.from, window.to);
  const first = stretches[0];
  if (first === undefined) return null;
  const { zone } = context.terms;
  const firstDay = instants ? zone.dayOf(first.from) : first.from;
  const dueOn = component.timing === 'advance' ? firstDay : arrearsDueOn(track, window, context.terms);
  const full = fullPeriod(track, window, context.terms);
  const fullLength = instants
    ? (window.hourly ? window.toInstant : zone.startOfDay(full.to)) - (window.hourly ? window.fromInstant : zone.startOfDay(full.from))
    : lengthOf(component, full.from, full.to);
  const pieces: Piece[] = [];
  if (component.fraction === 'none' && !window.hourly) pieces.push(wholePiece(context, track, window, stretches));
  else {
    for (const part of pricedParts(context, track, window, stretches, instants)) {
      const length = instants ? part.to - part.from : lengthOf(component, part.from, part.to);
      pieces.push(recurringPiece(context, part, rational(BigInt(length), BigInt(fullLength)), instants));
    }
  }
  const key = keyOf(context, track, window);
  return {
    id: cellId(key),
    key,
    kind: context.kind,
    pieces: pieces.filter((piece) => !isZero(piece.quantity)),
    dueOn,
    inAdvance: component.timing === 'advance',
    taxCategory: context.taxCategory ?? component.taxCategory,
    addedInside: firstDay > window.from,
  };
}

interface PricedPart extends ChargedStretch {
  readonly entry: PriceEntry;
}

/** Stretches with the price of the window, or of each day where a change of price counts at once. */
function pricedParts(
  context: TruthContext,
  track: Track,
  window: Window,
  stretches: readonly ChargedStretch[],
  instants: boolean,
): PricedPart[] {
  const { component } = track;
  const { zone } = context.terms;
  const firstDay = instants ? zone.dayOf(stretches[0]!.from) : stretches[0]!.from;
  if (component.priceChange.kind !== 'at_once') {
    const entry = entryOn(context, component, priceDayOf(track, window, firstDay, context.terms));
    return stretches.map(({ from, to, quantity, factor }) => ({ from, to, quantity, factor, entry }));
  }
  const parts: PricedPart[] = [];
  for (const stretch of stretches) {
    for (const span of priceSpans(context, component, stretch, instants)) parts.push({ ...stretch, ...span });
  }
  return parts;
}

/** A stretch cut at the days on which the price changes. */
export function priceSpans(
  context: TruthContext,
  component: Component,
  stretch: Interval,
  instants: boolean,
): { from: number; to: number; entry: PriceEntry }[] {
  const { zone } = context.terms;
  const firstDay = instants ? zone.dayOf(stretch.from) : stretch.from;
  const lastDay = instants ? zone.dayOf(stretch.to - 1) + 1 : stretch.to;
  const changes = context.prices.changesWithin(component.ref, firstDay, lastDay, context.run.knownBefore);
  const spans: { from: number; to: number; entry: PriceEntry }[] = [];
  let from = stretch.from;
  let day = firstDay;
  for (const change of [...changes, lastDay]) {
    const to = change === lastDay ? stretch.to : instants ? zone.startOfDay(change) : change;
    if (to > from) spans.push({ from, to, entry: entryOn(context, component, day) });
    from = to;
    day = change;
  }
  return spans;
}

function recurringPiece(context: TruthContext, part: PricedPart, fraction: Rational, instants: boolean): Piece {
  const priced = pricedFor(context, part.entry, part.quantity);
  const gross = multiply(priced.amount, fraction);
  return {
    from: part.from,
    to: part.to,
    instants,
    whole: false,
    quantity: part.quantity,
    priceId: part.entry.id,
    factor: part.factor,
    fraction,
    gross,
    net: multiply(gross, part.factor),
    parts: priced.parts,
    credit: null,
  };
}

/** Fraction `none`: the first state in service, whole. */
function wholePiece(context: TruthContext, track: Track, window: Window, stretches: readonly ChargedStretch[]): Piece {
  const first = stretches[0]!;
  const entry = entryOn(context, track.component, priceDayOf(track, window, first.from, context.terms));
  const piece = recurringPiece(context, { ...first, entry }, fromInteger(1), false);
  return { ...piece, to: window.to, whole: true };
}

/** The last price asked for is often asked for again: windows of one component share price and quantity. */
const lastPriced = new WeakMap<PriceEntry, { quantity: Rational; priced: Priced }>();

/** Extra items may be credits: their price is used as it stands. */
export function pricedFor(context: TruthContext, entry: PriceEntry, quantity: Rational): Priced {
  if (context.kind === 'extra_item') return { amount: multiply(entry.price.price, quantity), parts: [] };
  const last = lastPriced.get(entry);
  if (last !== undefined && last.quantity === quantity) return last.priced;
  const priced = priceQuantity(entry.price, quantity);
  lastPriced.set(entry, { quantity, priced });
  return priced;
}

export function totalOf(pieces: readonly Piece[], pick: (piece: Piece) => Rational): Rational {
  let total = ZERO;
  for (const piece of pieces) total = add(total, pick(piece));
  return total;
}
