// The account of a quote document: its terms, taxes, grants and balance.
import { z } from 'zod';
import { anchor, date, decimal, moment, name, says } from './document-fields.ts';

const tax = z.strictObject({
  percent: says(decimal, 'Rate in per cent.', '19'),
  name: says(name.default('Tax'), 'As printed. Rates of different names add up; of one name the latest counts.', 'VAT'),
  from: says(date.nullable().default(null), 'First day of the rate; null is since ever.', '2007-01-01'),
});

const grant = z.strictObject({
  id: says(name, 'Unique in the document.', 'g1'),
  amount: says(decimal, 'What it is worth, major units.', '100.00'),
  at: says(moment, 'From when it may be spent.', '2022-12-01'),
  priority: says(z.number().int().min(0).max(1000).default(50), 'Lower is spent first, then what expires earlier, then the older.', 50),
  expires: says(moment.nullable().default(null), 'From when it may no longer be spent; null is never.', null, '2025-01-01'),
  scope: says(z.array(name).max(1000).nullable().default(null), 'Items and plan/components it may pay; null is all.', ['P/seat']),
  kind: says(
    z.enum(['discount', 'voucher', 'compensation']).default('discount'),
    'discount lowers the taxable amount; voucher pays after tax; compensation pays and is no supply.',
    'discount',
  ),
});

const changes = says(
  z
    .strictObject({
      upgrade: says(z.enum(['at_once', 'next_cycle']).default('next_cycle'), 'When going up is billed.', 'at_once'),
      downgrade: says(
        z.enum(['at_once', 'next_cycle', 'period_end']).default('next_cycle'),
        'When going down is billed; period_end also moves its effect to the end of the period.',
        'next_cycle',
      ),
    })
    .default({ upgrade: 'next_cycle', downgrade: 'next_cycle' }),
  'When changes inside a period are billed.',
  { upgrade: 'at_once', downgrade: 'next_cycle' },
);

const minimum = says(
  z
    .strictObject({
      amount: says(decimal.default('0'), 'Least amount, major units.', '5.00'),
      carry: says(
        z.enum(['collection', 'lines', 'top_up']).default('collection'),
        'Below it: the invoice is issued and its collection waits; its lines wait; a line raises it.',
        'collection',
      ),
    })
    .default({ amount: '0', carry: 'collection' }),
  'Least amount of an invoice.',
  { amount: '5.00', carry: 'lines' },
);

const books = says(
  z
    .strictObject({
      closedUntil: says(date.nullable().default(null), 'Periods that end by this day are closed; null is none.', null, '2024-01-01'),
      greatestAgeDays: says(
        z.number().int().min(1).max(100_000).nullable().default(400),
        'Periods that ended this many days before a run, or earlier, are closed to it; null is none.',
        400,
        null,
      ),
    })
    .default({ closedUntil: null, greatestAgeDays: 400 }),
  'What is too old to be rated again: of closed periods the difference is billed as one adjustment.',
  { closedUntil: '2024-01-01', greatestAgeDays: 400 },
);

const settings = {
  rounding: says(
    z.enum(['half_up', 'half_even']).default('half_up'),
    'Rounding of a cell: half away from zero, or half to even.',
    'half_up',
  ),
  anchor: anchor.default('start'),
  fullPeriod: says(
    z.enum(['anchor', 'edge']).default('anchor'),
    'What a part period is a part of: the grid\u2019s period, or one period counted from the edge of service.',
    'anchor',
  ),
  changes,
  changeDay: says(z.enum(['new', 'old']).default('new'), 'Which state the day of a change has.', 'new'),
  cancellationDay: says(z.enum(['free', 'billed']).default('free'), 'Whether the day of an end is charged.', 'free'),
  minimumStay: says(
    z.literal('P1D').nullable().default('P1D'),
    'Least time charged for each beginning of service; null is none.',
    'P1D',
    null,
  ),
};

const taxSettings = {
  taxes: says(z.record(name, z.array(tax).max(100)).default({}), 'Rates by tax category; an empty list is not taxed.', {
    standard: [{ percent: '19', name: 'VAT', from: '2007-01-01' }],
  }),
  taxRounding: says(
    z.enum(['document', 'line']).default('document'),
    'Tax is rounded per document, category and rate, or per line.',
    'document',
  ),
  taxInclusive: says(z.boolean().default(false), 'Prices contain the tax.', false),
  corrections: says(z.enum(['credit_note', 'lines']).default('credit_note'), 'Credits on a note of their own, or as lines.', 'credit_note'),
};

export const account = says(
  z.strictObject({
    id: says(name.default('account'), 'Buyer in price lists.', 'acme'),
    seller: says(name.optional(), 'The seller it buys of; the last of `sellers` if left out.', 'res'),
    currency: says(
      z
        .string()
        .regex(/^[A-Z]{3}$/, 'Write the currency as three capital letters, such as EUR.')
        .default('EUR'),
      'ISO 4217. All amounts of the document are in it.',
      'EUR',
    ),
    digits: says(z.number().int().min(0).max(6).optional(), 'Minor digits; those of the currency if left out.', 2),
    timezone: says(z.string().max(64).default('UTC'), 'IANA time zone.', 'Europe/Berlin'),
    ...settings,
    ...taxSettings,
    minimum,
    books,
    interim: says(z.array(decimal).max(100).default([]), 'Spending thresholds of a period, rising, major units.', ['200.00']),
    pools: says(z.record(name, decimal).default({}), 'Greatest quantity by pool, in units.', { cpu: '8' }),
    balance: says(decimal.default('0'), 'What stands to the account\u2019s credit at the beginning, major units.', '0.00'),
    grants: says(z.array(grant).max(10_000).default([]), 'Credit beside paid money.', [{ id: 'g1', amount: '100', at: '2022-12-01' }]),
  }),
  'Who is billed, and by which terms.',
  { currency: 'EUR', timezone: 'Europe/Berlin' },
);

export type GrantDocument = z.infer<typeof grant>;
