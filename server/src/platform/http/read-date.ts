// Days and instants of a request, refused with their place.
import { type Day, parseDay } from '../../kernel/calendar/civil.ts';
import { parseInstant } from '../../kernel/calendar/instant.ts';
import type { Zone } from '../../kernel/calendar/zone.ts';
import { Refusal } from '../../kernel/refusal.ts';

export function readDate(text: string, path: string): Day {
  const day = parseDay(text);
  if (day === null)
    throw new Refusal('request.date', `"${text}" is no day of the calendar. Write it as 2026-01-31.`, {
      path,
      parameters: { value: text },
    });
  return day;
}

/** A date is local midnight; an instant says its offset. */
export function readMoment(text: string, zone: Zone, path: string): number {
  return text.length === 10 ? zone.startOfDay(readDate(text, path)) : readInstant(text, path);
}

export function readInstant(text: string, path: string): number {
  const instant = parseInstant(text);
  if (instant === null) {
    throw new Refusal('request.instant', `"${text}" is no instant. Write date, time and offset, as 2026-01-31T10:00:00Z.`, {
      path,
      parameters: { value: text },
    });
  }
  return instant;
}
