// Numbers and times as clouds and spreadsheets print them.
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../../kernel/calendar/instant.ts';
import { formatExact } from '../../../../kernel/money/rational.ts';
import { readInstant, readNumber } from './read-value.ts';

describe('readNumber', () => {
  it.each([
    ['0.00001605990', '0.0000160599', 11],
    ['-2.61370000000', '-2.6137', 11],
    ['+5', '5', 0],
    ['.5', '0.5', 1],
    ['12.', '12', 0],
    ['2.5E-7', '0.00000025', 8],
    ['1.20e-05', '0.000012', 7],
    ['1.5E3', '1500', 0],
    ['12E3', '12000', 0],
    ['-0', '0', 0],
  ])('reads %s as %s with %i places', (text, value, places) => {
    const number = readNumber(text)!;
    expect([formatExact(number.value), number.places, number.tooLarge]).toEqual([value, places, false]);
  });

  it.each(['', '.', '-', 'e5', '1,234.5', '$5', '0x10', 'NaN', 'Infinity', '1e999', '1 000', '5-', '１', '0.1e-40', '9'.repeat(200)])(
    'refuses %s',
    (text) => expect(readNumber(text)).toBeNull(),
  );

  it.each([
    ['999999999999999.99', false],
    ['1000000000000000', true],
    ['-1000000000000000.5', true],
    ['1E99', true],
    ['000000000000000000000001', false],
  ])('calls %s too large: %s', (text, tooLarge) => expect(readNumber(text)?.tooLarge).toBe(tooLarge));
});

describe('readInstant', () => {
  it.each([
    ['2024-09-18 22:00:00', '2024-09-18T22:00:00Z'],
    ['2024-09-18T22:00:00', '2024-09-18T22:00:00Z'],
    ['2024-09-18T22:00:00Z', '2024-09-18T22:00:00Z'],
    ['2024-09-18 22:00:00 UTC', '2024-09-18T22:00:00Z'],
    ['2024-09-18 22:00:00.1234567', '2024-09-18T22:00:00.123Z'],
    ['2024-09-18T22:00:00+02:00', '2024-09-18T20:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2024-10', '2024-10-01T00:00:00Z'],
  ])('reads %s as %s', (text, instant) => expect(formatInstant(readInstant(text)!)).toBe(instant));

  it.each(['', '10/1/2024', '2024-13', '2023-02-29', '2024-09-18 25:00:00', '1725148800', 'yesterday', '2024-09-18T22:00'])(
    'refuses %s',
    (text) => expect(readInstant(text)).toBeNull(),
  );
});
