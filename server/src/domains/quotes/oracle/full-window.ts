// The full window a fraction is taken of.
import { civilFromDay } from '../../../kernel/calendar/civil.ts';
import { instantOfDay, minimumStayLength, momentOfDay, momentOfInstant } from './charged-time.ts';
import { type GridWindow, shiftDay } from './grid-walk.ts';
import type { PeriodShape } from './quote-shape.ts';
import type { Story } from './replay.ts';

/** Between two dates by 30E/360: every month has 30 days, day 31 counts as 30. */
export function thirtyDays(from: number, to: number): number {
  const count = (day: number) => {
    const civil = civilFromDay(day);
    return civil.year * 360 + civil.month * 30 + Math.min(civil.day, 30);
  };
  return count(to) - count(from);
}

/** In service on the plan regardless of pauses: on the day by the rules of days, or at the very instant. */
function servedAt(story: Story, plan: string, instant: number, rule: 'days' | 'seconds', stay: number): boolean {
  const whole = { key: '', item: null };
  if (rule === 'seconds') {
    const now = story.stateAt(instant);
    return (now.inService ? now : momentOfInstant(story, whole, instant, stay)?.state)?.plan === plan;
  }
  const day = story.clock.dayOf(instant);
  const regular = instantOfDay(story, day);
  return (regular === null ? momentOfDay(story, whole, day)?.state : story.stateAt(regular))?.plan === plan;
}

/** The grid's own window, or, with `fullPeriod: edge`, one plain period from the edge that service did not cross inside. */
export function fullWindow(
  story: Story,
  plan: string,
  period: PeriodShape,
  window: GridWindow,
  rule: 'days' | 'seconds',
): { from: number; to: number } {
  const own = { from: window.fullFrom, to: window.fullTo };
  if (story.document.account.fullPeriod !== 'edge' || period.unit === 'hour') return own;
  const { clock } = story;
  const stay = minimumStayLength(story, period.unit);
  if (!servedAt(story, plan, window.from, rule, stay))
    return { from: clock.startOfDay(shiftDay(clock.dayOf(window.to), period, -1)), to: window.to };
  if (!servedAt(story, plan, window.to - 1, rule, stay))
    return { from: window.from, to: clock.startOfDay(shiftDay(clock.dayOf(window.from), period, 1)) };
  return own;
}
