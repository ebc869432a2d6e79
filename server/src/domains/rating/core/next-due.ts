// The next day on which something falls due: found from windows and time in service alone, nothing is priced.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { isZero } from '../../../kernel/money/rational.ts';
import { type Grid, lastBoundary, nextBoundary } from '../../subscriptions/core/grid.ts';
import type { Interval, Terms, Window } from './engine.ts';
import { isChargedIn } from './measured.ts';
import { type ChargedStretch, type Track, within } from './track.ts';
import { arrearsDueOn, countsInstants } from './truth.ts';

export type WindowsBetween = (grid: Grid, since: Day, until: Day) => readonly Window[];

export function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}

/** A window and the two after it: charged by days or by instants, one of them has its due day after `day`. */
const WINDOWS_AHEAD = 3;

/** The first due day after `day` of windows that touch the spans, which are in order; null where none is to come. */
export function nextDueIn(
  grid: Grid,
  spans: readonly Interval[],
  day: Day,
  windowsBetween: WindowsBetween,
  dueOn: (window: Window) => Day | null,
): Day | null {
  const { unit, count } = grid.period;
  const running = unit === 'hour' ? day - count : lastBoundary(grid, day);
  for (const span of spans) {
    if (span.to <= running) continue;
    const since = Math.max(day, span.from);
    let until = since;
    for (let ahead = 1; ahead < WINDOWS_AHEAD; ahead += 1) until = nextBoundary(grid, until);
    let next: Day | null = null;
    for (const window of windowsBetween(grid, since, Math.min(until, span.to - 1))) {
      const due = dueOn(window);
      if (due !== null && due > day && (next === null || due < next)) next = due;
    }
    if (next !== null) return next;
  }
  return null;
}

/** The next due day of a component or named item after `day`. */
export function nextDueDay(track: Track, grid: Grid, day: Day, terms: Terms, windowsBetween: WindowsBetween): Day | null {
  const { zone } = terms;
  if (track.component.kind === 'one_time') {
    const first = track.exact().find((stretch) => !isZero(stretch.quantity));
    const due = first === undefined ? null : zone.dayOf(first.from);
    return due !== null && due > day ? due : null;
  }
  const dueOn = (window: Window): Day | null => dueDayOf(track, window, terms);
  const byDays = nextDueIn(grid, track.byDays, day, windowsBetween, dueOn);
  const instants = stretchesByInstants(track);
  if (instants.length === 0) return byDays;
  const spans = instants.map(({ from, to }) => ({ from: zone.dayOf(from), to: Number.isFinite(to) ? zone.dayOf(to - 1) + 1 : to }));
  const byInstants = nextDueIn(grid, spans, day, windowsBetween, dueOn);
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
