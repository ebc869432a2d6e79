// Values of a quote document as the core takes them, each refused with its place.
import { type Day, parseDay } from '../../../kernel/calendar/civil.ts';
import { parseInstant } from '../../../kernel/calendar/instant.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { type Rational, sign } from '../../../kernel/money/rational.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AnchorRule } from '../../subscriptions/core/fact.ts';
import type { AnchorDocument } from '../document-fields.ts';

export function refuse(code: string, path: string, message: string, parameters: Record<string, string> = {}): never {
  throw new Refusal(code, message, { path, parameters });
}

export function readDecimal(text: string, path: string): Rational {
  return (
    parseDecimal(text) ?? refuse('quote.invalid_decimal', path, `"${text}" is no plain decimal; write it as "12.50".`, { value: text })
  );
}

export function readAmount(text: string, path: string): Rational {
  const value = readDecimal(text, path);
  if (sign(value) < 0) refuse('quote.negative', path, `"${text}" is below zero; it must be zero or more.`, { value: text });
  return value;
}

export function readDay(text: string, path: string): Day {
  return (
    parseDay(text) ?? refuse('quote.invalid_date', path, `"${text}" is no day of the calendar; write it as 2024-01-31.`, { value: text })
  );
}

/** A date is local midnight; an instant needs its offset. */
export function readMoment(text: string, zone: Zone, path: string): number {
  if (text.length === 10) return zone.startOfDay(readDay(text, path));
  return (
    parseInstant(text) ??
    refuse('quote.invalid_instant', path, `"${text}" is no instant; write it with its offset, as 2024-01-31T10:00:00Z.`, { value: text })
  );
}

export function readAnchor(anchor: AnchorDocument, path: string): AnchorRule {
  if (anchor === 'start') return { kind: 'start' };
  if (typeof anchor === 'string') return { kind: 'date', day: readDay(anchor, path) };
  return { kind: 'day', dayOfMonth: anchor.day };
}

/** Refuses a second use of a name. */
export function unique(seen: Set<string>, key: string, code: string, path: string, what: string): void {
  if (seen.has(key)) refuse(code, path, `${what} "${key}" is there twice; each needs a name of its own.`, { name: key });
  seen.add(key);
}
