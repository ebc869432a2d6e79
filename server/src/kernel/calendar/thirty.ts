// 30E/360, the Eurobond basis (ISDA 2006, section 4.16(g)): every month has 30 days, day 31 counts as 30.
import { civilFromDay, type Day } from './civil.ts';

/** Days from `from` to `to`; the lengths of neighbouring stretches add up. 28 February to 1 March is 3. */
export function days30(from: Day, to: Day): number {
  return position30(to) - position30(from);
}

function position30(day: Day): number {
  const civil = civilFromDay(day);
  return civil.year * 360 + civil.month * 30 + Math.min(civil.day, 30);
}
