// Zones against the runtime's own answers, and that local days follow each other without gap or overlap.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from './civil.ts';
import { formatInstant, parseInstant } from './instant.ts';
import { findZone } from './zone.ts';

const names = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Chisinau',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
];
const FORTY_YEARS = { min: parseInstant('1995-01-01T00:00:00Z')!, max: parseInstant('2040-01-01T00:00:00Z')! };

const startsOfDay: readonly (readonly [string, string, string])[] = [
  ['Europe/Berlin', '2024-03-31', '2024-03-30T23:00:00Z'],
  ['Europe/Berlin', '2024-04-01', '2024-03-31T22:00:00Z'],
  ['Europe/Berlin', '2024-10-28', '2024-10-27T23:00:00Z'],
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
  ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00Z'],
  ['America/Havana', '2023-11-05', '2023-11-05T04:00:00Z'],
  ['Asia/Beirut', '2024-03-31', '2024-03-30T22:00:00Z'],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
  ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
  ['Asia/Kathmandu', '2024-01-01', '2023-12-31T18:15:00Z'],
  ['America/St_Johns', '2007-11-04', '2007-11-04T02:30:00Z'],
  ['Europe/Berlin', '9999-12-31', '9999-12-30T23:00:00Z'],
  ['UTC', '2024-01-01', '2024-01-01T00:00:00Z'],
];

describe('zones', () => {
  it.each(startsOfDay)('%s: %s begins at %s', (name, day, expected) => {
    expect(formatInstant(findZone(name)!.startOfDay(parseDay(day)!))).toBe(expected);
  });

  it('agree with the runtime at any instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer(FORTY_YEARS), (name, instant) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
        expect(findZone(name)!.offsetAt(instant)).toBe(moment.offsetNanoseconds / 1e6);
      }),
    );
  });

  it('agree with the runtime around every change of the clocks', () => {
    for (const name of names) {
      const zone = findZone(name)!;
      let moment = Temporal.Instant.fromEpochMilliseconds(FORTY_YEARS.min).toZonedDateTimeISO(name).getTimeZoneTransition('next');
      for (; moment && moment.epochMilliseconds < FORTY_YEARS.max; moment = moment.getTimeZoneTransition('next')) {
        for (const ahead of [-1, 0, 1, 2]) {
          const date = moment.toPlainDate().add({ days: ahead });
          const expected = date.toZonedDateTime(name).startOfDay().epochMilliseconds;
          const actual = zone.startOfDay(parseDay(date.toString())!);
          if (actual !== expected) expect.fail(`${name} ${date}: ${formatInstant(actual)}, not ${formatInstant(expected)}`);
        }
        for (const off of [-1, 0]) {
          const around: number = moment.epochMilliseconds + off;
          const expected = Temporal.Instant.fromEpochMilliseconds(around).toZonedDateTimeISO(name).offsetNanoseconds / 1e6;
          if (zone.offsetAt(around) !== expected) expect.fail(`${name} ${formatInstant(around)}`);
        }
      }
    }
  });

  it('give every instant the day that has begun and not ended', () => {
    const anyInstant = fc.oneof(
      fc.integer(FORTY_YEARS),
      // The repeated hour over midnight, and the days around Samoa's skipped one.
      fc.integer({ min: parseInstant('2007-11-04T01:00:00Z')!, max: parseInstant('2007-11-04T05:00:00Z')! }),
      fc.integer({ min: parseInstant('2011-12-29T00:00:00Z')!, max: parseInstant('2012-01-01T00:00:00Z')! }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), anyInstant, (name, instant) => {
        const zone = findZone(name)!;
        const day = zone.dayOf(instant);
        const text = `${name} ${formatInstant(instant)} ${formatDay(day)}`;
        expect(zone.startOfDay(day), text).toBeLessThanOrEqual(instant);
        expect(zone.startOfDay(day + 1), text).toBeGreaterThan(instant);
      }),
      { numRuns: 3000 },
    );
  });

  it('answer the same in any order of asking', () => {
    const zone = findZone('Europe/Berlin')!;
    const far = zone.offsetAt(parseInstant('2090-07-01T00:00:00Z')!);
    expect(zone.offsetAt(parseInstant('1950-07-01T00:00:00Z')!)).toBe(3_600_000);
    expect(zone.offsetAt(parseInstant('2024-07-01T00:00:00Z')!)).toBe(7_200_000);
    expect(far).toBe(7_200_000);
  });

  it('know the names of the IANA database only', () => {
    expect(findZone('europe/berlin')?.name).toBe('Europe/Berlin');
    expect(findZone('Europe/Berlin')).toBe(findZone('europe/berlin'));
    for (const name of ['Mars/Base', '+02:00', '', 'Europe/Berlin ', '2024-01-01T00:00Z']) expect(findZone(name), name).toBeNull();
  });
});
