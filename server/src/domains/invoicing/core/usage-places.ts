// Where each event of a meter stands: billed with a window, open, or billed by nothing for a reason. Every instant has one place that counts it.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Interval, Terms } from '../../rating/core/engine.ts';
import { arrearsDueOn } from '../../rating/core/truth.ts';
import { insideOf, type UncoveredReason, type UsageCover, type UsageTaker, without } from '../../rating/core/usage-cover.ts';
import { type GridWindow, windowsOf } from '../../subscriptions/core/grid.ts';

/** `period_running`: billed when the period is over. `waits_for_run`: the next run looks at it, for the first time or again. */
export type OpenReason = 'period_running' | 'waits_for_run' | 'account_parked';
export type UsageStatus = 'billed' | 'open' | 'unbilled';

export interface UsagePlace {
  readonly status: UsageStatus;
  /** Null where it is billed. */
  readonly reason: OpenReason | UncoveredReason | null;
  readonly taker: UsageTaker | null;
  /** Null for what nothing bills, and for hourly windows, which stand together. */
  readonly window: GridWindow | null;
  readonly intervals: readonly Interval[];
  /** Billed with a period that began before usage is kept: its other events may be gone, and it stays as it is. */
  readonly isFinal: boolean;
  /** False where an earlier component counts the same events: two may read one meter. */
  readonly counted: boolean;
}

/** How far runs have come with a subscription. */
export interface RunMarks {
  readonly billedThrough: Day | null;
  readonly touchedFrom: Day | null;
  readonly isParked: boolean;
  /** The instant from which on usage is kept; null: all is. */
  readonly usageFrom: number | null;
  /** Today and the instant of asking. */
  readonly today: Day;
}

/** Billed periods one by one, or all of a component as one place. */
export type BilledPeriods = 'apart' | 'together';

/** `span`: the days of the first and the last event, so that no window is looked at in vain. */
export function usagePlaces(
  cover: UsageCover,
  span: { from: Day; to: Day },
  marks: RunMarks,
  terms: Terms,
  billed: BilledPeriods = 'apart',
): UsagePlace[] {
  const places: UsagePlace[] = [];
  const taken: Interval[] = [];
  for (const taker of cover.takers) {
    for (const { intervals, ...place } of takerPlaces(taker, span, marks, terms, billed)) {
      const fresh = without(intervals, taken);
      const shared = without(intervals, fresh);
      if (fresh.length > 0) places.push({ ...place, taker, intervals: fresh, counted: true });
      if (shared.length > 0) places.push({ ...place, taker, intervals: shared, counted: false });
    }
    taken.push(...taker.intervals);
  }
  for (const reason of new Set(cover.uncovered.map((stretch) => stretch.reason))) {
    const intervals = cover.uncovered.filter((stretch) => stretch.reason === reason);
    places.push({ status: 'unbilled', reason, taker: null, window: null, intervals, isFinal: false, counted: true });
  }
  return places;
}

type TakerPlace = Pick<UsagePlace, 'status' | 'reason' | 'window' | 'intervals' | 'isFinal'>;

function takerPlaces(taker: UsageTaker, span: { from: Day; to: Day }, marks: RunMarks, terms: Terms, billed: BilledPeriods): TakerPlace[] {
  const settled = settledBefore(taker, marks, terms);
  const isHourly = taker.grid.period.unit === 'hour';
  const places: TakerPlace[] = [];
  const add = (place: Omit<TakerPlace, 'intervals' | 'isFinal'>, from: number, to: number, isFinal = false): void => {
    const intervals = insideOf(taker.intervals, { from, to });
    if (intervals.length > 0) places.push({ ...place, intervals, isFinal });
  };
  const final = Math.min(settled, firstWholeWindow(taker, marks, terms));
  const together = { status: 'billed', reason: null, window: null } as const;
  if (isHourly || billed === 'together') {
    add(together, Number.NEGATIVE_INFINITY, final, true);
    add(together, final, settled);
  }
  if (isHourly) {
    const reason = marks.isParked ? 'account_parked' : 'waits_for_run';
    add({ status: 'open', reason, window: null }, settled, Number.POSITIVE_INFINITY);
    return places;
  }
  for (const window of windowsOf(
    taker.grid,
    firstDay(span.from, billed === 'together' ? settled : Number.NEGATIVE_INFINITY, terms),
    span.to,
  )) {
    if (window.toInstant > settled)
      add({ status: 'open', reason: openReason(taker, window, marks, terms), window }, window.fromInstant, window.toInstant);
    else if (billed === 'apart')
      add({ status: 'billed', reason: null, window }, window.fromInstant, window.toInstant, window.fromInstant < final);
  }
  return places;
}

/** Where the first window begins of which all events are kept. */
function firstWholeWindow({ grid }: UsageTaker, { usageFrom }: RunMarks, { zone }: Terms): number {
  if (usageFrom === null) return Number.NEGATIVE_INFINITY;
  const day = zone.dayOf(usageFrom);
  for (const window of windowsOf(grid, day, day)) {
    if (window.fromInstant >= usageFrom) return window.fromInstant;
    if (window.toInstant > usageFrom) return window.toInstant;
  }
  return usageFrom;
}

function firstDay(from: Day, settled: number, { zone }: Terms): Day {
  return Number.isFinite(settled) ? Math.max(from, zone.dayOf(settled)) : from;
}

function openReason(taker: UsageTaker, window: GridWindow, marks: RunMarks, terms: Terms): OpenReason {
  if (marks.isParked) return 'account_parked';
  return arrearsDueOn(taker.track, window, terms) > marks.today ? 'period_running' : 'waits_for_run';
}

/**
 * Runs have looked at all windows that end by here, and will not look again unless something new is learned. The window a run stands in is
 * among them only where service has ended in it.
 */
function settledBefore({ track, grid }: UsageTaker, { billedThrough, touchedFrom }: RunMarks, { zone }: Terms): number {
  if (billedThrough === null) return Number.NEGATIVE_INFINITY;
  const isTouched = touchedFrom !== null && touchedFrom <= billedThrough;
  const end = track.presentInstants.at(-1)?.to ?? Number.POSITIVE_INFINITY;
  if (!isTouched && end !== Number.POSITIVE_INFINITY && zone.dayOf(end) <= billedThrough) return Number.POSITIVE_INFINITY;
  const day = isTouched ? touchedFrom : billedThrough;
  for (const window of windowsOf(grid, day, day)) return window.fromInstant;
  return Number.NEGATIVE_INFINITY;
}
