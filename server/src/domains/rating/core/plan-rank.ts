// What a plan costs per day, to tell a move up from a move down.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Period } from '../../../kernel/calendar/period.ts';
import { add, divide, fromInteger, multiply, type Rational, rational, ZERO } from '../../../kernel/money/rational.ts';
import type { Plan } from '../../catalog/core/component.ts';
import { priceQuantity } from '../../pricelists/core/rate.ts';
import type { PriceSource } from './engine.ts';

const DAYS: Readonly<Record<Period['unit'], Rational>> = {
  hour: rational(1n, 24n),
  day: fromInteger(1),
  week: fromInteger(7),
  month: rational(146_097n, 4_800n),
  year: rational(146_097n, 400n),
};

/** Its recurring and allocation components in the plan's own quantities, by the prices of a day. */
export function planRank(plan: Plan | undefined, prices: PriceSource, day: Day, knownBefore: number): Rational {
  let perDay = ZERO;
  for (const component of plan?.components ?? []) {
    if (component.kind !== 'recurring' && component.kind !== 'allocation') continue;
    const entry = prices.priceOn(component.ref, day, knownBefore);
    if (entry === null) continue;
    const days = multiply(DAYS[component.period.unit], fromInteger(component.period.count));
    perDay = add(perDay, divide(priceQuantity(entry.price, component.quantity).amount, days));
  }
  return perDay;
}
