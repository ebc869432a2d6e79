// Which state a day, or an instant, is charged with: the rules of change day, cancellation day and minimum stay, asked one day at a time.
import type { Moment, Story, Subject } from './replay.ts';

const HOUR = 3_600_000;

/** The last millisecond of [from, to) at which `holds`, going back over the instants where anything changes. */
function lastInstant(story: Story, from: number, to: number, holds: (instant: number) => boolean): number | null {
  let candidate = to - 1;
  for (;;) {
    if (candidate < from) return null;
    if (holds(candidate)) return candidate;
    const change = story.instants.findLast((instant) => instant <= candidate);
    if (change === undefined) return null;
    candidate = change - 1;
  }
}

/** The subscription's own rule for a day, without the minimum stay: the instant whose state the day has. */
export function instantOfDay(story: Story, day: number): number | null {
  const { account } = story.document;
  const begins = story.clock.startOfDay(day);
  const ends = story.clock.startOfDay(day + 1);
  if (begins === ends) return null;
  const inService = (instant: number) => story.stateAt(instant).inService;
  if (!inService(ends - 1)) return account.cancellationDay === 'billed' ? lastInstant(story, begins - 1, ends, inService) : null;
  if (account.changeDay !== 'old') return ends - 1;
  const began = story.instants.findLast((instant) => instant >= begins && instant < ends && inService(instant) && !inService(instant - 1));
  return began ?? begins - 1;
}

function beginnings(story: Story, subject: Subject, from: number, to: number): number[] {
  const active = (instant: number) => story.isActive(story.stateAt(instant), subject);
  return story.instants.filter((instant) => instant >= from && instant < to && active(instant) && !active(instant - 1));
}

/** The state a day is charged with; null on a day without service. A trial is not looked at here. */
export function momentOfDay(story: Story, subject: Subject, day: number): Moment | null {
  const question = `${day} ${subject.key} ${subject.item ?? ''}`;
  const known = story.askedDays.get(question);
  if (known !== undefined) return known;
  const moment = findMomentOfDay(story, subject, day);
  story.askedDays.set(question, moment);
  return moment;
}

function findMomentOfDay(story: Story, subject: Subject, day: number): Moment | null {
  const regular = instantOfDay(story, day);
  if (regular !== null && story.isActive(story.stateAt(regular), subject)) return { at: regular, state: story.stateAt(regular) };
  if (story.document.account.minimumStay === null) return null;
  const begins = story.clock.startOfDay(day);
  const ends = story.clock.startOfDay(day + 1);
  if (beginnings(story, subject, begins, ends).length === 0) return null;
  const last = lastInstant(story, begins, ends, (instant) => story.isActive(story.stateAt(instant), subject))!;
  return { at: last, state: story.stateAt(last) };
}

export function minimumStayLength(story: Story, unit: string): number {
  if (story.document.account.minimumStay === null) return 0;
  return unit === 'hour' ? HOUR : 24 * HOUR;
}

/** The state an instant is charged with when the exact time counts. */
export function momentOfInstant(story: Story, subject: Subject, instant: number, stay: number): Moment | null {
  const active = (when: number) => story.isActive(story.stateAt(when), subject);
  if (active(instant)) return { at: instant, state: story.stateAt(instant) };
  if (stay === 0) return null;
  const last = lastInstant(story, Number.NEGATIVE_INFINITY, instant, active);
  if (last === null) return null;
  const began = beginnings(story, subject, Number.NEGATIVE_INFINITY, last + 1).at(-1);
  return began !== undefined && instant < began + stay ? { at: last, state: story.stateAt(last) } : null;
}

export interface Stretch extends Moment {
  readonly from: number;
  readonly to: number;
}

/** [from, to) in pieces of one state each; pieces without service are left out. `cuts` are further places to cut at. */
export function stretchesBetween(
  story: Story,
  subject: Subject,
  from: number,
  to: number,
  stay: number,
  cuts: readonly number[] = [],
): Stretch[] {
  const places = [...story.instants, ...story.instants.map((instant) => instant + stay), ...cuts, from]
    .filter((place) => place >= from && place < to)
    .sort((a, b) => a - b);
  return [...new Set(places)].flatMap((place, index, all) => {
    const moment = momentOfInstant(story, subject, place, stay);
    return moment ? [{ ...moment, from: place, to: all[index + 1] ?? to }] : [];
  });
}
