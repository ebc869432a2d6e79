// The windows of a component, found by counting boundaries one by one from the anchor.
import { civilFromDay, dayFromCivil, daysInMonth } from '../../../kernel/calendar/civil.ts';
import type { AnchorShape, PeriodShape } from './quote-shape.ts';
import type { Story } from './replay.ts';

const HOUR = 3_600_000;

interface Phase {
  readonly year: number;
  readonly month: number;
  /** May exceed the month: cut at each boundary. */
  readonly dayOfMonth: number;
}

/** Of an hourly window only the instants count. */
export interface GridWindow {
  readonly from: number;
  readonly to: number;
  /** The window of the grid before it was cut by a moved billing day. */
  readonly fullFrom: number;
  readonly fullTo: number;
}

function phaseOf(anchor: AnchorShape, originDay: number, readDay: (text: string) => number): Phase {
  if (typeof anchor === 'object') {
    let { year, month } = civilFromDay(originDay);
    for (;;) {
      if (dayFromCivil(year, month, Math.min(anchor.day, daysInMonth(year, month))) >= originDay)
        return { year, month, dayOfMonth: anchor.day };
      month += 1;
      if (month > 12) {
        month = 1;
        year += 1;
      }
    }
  }
  const civil = civilFromDay(anchor === 'start' ? originDay : readDay(anchor));
  return { year: civil.year, month: civil.month, dayOfMonth: civil.day };
}

function dayInMonth(monthsSinceZero: number, dayOfMonth: number): number {
  const year = Math.floor(monthsSinceZero / 12);
  const month = monthsSinceZero - year * 12 + 1;
  return dayFromCivil(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

function monthsIn(period: PeriodShape): number {
  return period.unit === 'year' ? period.count * 12 : period.count;
}

function boundaryInstant(story: Story, phase: Phase, period: PeriodShape, turn: number): number {
  const { startOfDay } = story.clock;
  const firstDay = dayInMonth(phase.year * 12 + phase.month - 1, phase.dayOfMonth);
  if (period.unit === 'hour') return startOfDay(firstDay) + turn * period.count * HOUR;
  if (period.unit === 'day') return startOfDay(firstDay + turn * period.count);
  if (period.unit === 'week') return startOfDay(firstDay + turn * period.count * 7);
  return startOfDay(dayInMonth(phase.year * 12 + phase.month - 1 + turn * monthsIn(period), phase.dayOfMonth));
}

/** One period away by plain calendar arithmetic: 31 March less a month is 29 February. */
export function shiftDay(day: number, period: PeriodShape, times: number): number {
  if (period.unit === 'day') return day + times * period.count;
  if (period.unit === 'week') return day + times * period.count * 7;
  const civil = civilFromDay(day);
  return dayInMonth(civil.year * 12 + civil.month - 1 + times * monthsIn(period), civil.day);
}

/** All whole windows of one grid that touch [from, to). */
function windowsOfPhase(story: Story, phase: Phase, period: PeriodShape, from: number, to: number): { from: number; to: number }[] {
  let turn = 0;
  while (boundaryInstant(story, phase, period, turn) > from) turn -= 1;
  while (boundaryInstant(story, phase, period, turn + 1) <= from) turn += 1;
  const windows: { from: number; to: number }[] = [];
  for (;;) {
    const start = boundaryInstant(story, phase, period, turn);
    if (start >= to) return windows;
    windows.push({ from: start, to: boundaryInstant(story, phase, period, turn + 1) });
    turn += 1;
  }
}

/** The windows that touch [from, to), with every moved billing day taken at the first old boundary on or after it was due and known. */
export function windowsBetween(story: Story, period: PeriodShape, from: number, to: number): GridWindow[] {
  const { clock } = story;
  const moves = story.moves
    .flatMap(({ fact, at, recorded, place }) =>
      fact.do === 'anchor'
        ? [{ anchor: fact.anchor, asked: clock.startOfDay(Math.max(clock.dayOf(at), clock.dayOf(recorded))), recorded, place }]
        : [],
    )
    .filter(() => period.unit !== 'hour')
    .sort((a, b) => a.asked - b.asked || a.recorded - b.recorded || a.place - b.place);
  const windows: GridWindow[] = [];
  let phase = phaseOf(story.anchor, story.anchorDay, clock.readDay);
  let begins = Number.NEGATIVE_INFINITY;
  for (let index = 0; index <= moves.length; index += 1) {
    const next = moves[index];
    const ends = next ? firstBoundary(story, phase, period, begins, next.asked) : Number.POSITIVE_INFINITY;
    const start = Math.max(from, begins);
    const stop = Math.min(to, ends);
    if (start < stop) {
      for (const window of windowsOfPhase(story, phase, period, start, stop))
        windows.push({
          from: Math.max(window.from, begins),
          to: Math.min(window.to, ends),
          fullFrom: window.from,
          fullTo: window.to,
        });
    }
    if (!next) break;
    phase = phaseOf(next.anchor, typeof next.anchor === 'object' ? clock.dayOf(ends) : story.anchorDay, clock.readDay);
    begins = ends;
  }
  return windows;
}

/** A grid that itself began at a cut has that cut as a boundary. */
function firstBoundary(story: Story, phase: Phase, period: PeriodShape, begins: number, asked: number): number {
  if (asked <= begins) return begins;
  const window = windowsOfPhase(story, phase, period, asked, asked + 1)[0]!;
  return window.from === asked ? asked : window.to;
}
