// Texts, translations and the writing of figures and dates.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../kernel/calendar/civil.ts';
import { argumentsOf, compareMessages } from '../../testing/compare-messages.ts';
import { createCatalog, type Messages } from './catalog.ts';
import { findLocale } from './locale.ts';

const sources = fileURLToPath(new URL('../../', import.meta.url));
// Words that are the same in the other language, by file.
const SAME: Readonly<Record<string, readonly string[]>> = {
  'domains/documents/messages/de.json': ['payment.bank', 'payment.iban', 'payment.bic'],
};

function readMessages(file: string): Messages {
  return JSON.parse(readFileSync(join(sources, file), 'utf8')) as Messages;
}

const translations = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\/messages\/[a-z]{2}\.json$/.test(file) && !file.endsWith('/en.json'));

describe('shipped languages', () => {
  it('finds the translations of every area', () => {
    expect(translations).toContain('domains/documents/messages/de.json');
  });

  it.each(translations)('%s says all that English says', (file) => {
    const english = readMessages(`${dirname(file)}/en.json`);
    expect(compareMessages(english, readMessages(file), SAME[file])).toEqual([]);
  });
});

describe('compareMessages', () => {
  const english = { greeting: 'Hello {name}', days: '{count, plural, one {# day} other {# days}}', number: '{a} → {b}' };
  it('accepts a translation with the same values', () => {
    expect(
      compareMessages(english, { greeting: 'Hallo {name}', days: '{count, plural, one {# Tag} other {# Tage}}', number: '{a} → {b}' }),
    ).toEqual([]);
  });
  it('names what is missing, unused, too much or left in English', () => {
    expect(compareMessages(english, { greeting: 'Hello {name}', days: '{number} Tage', more: 'mehr' })).toEqual([
      'more is not a key of the reference',
      'greeting is not translated: "Hello {name}"',
      'days uses {number} instead of {count}',
      'number is missing',
    ]);
  });
  it('looks for values inside plurals', () => {
    expect(argumentsOf('{count, plural, one {one of {whole}} other {# of {whole}}}')).toEqual(['count', 'whole']);
  });
});

describe('createCatalog', () => {
  const catalog = createCatalog({
    en: { days: '{count, plural, one {# day} other {# days}}', tags: '<b>{name}</b>' },
    de: { days: '{count, plural, one {# Tag} other {# Tage}}', tags: '<b>{name}</b>' },
  });
  it.each([
    ['en', 1, '1 day'],
    ['en', 31, '31 days'],
    ['de', 1, '1 Tag'],
    ['de', 12, '12 Tage'],
    ['fr', 2, '2 days'],
    ['constructor', 2, '2 days'],
  ])('%s %i', (language, count, text) => {
    expect(catalog.text(language, 'days', { count })).toBe(text);
  });
  it('puts values in as they are', () => {
    expect(catalog.text('de', 'tags', { name: '{evil} <i>' })).toBe('<b>{evil} <i></b>');
  });
});

describe('findLocale', () => {
  const languages = ['en', 'de'];
  const day = (text: string) => parseDay(text)!;
  it.each([
    ['en', 'en', '1,234.50', '31 January 2024'],
    ['en-US', 'en', '1,234.50', 'January 31, 2024'],
    ['de', 'de', '1.234,50', '31. Januar 2024'],
    ['de-CH', 'de', "1'234.50", '31. Januar 2024'],
    ['de-u-nu-deva-ca-buddhist', 'de', '1.234,50', '31. Januar 2024'],
    ['fr', 'en', '1,234.50', '31 January 2024'],
    ['x', 'en', '1,234.50', '31 January 2024'],
    ['', 'en', '1,234.50', '31 January 2024'],
  ])('%s', (tag, language, amount, date) => {
    const locale = findLocale(tag, languages);
    expect([locale.language, locale.decimal('1234.5', 2).replace('’', "'"), locale.longDate(day('2024-01-31'))]).toEqual([
      language,
      amount,
      date,
    ]);
  });
  it.each([
    ['0.005322580645161290323', '0.005322580645161290323'],
    ['-12345678901234567890.123456789012345678901234', '−12,345,678,901,234,567,890.123456789012345678901234'],
    ['-0.50', '−0.50'],
    ['1.00000000000000000000000001', '1.00000000000000000000000001'],
    ['7', '7.00'],
  ])('writes %s exactly', (text, written) => {
    expect(findLocale('en', languages).decimal(text, 2)).toBe(written);
  });
  it('writes money with the decimals of the currency', () => {
    const english = findLocale('en', languages);
    const german = findLocale('de', languages);
    expect(english.money('90071992547409930.07', 'EUR', 2)).toBe('€90,071,992,547,409,930.07');
    expect(english.money('24596', 'JPY', 0)).toBe('JP¥24,596');
    expect(english.money('1.5', 'KWD', 3)).toBe('KWD\u00a01.500');
    expect(german.money('-1234.5', 'EUR', 2)).toBe('−1.234,50\u00a0€');
  });
  it.each([
    ['19', '19%'],
    ['7.7', '7.7%'],
    ['0', '0%'],
    ['0.125', '0.125%'],
    ['100', '100%'],
  ])('writes %s percent', (text, written) => {
    expect(findLocale('en', languages).percent(text)).toBe(written);
  });
  it.each([
    ['en', '2024-01-01', '2024-01-31', '1–31 Jan 2024'],
    ['en', '2024-01-15', '2024-02-14', '15 Jan – 14 Feb 2024'],
    ['en', '2023-12-15', '2024-01-14', '15 Dec 2023 – 14 Jan 2024'],
    ['en', '2024-01-15', '2024-01-15', '15 Jan 2024'],
    ['de', '2024-01-01', '2024-01-31', '1.–31. Jan. 2024'],
  ])('%s range %s to %s', (tag, first, last, written) => {
    const locale = findLocale(tag, languages);
    expect(locale.dateRange(day(first), day(last))).toBe(written);
    expect(locale.dateRange(day(first), day(last))).toBe(written);
  });
  it('writes times to the precision they have', () => {
    const { time } = findLocale('en', languages);
    expect([time(0), time(43_200_000), time(86_400_000), time(3_661_000), time(3_661_250)]).toEqual([
      '00:00',
      '12:00',
      '24:00',
      '01:01:01',
      '01:01:01.250',
    ]);
  });
});
