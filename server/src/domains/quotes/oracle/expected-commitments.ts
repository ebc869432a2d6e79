// A plan's promised spend: what its cells fall short of it, window by window of the commitment's own period.
import { divide, fromInteger, multiply, ONE } from '../../../kernel/money/rational.ts';
import { momentOfDay } from './charged-time.ts';
import { type ExpectedCell, endedInside, type Horizon, type Rounding } from './expectation.ts';
import { windowsBetween } from './grid-walk.ts';
import { decimal, roundMinor } from './plain-number.ts';
import type { PlanShape } from './quote-shape.ts';
import type { Story } from './replay.ts';

const DAY = 86_400_000;

function daysOnPlan(story: Story, plan: string, fromDay: number, toDay: number): number {
  let days = 0;
  for (let day = fromDay; day < toDay; day += 1) {
    const moment = momentOfDay(story, { key: '', item: null }, day);
    const trialUntil = moment?.state.trialUntil ?? null;
    if (moment?.state.plan === plan && (trialUntil === null || moment.at >= trialUntil)) days += 1;
  }
  return days;
}

export function expectedCommitments(
  story: Story,
  plan: PlanShape,
  cells: readonly ExpectedCell[],
  horizon: Horizon,
  rounding: Rounding,
): ExpectedCell[] {
  const { commitment } = plan;
  const { earliest } = story;
  if (!commitment || earliest === null) return [];
  const { clock } = story;
  const keys = (commitment.components ?? plan.components.map(({ key }) => key)).map((key) => `${plan.key}/${key}`);
  return windowsBetween(story, commitment.period, earliest - DAY, horizon.knownBefore).flatMap((window) => {
    const days = daysOnPlan(story, plan.key, clock.dayOf(window.from), clock.dayOf(window.to));
    if (days === 0) return [];
    const wholeDays = clock.dayOf(window.fullTo) - clock.dayOf(window.fullFrom);
    const fraction = commitment.fraction === 'none' ? ONE : divide(fromInteger(days), fromInteger(wholeDays));
    const promised = roundMinor(multiply(decimal(commitment.amount), fraction), rounding.digits, rounding.mode);
    const inside = cells.filter(
      (cell) =>
        keys.includes(cell.component ?? '') && cell.from !== null && cell.to !== null && cell.from >= window.from && cell.to <= window.to,
    );
    const spent = inside.reduce((total, cell) => total + cell.netMinor, 0n);
    const missing = promised > spent ? promised - spent : 0n;
    const over = window.to <= horizon.runStarts || endedInside(story, window.from, horizon);
    return [
      {
        subscription: story.subscription.id,
        component: `${plan.key}/commitment`,
        item: null,
        from: window.from,
        to: window.to,
        grossMinor: missing,
        netMinor: missing,
        determined: over && inside.every(({ determined }) => determined),
      },
    ];
  });
}
