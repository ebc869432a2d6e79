// How numbers, money, dates and countries are written in a language and region, from exact decimals as text and civil days.
import type { Day } from '../../kernel/calendar/civil.ts';

const MS_PER_DAY = 86_400_000;
const MOST_DECIMALS = 20;
const MOST_RANGES = 1000;
// Dates and money in plain English follow no single country: the day before the month, other countries' dollars told apart.
const REGION_OF = new Map([['en', 'en-001']]);

export interface Locale {
  /** The language of the texts, "de". */
  readonly language: string;
  /** "1,234.50" with at least `decimals` decimals and never fewer than the text has. */
  decimal(text: string, decimals?: number): string;
  /** "€1,234.50". */
  money(text: string, currency: string, digits: number): string;
  /** "19 %" from "19". */
  percent(text: string): string;
  /** "31 January 2024". */
  longDate(day: Day): string;
  /** "31 Jan 2024". */
  shortDate(day: Day): string;
  /** "1–31 Jan 2024", both days included. */
  dateRange(first: Day, last: Day): string;
  /** "18:30", with seconds only where there are any; 24:00 ends a day. */
  time(millisecondOfDay: number): string;
  country(code: string): string;
  list(parts: readonly string[]): string;
}

/** The locale for an account's language tag; English where none of the shipped languages fits. */
export function findLocale(tag: string, languages: readonly string[]): Locale {
  const supported = canonical(tag);
  const language = supported?.split('-')[0];
  const chosen = supported !== null && language !== undefined && languages.includes(language) ? supported : 'en';
  let locale = locales.get(chosen);
  if (!locale) {
    locale = createLocale(chosen);
    locales.set(chosen, locale);
  }
  return locale;
}

const locales = new Map<string, Locale>();

function canonical(tag: string): string | null {
  try {
    // Extensions such as "-u-nu-deva" would change digits and calendars of a document: language, script and region only.
    return Intl.DateTimeFormat.supportedLocalesOf(new Intl.Locale(tag).baseName)[0] ?? null;
  } catch {
    return null;
  }
}

function createLocale(tag: string): Locale {
  const written = REGION_OF.get(tag) ?? tag;
  const dates = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', day: 'numeric', year: 'numeric' } as const;
  const long = new Intl.DateTimeFormat(written, { ...dates, month: 'long' });
  const short = new Intl.DateTimeFormat(written, { ...dates, month: 'short' });
  const countries = new Intl.DisplayNames(written, { type: 'region' });
  const list = new Intl.ListFormat(written, { type: 'conjunction' });
  const decimalFormat = numberFormats(written, {});
  const percentFormat = numberFormats(written, { style: 'percent' });
  const moneyFormats = new Map<string, NumberFormats>();
  return {
    language: tag.split('-')[0]!,
    decimal: (text, decimals = 0) => decimalFormat(text, decimals),
    money(text, currency, digits) {
      let format = moneyFormats.get(currency);
      if (!format) {
        format = numberFormats(written, { style: 'currency', currency });
        moneyFormats.set(currency, format);
      }
      return format(text, digits);
    },
    percent: (text) => percentFormat(shiftPoint(text), 0),
    longDate: (day) => long.format(day * MS_PER_DAY),
    shortDate: (day) => short.format(day * MS_PER_DAY),
    dateRange: rangeFormat(short),
    time: formatTime,
    country: (code) => countries.of(code) ?? code,
    list: (parts) => list.format(parts),
  };
}

type NumberFormats = (text: string, decimals: number) => string;

/** Exact from decimal text: the runtime takes it as it stands up to twenty decimals, the rest is appended digit by digit. */
function numberFormats(tag: string, options: Intl.NumberFormatOptions): NumberFormats {
  const byDecimals = new Map<number, Intl.NumberFormat>();
  const formatFor = (decimals: number) => {
    let format = byDecimals.get(decimals);
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        ...options,
        numberingSystem: 'latn',
        minimumFractionDigits: Math.min(decimals, MOST_DECIMALS),
        maximumFractionDigits: MOST_DECIMALS,
      });
      byDecimals.set(decimals, format);
    }
    return format;
  };
  return (text, decimals) => {
    const fraction = text.split('.')[1] ?? '';
    const beyond = fraction.slice(MOST_DECIMALS).replace(/0+$/, '');
    if (beyond === '') return typographic(formatFor(decimals).format(text as `${number}`));
    const head = text.slice(0, text.length - fraction.length + MOST_DECIMALS);
    const parts = formatFor(MOST_DECIMALS).formatToParts(head as `${number}`);
    return typographic(parts.map((part) => (part.type === 'fraction' ? part.value + beyond : part.value)).join(''));
  };
}

/** A hyphen is too short to be seen before a figure. */
function typographic(text: string): string {
  return text.replace('-', '\u2212');
}

/** Percent to share, in text: "19" to "0.19", "7.7" to "0.077". */
function shiftPoint(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded = whole.padStart(3, '0');
  return `${sign}${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
}

/** Writing a range takes the runtime a hundred times as long as a date, and the lines of a document share a few. */
function rangeFormat(format: Intl.DateTimeFormat): (first: Day, last: Day) => string {
  const written = new Map<string, string>();
  return (first, last) => {
    if (first === last) return format.format(first * MS_PER_DAY);
    const key = `${first} ${last}`;
    let text = written.get(key);
    if (text === undefined) {
      text = spaceDash(format.formatRange(first * MS_PER_DAY, last * MS_PER_DAY));
      if (written.size >= MOST_RANGES) written.clear();
      written.set(key, text);
    }
    return text;
  };
}

/** Versions of the locale data differ in the spaces around a dash, thin ones among them that fonts lack: none after a bare day, one else. */
function spaceDash(range: string): string {
  return range.replace(/^([\d.]+)\s*–\s*/, '$1–').replace(/^(.*\p{L}.*?)\s*–\s*/u, '$1 – ');
}

function formatTime(millisecondOfDay: number): string {
  const seconds = Math.floor(millisecondOfDay / 1000);
  const millisecond = millisecondOfDay - seconds * 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0 || millisecond !== 0) parts.push(seconds % 60);
  const written = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return millisecond === 0 ? written : `${written}.${String(millisecond).padStart(3, '0')}`;
}
