// Time zones by the IANA database. Asking the runtime for each instant is far too slow for billing, so each zone keeps a table of its
// offset changes, made a stretch of about seventeen years at a time when first needed, and remembers where it last looked.
import { Temporal } from 'temporal-polyfill';
import type { Day } from './civil.ts';

export interface Zone {
  /** As the IANA database writes it. */
  readonly name: string;
  /** The first instant of a local day: after a gap at midnight its end, of two midnights the first. */
  startOfDay(day: Day): number;
  /** The day whose start is the last one not after the instant. */
  dayOf(instant: number): Day;
  /** Milliseconds to add to an instant for local time. */
  offsetAt(instant: number): number;
}

const MS_PER_DAY = 86_400_000;
const STRETCH_MS = 2 ** 39;
// No offset reaches a day, and a day may be skipped whole (Samoa, 30 December 2011): three days see every change that matters.
const MARGIN_MS = 3 * MS_PER_DAY;

/** Offset `offsets[i]` holds from `starts[i]` to `starts[i + 1]`; the ends of a table lie beyond its stretch. */
interface OffsetTable {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  /** Where the last look-up ended. */
  last: number;
}

const utc: Zone = {
  name: 'UTC',
  startOfDay: (day) => day * MS_PER_DAY,
  dayOf: (instant) => Math.floor(instant / MS_PER_DAY),
  offsetAt: () => 0,
};

const zones = new Map<string, Zone>([['UTC', utc]]);

/** Null for a name the IANA database does not have; bare offsets such as "+02:00" are no zones. */
export function findZone(name: string): Zone | null {
  const known = zones.get(name);
  if (known) return known;
  if (!/^[A-Za-z]/.test(name)) return null;
  const identifier = identify(name);
  if (identifier === null) return null;
  let zone = zones.get(identifier);
  if (!zone) {
    zone = tabulatedZone(identifier);
    zones.set(identifier, zone);
  }
  return zone;
}

function identify(name: string): string | null {
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch {
    return null;
  }
}

function tabulatedZone(name: string): Zone {
  const tables = new Map<number, OffsetTable>();
  let lastStretch = Number.NaN;
  let lastTable: OffsetTable | undefined;

  function tableFor(milliseconds: number): OffsetTable {
    const stretch = Math.floor(milliseconds / STRETCH_MS);
    if (stretch === lastStretch && lastTable) return lastTable;
    let table = tables.get(stretch);
    if (!table) {
      table = tabulate(name, stretch * STRETCH_MS - MARGIN_MS, (stretch + 1) * STRETCH_MS + MARGIN_MS);
      tables.set(stretch, table);
    }
    lastStretch = stretch;
    lastTable = table;
    return table;
  }

  function offsetAt(instant: number): number {
    const table = tableFor(instant);
    return table.offsets[locate(table, instant)]!;
  }

  return {
    name,
    offsetAt,
    dayOf: (instant) => dayAt(tableFor(instant), instant),
    startOfDay: (day) => firstInstantAt(tableFor(day * MS_PER_DAY), day * MS_PER_DAY),
  };
}

function tabulate(name: string, from: number, to: number): OffsetTable {
  const starts = [from];
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
  const offsets = [moment.offsetNanoseconds / 1e6];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= to) return { starts, offsets, last: 0 };
    moment = next;
    starts.push(moment.epochMilliseconds);
    offsets.push(moment.offsetNanoseconds / 1e6);
  }
}

/** Index of the offset in force at an instant. */
function locate(table: OffsetTable, instant: number): number {
  const { starts, last } = table;
  if (starts[last]! <= instant && (last + 1 === starts.length || instant < starts[last + 1]!)) return last;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= instant) low = middle;
    else high = middle;
  }
  table.last = low;
  return low;
}

/** Where clocks go back over midnight (St. John's until 2011) the repeated hour belongs to the day that has begun, so days never overlap. */
function dayAt(table: OffsetTable, instant: number): Day {
  const index = locate(table, instant);
  const offset = table.offsets[index]!;
  const day = Math.floor((instant + offset) / MS_PER_DAY);
  const previous = table.offsets[index - 1];
  if (previous === undefined || previous <= offset || instant - table.starts[index]! >= previous - offset) return day;
  return firstInstantAt(table, (day + 1) * MS_PER_DAY) <= instant ? day + 1 : day;
}

/** The first instant at which the local clock shows `local`, or jumps over it. */
function firstInstantAt(table: OffsetTable, local: number): number {
  const { starts, offsets } = table;
  let index = locate(table, local - MS_PER_DAY);
  for (;;) {
    const instant = local - offsets[index]!;
    const end = starts[index + 1];
    if (end === undefined || instant < end) return Math.max(instant, starts[index]!);
    index += 1;
  }
}
