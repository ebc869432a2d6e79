// What issued documents look like over HTTP.
import { z } from 'zod';
import { says } from '../../platform/fields.ts';
import { price } from '../pricelists/index.ts';

const text = (description: string, example: string) => says(z.string(), description, example);
const orNull = (description: string, example: string) => says(z.string().nullable(), description, example);

const head = {
  id: orNull('The document’s id; null in a preview.', 'inv_00000000000zh'),
  number: orNull('Its number, without gaps in its series; null in a preview.', 'INV-000001'),
  kind: says(z.enum(['invoice', 'credit_note']), 'On a credit note amounts are below zero.', 'invoice'),
  account: says(
    z.object({
      id: says(z.string().optional(), 'Its id.', 'acc_00000000000zg'),
      externalId: text('Its external id.', 'acme'),
      name: text('Its name now.', 'Acme Ltd'),
    }),
    'Who is billed.',
  ),
  currency: text('ISO 4217.', 'EUR'),
  billedOn: text('The billing day it is for.', '2026-02-01'),
  issuedOn: text('The day it was issued, in the seller’s zone.', '2026-02-01'),
  taxPoint: text('The day that tax is due by.', '2026-02-01'),
  dueOn: orNull('When it is to be paid; null on a credit note: nobody owes it.', '2026-02-15'),
  net: text('Without tax.', '31.00'),
  tax: text('The tax.', '5.89'),
  total: text('With tax.', '36.89'),
};

export const invoiceHeadShape = z
  .object(head)
  .meta({ id: 'InvoiceHead', description: 'An issued invoice or credit note without its lines.' });

const party = says(
  z.object({
    name: text('Name.', 'Acme Ltd'),
    address: says(z.array(z.string()), 'Lines of the address.', ['1 Quay Street', 'Dublin']),
    country: orNull('ISO 3166.', 'IE'),
    taxNumber: orNull('VAT number or the like.', 'IE1234567T'),
    externalId: says(z.string().optional(), 'Of the buyer.', 'acme'),
    purchaseOrder: says(z.string().nullable().optional(), 'Of the buyer.', 'PO-2026-17'),
    buyerReference: says(z.string().nullable().optional(), 'Of the buyer.', '04011000-12345-34'),
  }),
  'As it stood when the document was issued.',
);

const state = z.object({
  quantity: text('Units.', '5'),
  price: says(price.nullable(), 'The price as it stood.', { kind: 'unit', price: '31' }),
  discountPercent: says(z.string().optional(), 'Percent taken off, where there is any.', '10'),
});

const stretch = z.object({
  from: text('First day, or instant of hourly periods.', '2026-01-21'),
  to: text('Where it ends, exclusive.', '2026-02-01'),
});

const lineFields = {
  subscription: orNull('External id of the subscription; null for items outside of plans.', 'web-1'),
  plan: orNull('The plan’s name.', 'Cloud'),
  component: text('Plan version and component, or the item’s id.', 'P/seat'),
  description: text('What is charged.', 'Seat'),
  unit: orNull('Unit of the quantity.', 'GB'),
  item: orNull('The named item.', 'example.org'),
  kind: says(z.enum(['recurring', 'allocation', 'metered', 'one_time', 'item', 'commitment']), 'What kind of charge.', 'recurring'),
  reason: text('Why there is a line: due, changed, …', 'due'),
  from: text('First day of the stretch, or its first instant.', '2026-01-21'),
  to: text('Where the stretch ends, exclusive.', '2026-02-01'),
  period: says(stretch.nullable(), 'The window that it is a part of; null for single charges.'),
  fraction: text('Part of the window, as a fraction.', '11/31'),
  old: says(state.nullable(), 'What was billed before; null: nothing.'),
  new: says(state.nullable(), 'What is billed now; null: nothing any more.'),
  parts: says(
    z.array(
      z.object({
        tier: says(z.number(), 'Which step of the price, from 1.', 1),
        units: text('Units in it.', '5'),
        amount: text('What they cost, exactly.', '155'),
      }),
    ),
    'Steps of the price.',
  ),
  exact: text('The difference as a fraction.', '165/31'),
  before: text('What the window had been billed before.', '15.00'),
  after: text('What it has been billed with this line.', '20.32'),
  rates: says(z.array(z.object({ name: text('Of the tax.', 'VAT'), percent: text('Its rate.', '19') })), 'Taxes on it.'),
  source: says(z.record(z.string(), z.string()).optional(), 'What the source of an item said.', { region: 'eu-west-1' }),
  exactAmount: text('The difference to 18 places.', '5.322580645161290323'),
  gross: text('Before discounts.', '5.32'),
  discount: text('Discounts.', '0.00'),
  amount: text('The line’s amount.', '5.32'),
  net: text('Without tax.', '5.32'),
  taxCategory: text('Which rates apply.', 'standard'),
};

