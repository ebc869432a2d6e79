// Text of users made harmless.
import { describe, expect, it } from 'vitest';
import { BREAK, breakable, LONGEST_TEXT, plain } from './plain-text.ts';

describe('plain', () => {
  it.each([
    ['two\nlines\tand   gaps ', 'two lines and gaps'],
    ['total \u202e00.001\u202c EUR', 'total 00.001 EUR'],
    ['\u2066isolate\u2069 \u200fmark\u061c', 'isolate mark'],
    ['nul\u0000 bell\u0007 del\u007f', 'nul bell del'],
    ['\ufeffmark \ufffe\uffff', 'mark'],
    ['half \ud800 pair', 'half pair'],
    ['zero\u200bwidth', 'zerowidth'],
    ['e\u0301\u0301\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301\u0301'],
    ['👩‍👩‍👧 stays', '👩‍👩‍👧 stays'],
    ['שלום مرحبا 日本語 Ωμέγα', 'שלום مرحبا 日本語 Ωμέγα'],
    ['#import "@preview/x:1.0.0" \\[*_$`<', '#import "@preview/x:1.0.0" \\[*_$`<'],
  ])('%j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
  it('cuts what would fill a page, at whole characters', () => {
    expect(plain('x'.repeat(10_000))).toBe(`${'x'.repeat(LONGEST_TEXT)}…`);
    expect(plain('x'.repeat(LONGEST_TEXT))).toBe('x'.repeat(LONGEST_TEXT));
    expect(plain('😀'.repeat(20), 3)).toBe('😀😀😀…');
    expect(plain(' '.repeat(1_000_000))).toBe('…');
  });
});

describe('breakable', () => {
  const shown = (text: string) => breakable(text).replaceAll(BREAK, '|');
  it.each([
    ['Nachgemeldeter Verbrauch', 'Nachgemeldeter Verbrauch'],
    ['arn:aws:logs:eu-central-1:123456789012:log-group', 'arn:|aws:|logs:|eu-|central-|1:|123456789012:|log-|group'],
    ['a'.repeat(26), 'aaaa|aaaa|aaaa|aaaa|aaaa|aaaa|aa'],
    ['short WWWWWWWWWWWWWWWWWWWW', 'short WWWW|WWWW|WWWW|WWWW|WWWW'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
