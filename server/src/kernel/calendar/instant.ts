// Instants as text: RFC 3339 with an offset in, UTC out. Inside an instant is a number of milliseconds since 1970.
import { dayFromCivil, daysInMonth, formatDay } from './civil.ts';

const MS_PER_DAY = 86_400_000;
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,30}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Digits finer than a millisecond are cut. Null for anything without an offset, and for leap seconds, which no clock of ours shows. */
export function parseInstant(text: string): number | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [year, month, dayOfMonth, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  const offsetHour = Number(match[9] ?? 0);
  const offsetMinute = Number(match[10] ?? 0);
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return null;
  const millisecond = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const local = dayFromCivil(year, month, dayOfMonth) * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  const offset = (offsetHour * 60 + offsetMinute) * 60_000;
  return match[8] === '-' ? local + offset : local - offset;
}

/** "2024-03-31T22:00:00Z"; milliseconds only where they are not zero. */
export function formatInstant(instant: number): string {
  const day = Math.floor(instant / MS_PER_DAY);
  const time = instant - day * MS_PER_DAY;
  const seconds = Math.floor(time / 1000);
  const millisecond = time - seconds * 1000;
  const written = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `${formatDay(day)}T${written.join(':')}${millisecond === 0 ? '' : `.${String(millisecond).padStart(3, '0')}`}Z`;
}
