// Numbers and times of a FOCUS row from their text, exactly as printed.
import { type Day, dayFromCivil } from '../../../../kernel/calendar/civil.ts';
import { parseInstant } from '../../../../kernel/calendar/instant.ts';
import { powerOfTen, type Rational } from '../../../../kernel/money/rational.ts';

export interface PrintedNumber {
  readonly value: Rational;
  /** Decimals as printed, trailing zeros included: 11 for "0.00001605990". Zero for whole numbers, also those written 12E3. */
  readonly places: number;
  /** Has more than 15 digits before the point: no quantity or cost we could take for real. */
  readonly tooLarge: boolean;
}

const WRITTEN = /^([+-]?)(\d{0,60})(?:\.(\d{0,60}))?(?:[eE]([+-]?\d{1,2}))?$/;
const LARGEST_WHOLE_DIGITS = 15;
const MOST_PLACES = 30;

/** Plain decimals, and with an exponent as spreadsheets write them ("2.5E-7"). Null for anything else, or finer than 30 decimals. */
export function readNumber(text: string): PrintedNumber | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  if (digits === '') return null;
  const places = fraction.length - Number(exponent);
  if (places > MOST_PLACES) return null;
  const unsigned = places < 0 ? BigInt(digits) * powerOfTen(-places) : BigInt(digits);
  const value = { n: sign === '-' ? -unsigned : unsigned, d: places > 0 ? powerOfTen(places) : 1n };
  return { value, places: Math.max(places, 0), tooLarge: unsigned >= powerOfTen(LARGEST_WHOLE_DIGITS + Math.max(places, 0)) };
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}[ Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,30})?/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const OFFSET_OR_UTC = /(?:[Zz]|[+-]\d{2}:\d{2}| ?UTC)$/;

/** "2024-09-18 22:00:00", with T, Z, an offset or a fraction; a date alone is its midnight, a month alone its first. UTC where no offset is given. */
export function readInstant(text: string): number | null {
  if (MONTH.test(text)) return parseInstant(`${text}-01T00:00:00Z`);
  if (DATE.test(text)) return parseInstant(`${text}T00:00:00Z`);
  if (!DATE_TIME.test(text)) return null;
  const joined = `${text.slice(0, 10)}T${text.slice(11)}`;
  return parseInstant(OFFSET_OR_UTC.test(joined) ? joined.replace(/ ?UTC$/, 'Z') : `${joined}Z`);
}

const MS_PER_DAY = 86_400_000;
const EARLIEST = dayFromCivil(2000, 1, 1);
const LATEST = dayFromCivil(2100, 1, 1);

export function dayOfInstant(instant: number): Day {
  return Math.floor(instant / MS_PER_DAY);
}

/** Clouds and their bills are younger than 2000; a year of 0001 or 9999 would make a thousand windows. */
export function isPlausible(instant: number): boolean {
  const day = dayOfInstant(instant);
  return day >= EARLIEST && day < LATEST;
}
