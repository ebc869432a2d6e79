// The grid of a component: its windows, counted from the anchor, with moved billing days.
import { civilFromDay, type Day, dayFromCivil, daysInMonth } from '../../../kernel/calendar/civil.ts';
import { type Anchor, anchorOn, boundary, type Period, windowIndex } from '../../../kernel/calendar/period.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import type { AnchorRule, Fact } from './fact.ts';
import { firstStart, withoutVoided } from './known-facts.ts';

/** An interval of a grid. `full…` is the whole period behind a window cut by a moved billing day. */
export interface GridWindow {
  readonly from: Day;
  readonly to: Day;
  readonly fullFrom: Day;
  readonly fullTo: Day;
  readonly fromInstant: number;
  readonly toInstant: number;
  readonly hourly: boolean;
}

interface GridPart {
  readonly anchor: Anchor;
  readonly from: Day;
  readonly to: Day;
}

export interface Grid {
  readonly period: Period;
  readonly parts: readonly GridPart[];
  readonly zone: Zone;
}

const FOREVER = Number.POSITIVE_INFINITY;
const MILLISECONDS_PER_HOUR = 3_600_000;

/** Day 31 of {day: 31} is kept in the anchor, so that months after a short one count from 31 again. */
export function anchorFrom(rule: AnchorRule, day: Day): Anchor {
  if (rule.kind === 'date') return anchorOn(rule.day);
  if (rule.kind === 'start') return anchorOn(day);
  const { year, month } = civilFromDay(day);
  const inThisMonth = dayFromCivil(year, month, Math.min(rule.dayOfMonth, daysInMonth(year, month)));
  const later = inThisMonth >= day ? 0 : 1;
  const nextMonth = month + later > 12;
  return { year: nextMonth ? year + 1 : year, month: nextMonth ? 1 : month + later, dayOfMonth: rule.dayOfMonth };
}

/** The phase of all grids of a subscription: first anchor and the moves of the billing day. Null before any start. */
export interface AnchorHistory {
  readonly first: Anchor;
  readonly startDay: Day;
  readonly moves: readonly { readonly rule: AnchorRule; readonly notBefore: Day }[];
}

export function anchorHistory(facts: readonly Fact[], accountRule: AnchorRule, zone: Zone): AnchorHistory | null {
  const start = firstStart(facts);
  if (start === null) return null;
  const startDay = start.anchorOn ?? zone.dayOf(start.at);
  const moves = withoutVoided(facts)
    .filter((fact) => fact.kind === 'anchor')
    .map((fact) => ({ rule: fact.anchor, notBefore: Math.max(zone.dayOf(fact.at), zone.dayOf(fact.recorded)), fact }))
    .sort((a, b) => a.notBefore - b.notBefore || a.fact.recorded - b.fact.recorded || a.fact.sequence - b.fact.sequence)
    .map(({ rule, notBefore }) => ({ rule, notBefore }));
  return { first: anchorFrom(start.anchor ?? accountRule, startDay), startDay, moves };
}

/** Moves begin one on another, in the order in which they can; one that can before the grid of the last began takes its place. */
export function gridOf(period: Period, history: AnchorHistory, zone: Zone): Grid {
  const parts: GridPart[] = [{ anchor: history.first, from: -FOREVER, to: FOREVER }];
  if (period.unit !== 'hour') {
    for (const move of history.moves) {
      const current = parts[parts.length - 1]!;
      const at = move.notBefore <= current.from ? current.from : firstBoundaryFrom(current.anchor, period, move.notBefore);
      const day = move.rule.kind === 'start' ? history.startDay : at;
      parts.pop();
      if (at > current.from) parts.push({ ...current, to: at });
      parts.push({ anchor: anchorFrom(move.rule, day), from: at, to: FOREVER });
    }
  }
  return { period, parts, zone };
}

function firstBoundaryFrom(anchor: Anchor, period: Period, day: Day): Day {
  const index = windowIndex(anchor, period, day);
  const here = boundary(anchor, period, index);
  return here === day ? day : boundary(anchor, period, index + 1);
}

/** The greatest boundary on or before a day. */
export function lastBoundary(grid: Grid, day: Day): Day {
  if (grid.period.unit === 'hour') return day;
  const part = partAt(grid, day);
  return Math.max(part.from, boundary(part.anchor, grid.period, windowIndex(part.anchor, grid.period, day)));
}

/** The least boundary on or after a day. */
export function firstBoundaryOnOrAfter(grid: Grid, day: Day): Day {
  return lastBoundary(grid, day) === day ? day : nextBoundary(grid, day);
}

/** The least boundary after a day. */
export function nextBoundary(grid: Grid, day: Day): Day {
  if (grid.period.unit === 'hour') return day + 1;
  const part = partAt(grid, day);
  return Math.min(part.to, boundary(part.anchor, grid.period, windowIndex(part.anchor, grid.period, day) + 1));
}

function partAt(grid: Grid, day: Day): GridPart {
  return grid.parts.find((part) => day >= part.from && day < part.to) ?? grid.parts[grid.parts.length - 1]!;
}

/** Windows that end after `since`, begin on or before `until` and touch [serviceFrom, serviceTo). Instants bound hourly grids. */
export function* windowsOf(grid: Grid, since: Day, until: Day): Generator<GridWindow> {
  if (grid.period.unit === 'hour') {
    yield* hourlyWindows(grid, since, until);
    return;
  }
  for (const part of grid.parts) {
    if (part.to <= since || part.from > until) continue;
    const first = windowIndex(part.anchor, grid.period, Math.max(since, part.from));
    let fullFrom = boundary(part.anchor, grid.period, first);
    for (let index = first; fullFrom <= until && fullFrom < part.to; index += 1) {
      const fullTo = boundary(part.anchor, grid.period, index + 1);
      const from = Math.max(fullFrom, part.from);
      if (fullTo > since) yield dayWindow(grid.zone, from, fullTo, fullFrom);
      fullFrom = fullTo;
    }
  }
}

function dayWindow(zone: Zone, from: Day, to: Day, fullFrom: Day): GridWindow {
  return { from, to, fullFrom, fullTo: to, fromInstant: zone.startOfDay(from), toInstant: zone.startOfDay(to), hourly: false };
}

function* hourlyWindows(grid: Grid, since: Day, until: Day): Generator<GridWindow> {
  const { anchor } = grid.parts[0]!;
  const size = grid.period.count * MILLISECONDS_PER_HOUR;
  const dayUnit: Period = { unit: 'day', count: 1 };
  const origin = grid.zone.startOfDay(boundary(anchor, dayUnit, 0));
  const end = grid.zone.startOfDay(until + 1);
  let from = origin + Math.floor((grid.zone.startOfDay(since) - origin) / size) * size;
  for (; from < end; from += size) {
    const to = from + size;
    const day = grid.zone.dayOf(from);
    const endDay = grid.zone.dayOf(to - 1) + 1;
    yield { from: day, to: endDay, fullFrom: day, fullTo: endDay, fromInstant: from, toInstant: to, hourly: true };
  }
}
