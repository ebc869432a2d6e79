// Cells beside the grid's windows of a component: one-time charges, commitments' true-ups and goodwill credits.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import {
  add,
  fromInteger,
  fromMinor,
  isZero,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  toMinor,
  ZERO,
} from '../../../kernel/money/rational.ts';
import type { Commitment, Plan } from '../../catalog/core/component.ts';
import type { Grid } from '../../subscriptions/core/grid.ts';
import type { Segment } from '../../subscriptions/core/timeline.ts';
import { cellId } from './cell-key.ts';
import type { ItemCredit, Piece, Terms, Window } from './engine.ts';
import type { TimelineView } from './subscription-view.ts';
import type { Track } from './track.ts';
import { entryOn, keyOf, pricedFor, type Truth, type TruthContext, totalOf } from './truth.ts';

/** Due on the first charged day, for the quantity at that time; an end does not take it back. */
export function oneTimeTruth(context: TruthContext, track: Track): Truth | null {
  const first = track.exact().find((stretch) => !isZero(stretch.quantity));
  if (first === undefined) return null;
  const day = context.terms.zone.dayOf(first.from);
  const entry = entryOn(context, track.component, day);
  const priced = pricedFor(context, entry, first.quantity);
  const piece: Piece = {
    from: day,
    to: day + 1,
    instants: false,
    whole: true,
    quantity: first.quantity,
    priceId: entry.id,
    factor: first.factor,
    fraction: ONE,
    gross: priced.amount,
    net: multiply(priced.amount, first.factor),
    parts: priced.parts,
    credit: null,
  };
  const key = keyOf(context, track, null);
  return {
    id: cellId(key),
    key,
    kind: context.kind,
    pieces: [piece],
    dueOn: day,
    inAdvance: true,
    taxCategory: context.taxCategory ?? track.component.taxCategory,
    addedInside: false,
  };
}

export const commitmentRef = (plan: string): string => `${plan}/commitment`;

interface PlanService {
  readonly days: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The day on which service on the plan ended inside the window for good; null if it did not. */
  readonly endedOn: Day | null;
}

function serviceOn(plan: Plan, timeline: TimelineView, window: Window, dayOf: (instant: number) => Day): PlanService | null {
  let count = 0;
  let firstDay: Day | null = null;
  let lastDay = window.from;
  for (const segment of committedDays(plan, timeline)) {
    const from = Math.max(segment.from, window.from);
    const to = Math.min(segment.to, window.to);
    if (from >= to) continue;
    firstDay ??= from;
    lastDay = to;
    count += to - from;
  }
  if (firstDay === null) return null;
  const present = timeline.exact.filter(
    (segment) => segment.state.plan === plan.key && (segment.state.phase === 'active' || segment.state.phase === 'paused'),
  );
  const end = present[present.length - 1]?.to ?? window.toInstant;
  const ended = end < window.toInstant && end > window.fromInstant;
  return { days: count, firstDay, lastDay, endedOn: ended ? dayOf(end) : null };
}

/** Due when the window is over or service on the plan ended in it; null without a charged day on the plan. */
export function commitmentDueOn(plan: Plan, timeline: TimelineView, window: Window, zone: Zone): Day | null {
  const service = serviceOn(plan, timeline, window, zone.dayOf);
  return service === null ? null : (service.endedOn ?? window.to);
}

/** Days on which a plan's commitment counts. */
export function committedDays(plan: Plan, timeline: TimelineView): readonly Segment[] {
  return timeline.days().filter(({ state }) => state.plan === plan.key && state.phase === 'active' && !state.trial);
}

