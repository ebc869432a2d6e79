// The full window a fraction is taken of.
import { civilFromDay } from '../../../kernel/calendar/civil.ts';
import { instantOfDay, momentOfDay } from './charged-time.ts';
import { type GridWindow, shiftDay } from './grid-walk.ts';
import type { PeriodShape } from './quote-shape.ts';
import { componentOf, type State, type Story, type Subject } from './replay.ts';

/** Between two dates by 30E/360: every month has 30 days, day 31 counts as 30. */
export function thirtyDays(from: number, to: number): number {
  const count = (day: number) => {
    const civil = civilFromDay(day);
    return civil.year * 360 + civil.month * 30 + Math.min(civil.day, 30);
  };
  return count(to) - count(from);
}

/** Held on the plan on that day, regardless of pauses: by the rules of days, or at any time of it where the exact time counts. */
function servedOn(story: Story, plan: string, subject: Subject, day: number, rule: 'days' | 'seconds'): boolean {
  const { document, clock } = story;
  const holds = (state: State) =>
    state.inService &&
    state.plan === plan &&
    (subject.item === null || (componentOf(document, plan, subject.key) !== null && story.quantityOf(state, subject).n !== 0n));
  const begins = clock.startOfDay(day);
  const ends = clock.startOfDay(day + 1);
  if (rule === 'seconds') return [begins, ...story.instants].some((at) => at >= begins && at < ends && holds(story.stateAt(at)));
  const regular = instantOfDay(story, day);
  if (regular !== null && holds(story.stateAt(regular))) return true;
  const moment = momentOfDay(story, subject, day);
  return moment !== null && holds(moment.state);
}

/** The grid's own window, or, with `fullPeriod: edge`, one plain period from the edge that service did not cross inside. */
export function fullWindow(
  story: Story,
  plan: string,
  subject: Subject,
  period: PeriodShape,
  window: GridWindow,
  rule: 'days' | 'seconds',
): { from: number; to: number } {
  const own = { from: window.fullFrom, to: window.fullTo };
  if (story.document.account.fullPeriod !== 'edge' || period.unit === 'hour') return own;
  const { clock } = story;
  const firstDay = clock.dayOf(window.from);
  const afterLast = clock.dayOf(window.to);
  const isStub = window.from > window.fullFrom;
  if (isStub || !servedOn(story, plan, subject, firstDay, rule))
    return { from: clock.startOfDay(shiftDay(afterLast, period, -1)), to: window.to };
  if (!servedOn(story, plan, subject, afterLast - 1, rule))
    return { from: window.from, to: clock.startOfDay(shiftDay(firstDay, period, 1)) };
  return own;
}
