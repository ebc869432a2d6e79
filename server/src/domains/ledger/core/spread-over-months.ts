// Which months an amount is earned in: by the days of its service that fall in each.
import { civilFromDay, type Day, dayFromCivil } from '../../../kernel/calendar/civil.ts';
import { fromInteger } from '../../../kernel/money/rational.ts';
import { splitByLargestRemainder } from '../../../kernel/money/split.ts';

export interface MonthAmount {
  /** First day of the month. */
  readonly month: Day;
  readonly amountMinor: bigint;
}

export function firstOfMonth(day: Day): Day {
  const date = civilFromDay(day);
  return dayFromCivil(date.year, date.month, 1);
}

export function nextMonth(month: Day): Day {
  const date = civilFromDay(month);
  return date.month === 12 ? dayFromCivil(date.year + 1, 1, 1) : dayFromCivil(date.year, date.month + 1, 1);
}

/**
 * 31.00 for 15 January to 15 February: 17 days of January, 14 of February, 17.00 and 14.00.
 * A credit of the same stretch is split the same way below zero, so that it empties what the charge filled.
 */
export function spreadOverMonths(amountMinor: bigint, from: Day, to: Day): MonthAmount[] {
  if (to <= from) return [{ month: firstOfMonth(from), amountMinor }];
  const months: Day[] = [];
  const days: number[] = [];
  for (let month = firstOfMonth(from); month < to; month = nextMonth(month)) {
    months.push(month);
    days.push(Math.min(to, nextMonth(month)) - Math.max(from, month));
  }
  const shares = splitByLargestRemainder(
    amountMinor,
    days.map((count) => fromInteger(count)),
  );
  return months.map((month, index) => ({ month, amountMinor: shares[index]! }));
}