/** 40.00 promised, 33.10 spent: 6.90. `netInside` sums what the cells in scope whose windows lie wholly inside should cost, rounded. */
export function commitmentTruth(
  context: TruthContext,
  grid: Grid,
  plan: Plan,
  commitment: Commitment,
  window: Window,
  netInside: (window: Window) => bigint,
): Truth | null {
  const { terms } = context;
  const service = serviceOn(plan, context.view.timeline(grid), window, terms.zone.dayOf);
  if (service === null) return null;
  const dueOn = service.endedOn ?? window.to;
  const key = { subscription: context.subscription, ref: commitmentRef(plan.key), item: null, window };
  const cell = {
    id: cellId(key),
    key,
    kind: 'commitment' as const,
    dueOn,
    inAdvance: false,
    taxCategory: context.taxCategory ?? plan.components[0]?.taxCategory ?? 'standard',
    addedInside: false,
  };
  // What all of its cells cost is asked only when the answer is needed.
  if (dueOn > context.run.day) return { ...cell, pieces: [] };
  const fraction = commitment.fraction === 'none' ? ONE : rational(BigInt(service.days), BigInt(window.fullTo - window.fullFrom));
  const promised = toMinor(multiply(commitment.amount, fraction), terms.digits, terms.rounding);
  const missing = promised - netInside(window);
  const amount = missing > 0n ? fromMinor(missing, terms.digits) : ZERO;
  const piece: Piece = {
    from: service.firstDay,
    to: service.lastDay,
    instants: false,
    whole: true,
    quantity: ONE,
    priceId: commitmentRef(plan.key),
    factor: ONE,
    fraction,
    gross: amount,
    net: amount,
    parts: [],
    credit: null,
  };
  return { ...cell, pieces: [piece] };
}

/**
 * A truth with the goodwill credits of its window taken off what fixed discounts leave of it, to zero at least. Credits are whole minor
 * units and what is left counts to the next one, so that a part of a unit that a discount left over changes no credit.
 */
export function withCredits(truth: Truth, credits: readonly ItemCredit[], boundShare: Rational, terms: Terms): Truth {
  const { window } = truth.key;
  const { digits, zone } = terms;
  const inWindow = credits.filter(({ at }) => isInside(window, at, zone.dayOf));
  if (inWindow.length === 0) return truth;
  const pieces = [...truth.pieces];
  let leftMinor = toMinor(netAfter(pieces, boundShare), digits, 'up');
  for (const credit of inWindow) {
    const wanted = toMinor(credit.amount, digits, 'down');
    const amountMinor = wanted < leftMinor ? wanted : leftMinor;
    if (amountMinor <= 0n) continue;
    leftMinor -= amountMinor;
    pieces.push(creditPiece(credit, fromMinor(amountMinor, digits), window, zone.dayOf));
  }
  return { ...truth, pieces };
}

/** By its day; in hours by its instant. */
function isInside(window: Window | null, at: number, dayOf: (instant: number) => Day): boolean {
  if (window === null) return true;
  if (window.hourly) return at >= window.fromInstant && at < window.toInstant;
  const day = dayOf(at);
  return day >= window.from && day < window.to;
}

function creditPiece(credit: ItemCredit, amount: Rational, window: Window | null, dayOf: (instant: number) => Day): Piece {
  const instants = window?.hourly === true;
  const day = dayOf(credit.at);
  return {
    from: instants ? window.fromInstant : day,
    to: instants ? window.toInstant : day + 1,
    instants,
    whole: true,
    quantity: fromInteger(1),
    priceId: 'credit',
    factor: ONE,
    fraction: ONE,
    gross: negate(amount),
    net: negate(amount),
    parts: [],
    credit: credit.id,
  };
}

/** The net in minor units. Credits may take the part of a unit more that rounding leaves: the cell then stands at nothing. */
export function roundedNet(pieces: readonly Piece[], boundShare: Rational, digits: number, mode: 'half_up' | 'half_even'): bigint {
  const minor = toMinor(netAfter(pieces, boundShare), digits, mode);
  return minor < 0n && pieces.some((piece) => piece.credit !== null) ? 0n : minor;
}

/** The exact net after bound fixed discounts; goodwill credits are not discounted. */
export function netAfter(pieces: readonly Piece[], boundShare: Rational): Rational {
  if (isZero(boundShare)) return totalOf(pieces, (piece) => piece.net);
  const kept = subtract(ONE, boundShare);
  let total = ZERO;
  for (const piece of pieces) total = add(total, piece.credit === null ? multiply(piece.net, kept) : piece.net);
  return total;
}
