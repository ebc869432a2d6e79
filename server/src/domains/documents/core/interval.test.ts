// Intervals and fractions in words.
import { describe, expect, it } from 'vitest';
import { findZone } from '../../../kernel/calendar/zone.ts';
import { wordingFor } from '../wording.ts';
import { formatFractionOf, formatInterval, readFraction } from './interval.ts';

const english = wordingFor('en');
const berlin = findZone('Europe/Berlin')!;

describe('formatInterval', () => {
  it.each([
    ['2024-01-01', '2024-02-01', '1–31 Jan 2024'],
    ['2024-01-31', '2024-02-01', '31 Jan 2024'],
    ['2024-01-31', '2024-01-31', '31 Jan 2024'],
    ['2024-01-15', '2025-01-15', '15 Jan 2024 – 14 Jan 2025'],
    // Local midnights are days.
    ['2023-12-31T23:00:00Z', '2024-01-31T23:00:00Z', '1–31 Jan 2024'],
    ['2024-01-15T11:00:00Z', '2024-01-15T17:30:00Z', '15 Jan 2024, 12:00–18:30'],
    ['2024-01-15T11:00:00Z', '2024-01-15T23:00:00Z', '15 Jan 2024, 12:00–24:00'],
    ['2024-01-15T11:00:00Z', '2024-01-16T11:00:30Z', '15 Jan 2024, 12:00 – 16 Jan 2024, 12:00:30'],
    ['2024-01-14T23:00:00Z', '2024-01-15T11:00:00Z', '15 Jan 2024, 00:00–12:00'],
    // The hour that clocks skip, and the one they repeat.
    ['2024-03-31T00:00:00Z', '2024-03-31T02:00:00Z', '31 Mar 2024, 01:00 (UTC+1)–04:00 (UTC+2)'],
    ['2024-10-27T00:00:00Z', '2024-10-27T01:00:00Z', '27 Oct 2024, 02:00 (UTC+2)–02:00 (UTC+1)'],
    ['2024-10-27T01:00:00Z', '2024-10-27T02:00:00Z', '27 Oct 2024, 02:00–03:00'],
  ])('%s to %s', (from, to, text) => {
    expect(formatInterval({ from, to }, berlin, english)).toBe(text);
  });
  it('writes offsets west of Greenwich and of half hours', () => {
    const adelaide = findZone('Australia/Adelaide')!;
    expect(formatInterval({ from: '2024-04-06T15:00:00Z', to: '2024-04-06T17:00:00Z' }, adelaide, english)).toBe(
      '7 Apr 2024, 01:30 (UTC+10:30)–02:30 (UTC+9:30)',
    );
    const york = findZone('America/New_York')!;
    expect(formatInterval({ from: '2024-11-03T05:30:00Z', to: '2024-11-03T06:30:00Z' }, york, english)).toBe(
      '3 Nov 2024, 01:30 (UTC−4)–01:30 (UTC−5)',
    );
  });
  it('stops at what is neither a date nor an instant', () => {
    expect(() => formatInterval({ from: '2024-02-30', to: '2024-03-01' }, berlin, english)).toThrow('"2024-02-30" is neither');
  });
});

describe('formatFractionOf', () => {
  it.each([
    ['11/31', '2024-01-21', '2024-02-01', '11 of 31 days'],
    ['1/2', '2024-04-16', '2024-05-01', '15 of 30 days'],
    ['1/31', '2024-01-31', '2024-02-01', '1 of 31 days'],
    ['19/31', '2024-03-13', '2024-04-01', '19 of 31 days'],
    ['1', '2024-01-01', '2024-02-01', null],
    ['8/15', '2024-02-15', '2024-03-01', '16 of 30 days (30/360)'],
    ['2/7', '2024-01-21', '2024-02-01', '2/7 of the period'],
    ['1/2', '2024-01-15T11:00:00Z', '2024-01-15T23:00:00Z', '12 of 24 hours'],
    ['1/62', '2024-01-10T11:00:00Z', '2024-01-10T23:00:00Z', '12 of 744 hours'],
    ['1/496', '2024-01-10T11:00:00Z', '2024-01-10T12:30:00Z', '90 of 44,640 minutes'],
    ['1/2', '2024-01-10T11:00:00Z', '2024-01-10T11:00:01Z', '1 of 2 seconds'],
    ['1/3', '2024-01-10T11:00:00Z', '2024-01-10T11:00:00.250Z', '1/3 of the period'],
    ['0', '2024-01-21', '2024-02-01', '0 of the period'],
  ])('%s of %s to %s', (fraction, from, to, text) => {
    expect(formatFractionOf(fraction, { from, to }, english)).toBe(text);
  });
  it('follows the plurals of the language', () => {
    const german = wordingFor('de');
    expect(formatFractionOf('1/2', { from: '2024-04-16', to: '2024-05-01' }, german)).toBe('15 von 30 Tagen');
    expect(formatFractionOf('1/2', { from: '2024-01-10T11:00:00Z', to: '2024-01-10T11:30:00Z' }, german)).toBe('30 von 60 Minuten');
  });
});

describe('readFraction', () => {
  it.each(['', '1/0', 'a', '1/2/3', '0.5'])('stops at "%s"', (text) => {
    expect(() => readFraction(text)).toThrow('is not a fraction');
  });
});
