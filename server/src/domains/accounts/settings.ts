// The settings: what each is called, its default, what it may be, whom it may be set for, and from when on a new value counts.
import { z } from 'zod';
import { parseDay } from '../../kernel/calendar/civil.ts';
import { findCurrency } from '../../kernel/money/currency.ts';

const decimal = z.string().regex(/^\d{1,30}(\.\d{1,30})?$/);
const anchor = z.union([z.literal('start'), z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.strictObject({ day: z.int().min(1).max(31) })]);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a code such as "de" or "de-AT"');
const country = z.string().regex(/^[A-Z]{2}$/, 'a country is two letters of ISO 3166, such as "DE"');
const currency = z
  .string()
  .refine((code) => findCurrency(code)?.withdrawnOn === null, 'a currency is a code of ISO 4217 that is still money');

const date = z.string().refine((text) => parseDay(text) !== null, 'a date is written as 2024-01-31');

const currencyRule = z
  .strictObject({ language: language.optional(), country: country.optional(), currency })
  .refine((rule) => rule.language !== undefined || rule.country !== undefined, 'a rule names a language, a country or both');

/** "Who speaks German and lives in Switzerland is billed in CHF." */
export type CurrencyRule = z.infer<typeof currencyRule>;

/** Shapes are the quote document's. */
export const declared = {
  rounding: z.enum(['half_up', 'half_even']).default('half_up'),
  anchor: anchor.default('start'),
  fullPeriod: z.enum(['anchor', 'edge']).default('anchor'),
  upgrade: z.enum(['at_once', 'next_cycle']).default('next_cycle'),
  downgrade: z.enum(['at_once', 'next_cycle', 'period_end']).default('next_cycle'),
  changeDay: z.enum(['new', 'old']).default('new'),
  cancellationDay: z.enum(['free', 'billed']).default('free'),
  minimumStay: z.enum(['P1D', 'none']).default('P1D'),
  interim: z.array(decimal).default([]),
  taxRounding: z.enum(['document', 'line']).default('document'),
  taxInclusive: z.boolean().default(false),
  corrections: z.enum(['credit_note', 'lines']).default('credit_note'),
  alarmTotal: decimal.nullable().default(null),
  paymentTermDays: z.int().min(0).max(3650).default(14),
  booksClosedUntil: date.nullable().default(null),
  greatestAgeDays: z.int().min(1).max(100_000).nullable().default(400),
  currencyRules: z.array(currencyRule).max(1000).default([]),
  belowCost: z.enum(['warn', 'refuse']).default('warn'),
  customerChanges: z
    .array(z.enum(['plan', 'quantity', 'cancel']))
    .max(3)
    .default(['plan', 'quantity', 'cancel']),
  customerPlans: z.array(z.string().min(1).max(200)).max(200).nullable().default(null),
};

const shape = z.strictObject(declared);
export type Settings = z.infer<typeof shape>;
export type SettingKey = keyof Settings;
export const DEFAULT_SETTINGS: Settings = shape.parse({});

/**
 * What a value that is valid from a day counts for. Nothing that was billed is ever rated again by another value:
 * - `beginning`: subscriptions and extra items that begin on that day or later; those that began before keep theirs.
 * - `billing`: billing days from that day on.
 * - `first_billing`: it cannot change once something was billed.
 * - `action`: what is done from that day on.
 */
export type CountsFor = 'beginning' | 'billing' | 'first_billing' | 'action';

export interface SettingNote {
  /** The other values, as docs/settings.md prints them. */
  readonly values: string;
  /** `account`: a seller may set it for all his accounts or for one. `seller`: for all only. */
  readonly scope: 'seller' | 'account';
  readonly counts: CountsFor;
  readonly effect: string;
}

