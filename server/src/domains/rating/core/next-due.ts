// The next day on which something falls due: found from windows and time in service alone, nothing is priced.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { isZero } from '../../../kernel/money/rational.ts';
import { type Grid, lastBoundary, nextBoundary } from '../../subscriptions/core/grid.ts';
import type { Interval, Terms, Window } from './engine.ts';
import { isChargedIn } from './measured.ts';
import { type ChargedStretch, type Track, within } from './track.ts';
import { arrearsDueOn, countsInstants } from './truth.ts';

export function earliest(days: readonly (Day | null)[]): Day | null {
  let least: Day | null = null;
  for (const day of days) if (day !== null && (least === null || day < least)) least = day;
  return least;
}

/** How a run looks ahead: components of one grid share their boundaries and windows. */
export class Outlook {
  readonly day: Day;
  readonly windowsBetween: (grid: Grid, since: Day, until: Day) => readonly Window[];
  private readonly ahead = new Map<Grid, { readonly running: Day; readonly until: Day }>();

  constructor(day: Day, windowsBetween: Outlook['windowsBetween']) {
    this.day = day;
    this.windowsBetween = windowsBetween;
  }

  /** The beginning of the window that runs on the day, and that of the last one looked at. */
  from(grid: Grid): { readonly running: Day; readonly until: Day } {
    let found = this.ahead.get(grid);
    if (found === undefined) {
      const { unit, count } = grid.period;
      found = { running: unit === 'hour' ? this.day - count : lastBoundary(grid, this.day), until: secondBoundary(grid, this.day) };
      this.ahead.set(grid, found);
    }
    return found;
  }
}

/** Of a window and the two after it, charged by days or by instants, one has its due day after the day. */
function secondBoundary(grid: Grid, day: Day): Day {
  return nextBoundary(grid, nextBoundary(grid, day));
}

/** The first due day after the run's day of windows that touch the spans, which are in order; null where none is to come. */
export function nextDueIn(grid: Grid, spans: readonly Interval[], outlook: Outlook, dueOn: (window: Window) => Day | null): Day | null {
  const { day } = outlook;
  const { running, until } = outlook.from(grid);
  for (const span of spans) {
    if (span.to <= running) continue;
    const isAhead = span.from > day;
    const last = isAhead ? secondBoundary(grid, span.from) : until;
    // Later windows fall due later.
    for (const window of outlook.windowsBetween(grid, isAhead ? span.from : day, span.to - 1 < last ? span.to - 1 : last)) {
      const due = dueOn(window);
      if (due !== null && due > day) return due;
    }
  }
  return null;
}

/** The next due day of a component or named item after the run's day. */
export function nextDueDay(track: Track, grid: Grid, outlook: Outlook, terms: Terms): Day | null {
  const { zone } = terms;
  const { day } = outlook;
  if (track.component.kind === 'one_time') {
    const first = track.exact().find((stretch) => !isZero(stretch.quantity));
    const due = first === undefined ? null : zone.dayOf(first.from);
    return due !== null && due > day ? due : null;
  }
  const dueOn = (window: Window): Day | null => dueDayOf(track, window, terms);
  const byDays = nextDueIn(grid, track.byDays, outlook, dueOn);
  const instants = stretchesByInstants(track);
  if (instants.length === 0) return byDays;
  const spans = instants.map(({ from, to }) => ({ from: zone.dayOf(from), to: Number.isFinite(to) ? zone.dayOf(to - 1) + 1 : to }));
  const byInstants = nextDueIn(grid, spans, outlook, dueOn);
  return byDays === null || (byInstants !== null && byInstants < byDays) ? byInstants : byDays;
}

/** Where instants may be charged that no day is. */
function stretchesByInstants(track: Track): readonly ChargedStretch[] {
  const { kind, fraction, period } = track.component;
  if (period.unit === 'hour' || fraction === 'seconds') return track.byInstants();
  return kind === 'recurring' ? [] : track.exact();
}

function dueDayOf(track: Track, window: Window, terms: Terms): Day | null {
  const { component } = track;
  if (component.kind !== 'recurring') return isChargedIn(track, window) ? arrearsDueOn(track, window, terms) : null;
  const instants = countsInstants(component, window);
  const first = (
    instants ? within(track.byInstants(), window.fromInstant, window.toInstant) : within(track.byDays, window.from, window.to)
  )[0];
  if (first === undefined) return null;
  if (component.timing === 'arrears') return arrearsDueOn(track, window, terms);
  return instants ? terms.zone.dayOf(first.from) : first.from;
}
