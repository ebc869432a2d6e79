// The timeline as a price sees it: by whole days or by seconds, with the day of change, the day of cancellation and the minimum stay applied.
import type { Zone } from '../../../kernel/calendar/zone.ts';
import { isOutOfService, type Segment } from './timeline.ts';

export const MILLISECONDS_PER_DAY = 86_400_000;
export const MILLISECONDS_PER_HOUR = 3_600_000;

export interface DayRules {
  readonly zone: Zone;
  readonly changeDay: 'new' | 'old';
  readonly cancellationDay: 'free' | 'billed';
  readonly minimumStay: boolean;
}

/** True where service begins at the segment's start: a start, a new start or a resumption. */
function beginsService(segments: readonly Segment[], index: number): boolean {
  if (segments[index]!.state.phase !== 'active') return false;
  return index === 0 || segments[index - 1]!.state.phase !== 'active';
}

/** Segments by civil days (`from` and `to` are days). A day has one state. */
export function daySegments(segments: readonly Segment[], rules: DayRules): Segment[] {
  const starts = segments.map((segment, index) => firstDayOf(segments, segment, index, rules));
  for (let index = starts.length - 1; index > 0; index -= 1) {
    if (starts[index]! < starts[index - 1]!) starts[index - 1] = starts[index]!;
  }
  const days: Segment[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    if (starts[index]! < to) days.push({ from: starts[index]!, to, state: segments[index]!.state });
  }
  const billed = rules.cancellationDay === 'billed' && rules.changeDay === 'old' ? withLastStates(segments, starts, days) : days;
  return rules.minimumStay ? withMinimumDays(segments, billed, rules.zone) : billed;
}

function firstDayOf(segments: readonly Segment[], segment: Segment, index: number, rules: DayRules): number {
  const day = rules.zone.dayOf(segment.from);
  const before = index === 0 ? 'none' : segments[index - 1]!.state.phase;
  if (isOutOfService(before)) return day;
  if (segment.state.phase === 'ended') return rules.cancellationDay === 'billed' ? day + 1 : day;
  return rules.changeDay === 'new' ? day : day + 1;
}

/** A charged day of cancellation has its last state, also where other days have the state that was left to them. */
function withLastStates(segments: readonly Segment[], starts: readonly number[], days: Segment[]): Segment[] {
  let result = days;
  for (let index = 1; index < segments.length; index += 1) {
    const last = segments[index - 1]!;
    if (segments[index]!.state.phase !== 'ended' || last.state.phase !== 'active') continue;
    const to = starts[index]!;
    if (result.some((segment) => segment.state.phase === 'active' && segment.to === to))
      result = overlaid(result, { from: to - 1, to, state: last.state });
  }
  return result;
}

function withMinimumDays(segments: readonly Segment[], days: Segment[], zone: Zone): Segment[] {
  let result = days;
  for (let index = 0; index < segments.length; index += 1) {
    if (!beginsService(segments, index)) continue;
    const day = zone.dayOf(segments[index]!.from);
    if (result.some((segment) => segment.state.phase === 'active' && segment.from <= day && day < segment.to)) continue;
    result = overlaid(result, { from: day, to: day + 1, state: lastActiveOn(segments, index, day, zone).state });
  }
  return result;
}

function lastActiveOn(segments: readonly Segment[], index: number, day: number, zone: Zone): Segment {
  let last = segments[index]!;
  for (let next = index + 1; next < segments.length && zone.dayOf(segments[next]!.from) <= day; next += 1) {
    if (segments[next]!.state.phase === 'active') last = segments[next]!;
  }
  return last;
}

/** Lays one segment over a list, cutting what it covers. */
export function overlaid(segments: readonly Segment[], over: Segment): Segment[] {
  const result: Segment[] = [];
  let placed = false;
  for (const segment of segments) {
    if (segment.from < over.from) result.push({ ...segment, to: Math.min(segment.to, over.from) });
    if (!placed && segment.to > over.from) {
      result.push(over);
      placed = true;
    }
    if (segment.to > over.to) result.push({ ...segment, from: Math.max(segment.from, over.to) });
  }
  if (!placed) result.push(over);
  return result;
}

/** Segments by instants, each beginning of service held for at least `stay` milliseconds (0: as they are). */
export function instantSegments(segments: readonly Segment[], stay: number): readonly Segment[] {
  if (stay === 0) return segments;
  let result: Segment[] | null = null;
  for (let index = 0; index < segments.length; index += 1) {
    if (!beginsService(segments, index)) continue;
    let end = index;
    while (end + 1 < segments.length && segments[end + 1]!.state.phase === 'active') end += 1;
    const until = Math.min(segments[index]!.from + stay, nextBeginning(segments, end + 1));
    const last = segments[end]!;
    if (last.to < until) result = overlaid(result ?? segments, { from: last.to, to: until, state: last.state });
  }
  return result ?? segments;
}

function nextBeginning(segments: readonly Segment[], from: number): number {
  for (let index = from; index < segments.length; index += 1) {
    if (segments[index]!.state.phase === 'active') return segments[index]!.from;
  }
  return Number.POSITIVE_INFINITY;
}