export const settingNotes: Readonly<Record<SettingKey, SettingNote>> = {
  rounding: {
    values: '`half_even`',
    scope: 'account',
    counts: 'beginning',
    effect: 'How the amount of a cell is rounded, once. `half_up` is half away from zero.',
  },
  anchor: {
    values: '`{"day": 1}` to `{"day": 31}`, a date',
    scope: 'account',
    counts: 'beginning',
    effect: 'Where periods begin: on the day of the start, on a day of the month (31 is the last), or by a date that fixes their phase.',
  },
  fullPeriod: {
    values: '`edge`',
    scope: 'account',
    counts: 'beginning',
    effect:
      'What the fraction of a period is taken of that service enters or leaves inside: the whole period, or one counted from its edge.',
  },
  upgrade: {
    values: '`at_once`',
    scope: 'account',
    counts: 'beginning',
    effect: 'When a change upward is billed: with the next cycle, or by the first run that knows it.',
  },
  downgrade: {
    values: '`at_once`, `period_end`',
    scope: 'account',
    counts: 'beginning',
    effect: 'The same for a change downward; `period_end` also moves its effect to the end of the period.',
  },
  changeDay: {
    values: '`old`',
    scope: 'account',
    counts: 'beginning',
    effect: 'Whether the day of a change is charged with the new state or with the old one.',
  },
  cancellationDay: {
    values: '`billed`',
    scope: 'account',
    counts: 'beginning',
    effect: 'Whether the day on which service ends is charged.',
  },
  minimumStay: {
    values: '`none`',
    scope: 'account',
    counts: 'beginning',
    effect: 'Each beginning of service is charged for at least one day (one hour where the period is in hours).',
  },
  interim: {
    values: 'amounts, ascending',
    scope: 'account',
    counts: 'billing',
    effect: 'When usage of running periods reaches one of these amounts, what it costs so far is billed.',
  },
  taxRounding: {
    values: '`line`',
    scope: 'account',
    counts: 'billing',
    effect: 'Tax is rounded once for each category and rate of a document, or on each line.',
  },
  taxInclusive: {
    values: '`true`',
    scope: 'account',
    counts: 'first_billing',
    effect: 'Whether prices contain the tax.',
  },
  corrections: {
    values: '`lines`',
    scope: 'account',
    counts: 'billing',
    effect: 'Credits are on a credit note of their own, or lines on the same document.',
  },
  alarmTotal: {
    values: 'an amount',
    scope: 'account',
    counts: 'billing',
    effect: 'An invoice beyond it is not issued: its account is parked until somebody has looked.',
  },
  paymentTermDays: {
    values: '0 to 3650',
    scope: 'account',
    counts: 'billing',
    effect: 'Days from the issue of an invoice until it is due.',
  },
  booksClosedUntil: {
    values: 'a date',
    scope: 'seller',
    counts: 'billing',
    effect: 'Periods that end by this day are closed: what differs in them is billed as one adjustment in the open period.',
  },
  greatestAgeDays: {
    values: '1 to 100000, `null`',
    scope: 'seller',
    counts: 'billing',
    effect: 'Periods that ended this many days before a billing day, or earlier, are closed to it in the same way; `null` closes none.',
  },
  currencyRules: {
    values: 'rules `{"language", "country", "currency"}` in order',
    scope: 'seller',
    counts: 'action',
    effect:
      'The currency of a new account that names none: the first rule for its language, else the first for its country, else its seller’s.',
  },
  belowCost: {
    values: '`refuse`',
    scope: 'seller',
    counts: 'action',
    effect: 'What publishing a reseller’s price below what he pays himself does: it is published and answered with a warning, or refused.',
  },
  customerChanges: {
    values: 'some of `"plan"`, `"quantity"`, `"cancel"`, or none',
    scope: 'account',
    counts: 'action',
    effect: 'What customers’ people may do to their subscriptions by themselves: from now on, and ending at a period’s end.',
  },
  customerPlans: {
    values: 'keys of plans',
    scope: 'account',
    counts: 'action',
    effect: 'The plans that customers may choose by themselves; `null` is every published one that has a price for them.',
  },
};
