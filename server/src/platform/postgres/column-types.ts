// How values of the database arrive in the program. bigint stays exact, numeric and date stay text, an instant is milliseconds since 1970.
import pg from 'pg';

/** Object identifiers of PostgreSQL's built-in types; they never change. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;
const TEXT_ARRAY: number = 1009;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;
const NUMERIC_ARRAY = 1231;

const asIs = (text: string): string => text;
const textArray = pg.types.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[];

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, BigInt],
  [NUMERIC, asIs],
  [DATE, asIs],
  [TIMESTAMPTZ, parseTimestamp],
  [INT8_ARRAY, arrayOf(BigInt)],
  [NUMERIC_ARRAY, arrayOf(asIs)],
  [DATE_ARRAY, arrayOf(asIs)],
  [TIMESTAMPTZ_ARRAY, arrayOf(parseTimestamp)],
]);

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
    return parsers.get(oid) ?? pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

/** What a timestamptz column takes for an instant: `2026-01-31T23:00:00.000Z`. */
export function toTimestamp(instant: number): string {
  return new Date(instant).toISOString();
}

/** `2026-01-31 23:00:00.25+00` in the ISO style that our sessions ask for. Microseconds below a millisecond are cut. */
export function parseTimestamp(text: string): number {
  if (WHOLE_SECOND.test(text)) return wholeSecond(text);
  const instant = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(instant)) throw new RangeError(`Not an instant that a number of milliseconds can hold: ${text}`);
  return instant;
}

/** Nearly every instant that a run reads; taking it apart by places costs a fifth of asking Date. */
const WHOLE_SECOND = /^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d\+00$/;

function wholeSecond(text: string): number {
  const at = (place: number): number => (text.charCodeAt(place) - 48) * 10 + text.charCodeAt(place + 1) - 48;
  return Date.UTC(at(0) * 100 + at(2), at(5) - 1, at(8), at(11), at(14), at(17));
}

function arrayOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  return (text) => textArray(text).map((item) => (item === null ? null : parse(item)));
}
