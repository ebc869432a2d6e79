// A plan's promised spend: what its cells fall short of it, window by window of the commitment's own period.
import { divide, fromInteger, multiply, ONE } from '../../../kernel/money/rational.ts';
import { momentOfDay } from './charged-time.ts';
import { arrearsDueDay, type CellTruth, type Horizon } from './expectation.ts';
import { windowsBetween } from './grid-walk.ts';
import { decimal } from './plain-number.ts';
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

/** `gross` and `net` are the promise for the days on the plan; what is missing to it is asked when the cells inside are known. */
export function commitmentTruths(story: Story, plan: PlanShape, horizon: Horizon): CellTruth[] {
  const { commitment } = plan;
  const { earliest } = story;
  if (!commitment || earliest === null) return [];
  const { clock } = story;
  const scope = (commitment.components ?? plan.components.filter(({ kind }) => kind !== 'one_time').map(({ key }) => key)).map(
    (key) => `${plan.key}/${key}`,
  );
  return windowsBetween(story, commitment.period ?? plan.period, earliest - DAY, horizon.knownBefore).map((window) => {
    const days = daysOnPlan(story, plan.key, clock.dayOf(window.from), clock.dayOf(window.to));
    const wholeDays = clock.dayOf(window.fullTo) - clock.dayOf(window.fullFrom);
    const fraction = commitment.fraction === 'none' ? ONE : divide(fromInteger(days), fromInteger(wholeDays));
    const promise = multiply(decimal(commitment.amount), fraction);
    return {
      subscription: story.subscription.id,
      component: `${plan.key}/commitment`,
      item: null,
      from: window.from,
      to: window.to,
      kind: 'commitment',
      gross: promise,
      net: promise,
      credits: [],
      charged: days > 0,
      dueOn: days > 0 ? arrearsDueDay(story, window, (state) => state.inService && state.plan === plan.key) : null,
      inAdvance: false,
      soFar: null,
      endDay: clock.dayOf(window.to),
      scope,
    };
  });
}
