// The full window a fraction is taken of.
import { civilFromDay } from '../../../kernel/calendar/civil.ts';
import { minimumStayLength, momentOfDay, momentOfInstant } from './charged-time.ts';
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

/** In service regardless of pauses: on the day by the rules of days, or at the very instant. */
function servedAt(story: Story, instant: number, rule: 'days' | 'seconds', stay: number): boolean {
  const whole = { key: '', item: null };
  if (story.stateAt(instant).inService) return true;
  if (rule === 'seconds') return momentOfInstant(story, whole, instant, stay) !== null;
  return momentOfDay(story, whole, story.clock.dayOf(instant)) !== null;
}

/** The grid's own window, or, with `fullPeriod: edge`, one plain period from the edge that service did not cross inside. */
export function fullWindow(story: Story, period: PeriodShape, window: GridWindow, rule: 'days' | 'seconds'): { from: number; to: number } {
  const own = { from: window.fullFrom, to: window.fullTo };
  if (story.document.account.fullPeriod !== 'edge' || period.unit === 'hour') return own;
  const { clock } = story;
  const stay = minimumStayLength(story, period.unit);
  const begins = rule === 'days' ? clock.startOfDay(clock.dayOf(window.from) + 1) - 1 : window.from;
  if (!servedAt(story, begins, rule, stay)) return { from: clock.startOfDay(shiftDay(clock.dayOf(window.to), period, -1)), to: window.to };
  if (!servedAt(story, window.to - 1, rule, stay))
    return { from: window.from, to: clock.startOfDay(shiftDay(clock.dayOf(window.from), period, 1)) };
  return own;
}
