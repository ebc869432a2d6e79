// Dates on the command line.
import { type Day, parseDay } from '../kernel/calendar/civil.ts';
import { Refusal } from '../kernel/refusal.ts';

export function readDay(text: string, option: string): Day {
  const day = parseDay(text);
  if (day === null) {
    throw new Refusal('command.not_a_date', `"${text}" is not a date. Write year, month and day, such as 2026-03-01.`, { path: option });
  }
  return day;
}
