// Money, numbers, days and instants as the reader's language writes them. Amounts stay text throughout: no amount becomes a binary fraction.

export interface Money {
  /** Decimal, in major units: `119.00`. */
  readonly amount: string;
  readonly currency: string;
}

export interface Format {
  readonly money: (amount: string, currency: string) => string;
  /** A decimal as it is: nothing is rounded away. */
  readonly number: (value: string | number) => string;
  /** Of a part of one: `0.19` is 19 %. */
  readonly percent: (value: string | number) => string;
  /** `2026-01-31`, and the day of an instant. */
  readonly day: (date: string) => string;
  readonly month: (date: string) => string;
  /** RFC 3339, in the reader's zone. */
  readonly instant: (instant: string) => string;
  readonly bytes: (value: number) => string;
  readonly country: (code: string) => string;
  readonly currencyName: (code: string) => string;
  readonly compare: (one: string, other: string) => number;
}

const MOST_DIGITS = 20;

export function createFormat(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: MOST_DIGITS });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const sizes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const collator = new Intl.Collator(locale);
  return {
    money: moneyFormat(locale),
    number: (value) => numbers.format(value as Intl.StringNumericLiteral),
    percent: (value) => percents.format(value as Intl.StringNumericLiteral),
    day: (date) => days.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)),
    month: (date) => months.format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`)),
    instant: (instant) => instants.format(new Date(instant)),
    bytes: (value) => {
      const step = value === 0 ? 0 : Math.min(Math.floor(Math.log10(Math.abs(value)) / 3), UNITS.length - 1);
      return `${sizes.format(value / 1000 ** step)} ${UNITS[step]}`;
    },
    country: nameOf(new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })),
    currencyName: nameOf(new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' })),
    compare: collator.compare,
  };
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A code of no such form is shown as it is. */
function nameOf(names: Intl.DisplayNames): (code: string) => string {
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}

/** Prices may have more places than their currency: all of them are shown, and never fewer than it has. */
function moneyFormat(locale: string): Format['money'] {
  const formats = new Map<string, Intl.NumberFormat>();
  return (amount, currency) => {
    let format = formats.get(currency);
    if (format === undefined) {
      format = newMoneyFormat(locale, currency);
      formats.set(currency, format);
    }
    return format.format(amount as Intl.StringNumericLiteral);
  };
}

function newMoneyFormat(locale: string, currency: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: MOST_DIGITS });
  } catch {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: MOST_DIGITS });
  }
}