export const lineShape = z
  .object(lineFields)
  .meta({ id: 'InvoiceLine', description: 'One line: what was due for a stretch of time, less what had been billed of it.' });

const taxDecision = z.object({
  category: text('Which lines it is about.', 'standard'),
  rule: text('What was decided: domestic rates, reverse charge, …', 'domestic'),
  reason: text('Why, in a sentence.', 'Seller and customer are in DE.'),
  supplier: says(
    z.object({ country: text('ISO 3166.', 'DE'), registration: orNull('Tax number that was invoiced under.', 'DE123456789') }),
    'The seller, for tax.',
  ),
  customer: says(z.object({ country: orNull('ISO 3166.', 'DE'), kind: text('Company or person.', 'company') }), 'The customer, for tax.'),
  place: orNull('Where it is taxed.', 'DE'),
  day: text('The day whose rates apply.', '2026-02-01'),
  rates: says(
    z.array(
      z.object({
        name: text('Of the tax.', 'VAT'),
        percent: text('Its rate.', '19'),
        from: orNull('In force since.', '2021-01-01'),
        source: text('Where the rate is from.', 'EU'),
      }),
    ),
    'The rates that were found.',
  ),
});

export const invoiceShape = z
  .object({
    ...head,
    fromBalance: text('What the balance paid at issue; below zero what went to it.', '0.00'),
    corrects: says(z.array(z.string()), 'Numbers of the invoices that a credit note takes back from.', ['INV-000001']),
    seller: party,
    buyer: party,
    facts: says(
      z.object({
        language: text('Language of the document.', 'en'),
        zone: text('Whose days these are.', 'Europe/Berlin'),
        digits: says(z.int(), 'Decimal places of the currency.', 2),
        taxInclusive: says(z.boolean(), 'Whether prices contain the tax.', false),
        termDays: says(z.int(), 'Days until it is due.', 14),
        servicePeriod: says(stretch.nullable(), 'From the first to the last day that lines are about.'),
        tax: says(z.array(taxDecision), 'What was decided about tax, and why.'),
      }),
      'What was frozen beside the amounts.',
    ),
    taxes: says(
      z.array(
        z.object({
          category: text('Which lines.', 'standard'),
          name: text('Of the tax.', 'VAT'),
          percent: text('Its rate.', '19'),
          base: text('What it is taken of.', '31.00'),
          amount: text('The tax.', '5.89'),
        }),
      ),
      'Taxes by category and rate.',
    ),
    lines: says(z.array(lineShape), 'In the order of the document.'),
  })
  .meta({ id: 'Invoice', description: 'An issued invoice or credit note. It never changes.' });

const event = z.object({
  at: text('When it was consumed.', '2026-01-05T10:00:00Z'),
  source: text('Who sent it.', 'metering'),
  id: text('Its id there.', 'u1'),
  value: text('In the meter’s unit.', '8'),
  recorded: text('When it came in.', '2026-01-05T10:00:03Z'),
  late: says(z.boolean(), 'It came when the window was over.', false),
  isNew: says(z.boolean(), 'The run that billed the window before did not have it.', false),
});

export const explanationShape = z
  .object({
    line: lineShape,
    arithmetic: says(z.array(z.string()), 'The line spelt out: quantity × price × fraction, the one rounding, what was billed before.', [
      'now: 10 × 31.00 = 310.00',
    ]),
    usage: says(
      z.array(
        z.object({
          meter: text('The meter.', 'traffic'),
          aggregate: text('How events become a quantity.', 'sum'),
          from: text('From when on events count.', '2026-01-01T00:00:00Z'),
          to: text('Until when, exclusive.', '2026-02-01T00:00:00Z'),
          knownAt: text('When the run began that issued the line: what it read is what counts.', '2026-02-01T00:05:00Z'),
          billedBeforeAt: orNull('When the run began that billed the window before.', '2026-02-01T00:05:00Z'),
          keptFrom: orNull('Single events before this instant are no longer kept. Null: all are.', '2025-01-01T00:00:00Z'),
          total: says(z.int(), 'How many events in all.', 1200),
          totalNew: says(z.int(), 'How many of them are new.', 3),
          sum: text('Of their values.', '118'),
          events: says(z.array(event), 'The first of them, new ones first.'),
          levelBefore: says(event.nullable(), 'Of a level that holds until the next event: where it stood at the beginning.'),
        }),
      ),
      'What a metered line stands on, by meter.',
    ),
  })
  .meta({ id: 'LineExplanation', description: 'Why a line is what it is, down to the events.' });
