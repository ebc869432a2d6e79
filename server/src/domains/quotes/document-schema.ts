// The quote document, version 1: facts of one account in, invoices out. This is the public contract; fields are added, never renamed.
import { z } from 'zod';
import { account } from './document-account.ts';
import { billedCell } from './document-billed.ts';
import { date, decimal, moment, name, period, says } from './document-fields.ts';
import { plan, priceEntry } from './document-plans.ts';
import { subscription } from './document-timeline.ts';
import { waitingLine } from './document-waiting.ts';

export type { GrantDocument } from './document-account.ts';
export type { BilledCell } from './document-billed.ts';
export type { ComponentDocument, PlanDocument } from './document-plans.ts';
export type { FactDocument } from './document-timeline.ts';
export type { WaitingLine } from './document-waiting.ts';

const recorded = says(moment.optional(), 'When we learned it; when it takes effect if left out.', '2024-01-25');

const seller = z.strictObject({
  id: says(name, 'Unique in the document.', 'host'),
  parent: says(name.nullable().default(null), 'The seller above; null for the provider.', 'host', null),
});

const usage = z.strictObject({
  id: says(name, 'Unique; the same event sent twice counts once.', 'u1'),
  subscription: says(name, 'Id of the subscription.', 's'),
  meter: says(name, 'What was measured.', 'gb'),
  at: says(moment, 'When it was consumed.', '2024-01-05T10:00:00Z'),
  recorded,
  value: says(decimal, 'In the meter\u2019s unit; negative takes back.', '8'),
});

const item = z.strictObject({
  id: says(name, 'Unique in the document.', 'x'),
  at: says(moment, 'When it is due, or first due.', '2024-01-01'),
  recorded,
  amount: says(decimal, 'Price of one unit; negative for a credit.', '17.00'),
  quantity: says(decimal.default('1'), 'Units.', '1'),
  taxCategory: says(name.default('standard'), 'Key into account.taxes.', 'standard'),
  every: says(period.nullable().default(null), 'Repeats; null is once.', null, { unit: 'month', count: 1 }),
  until: says(moment.nullable().default(null), 'When it stops repeating; null is never.', null, '2024-07-01'),
});

const discount = z.strictObject({
  id: says(name.optional(), 'Unique in the document.', 'd1'),
  at: says(moment, 'Bound at the first run on or after it.', '2024-01-01'),
  recorded,
  amount: says(decimal, 'Taken off in all, major units.', '10.00'),
  items: says(z.array(name).nullable().default(null), 'Items and plan/components it is for; null is all.', ['x', 'P/seat']),
  bound: says(decimal.default('0'), 'What earlier documents bound of it, major units.', '0'),
});

const credit = z.strictObject({
  id: says(name.optional(), 'Unique in the document.', 'c1'),
  item: says(name, 'Item or plan/component whose period it lowers.', 'x'),
  at: says(moment, 'A day in the period.', '2024-01-15'),
  recorded,
  amount: says(decimal, 'Major units.', '5'),
});

const movement = z.strictObject({
  at: says(moment, 'When the money moved.', '2024-01-05'),
  amount: says(decimal, 'Major units.', '48.00'),
});

const money = {
  discounts: says(z.array(discount).default([]), 'Fixed amounts off.', [{ at: '2024-01-01', amount: '10.00', items: ['P/seat'] }]),
  credits: says(z.array(credit).default([]), 'Goodwill credits on items and components.', [{ item: 'x', at: '2024-01-15', amount: '5' }]),
  payments: says(z.array(movement).default([]), 'Money in: debt first, oldest first, the rest to the balance.', [
    { at: '2024-01-05', amount: '48.00' },
  ]),
  refunds: says(z.array(movement).default([]), 'Money back, out of the balance.', [{ at: '2024-01-09', amount: '5.00' }]),
};

export const quoteDocument = z
  .strictObject({
    version: says(z.literal(1), 'Version of this format.', 1),
    account: account.prefault({}),
    sellers: says(z.array(seller).max(100).default([]), 'Provider and resellers above the account; none is one seller.', [
      { id: 'host' },
      { id: 'res', parent: 'host' },
    ]),
    plans: says(z.array(plan).max(1000).default([]), 'What is sold.', [
      { key: 'P', components: [{ key: 'seat', price: { kind: 'unit', price: '3' } }] },
    ]),
    prices: says(z.array(priceEntry).max(100_000).default([]), 'Later prices, corrections, sellers\u2019 lists and overrides.', [
      { component: 'P/seat', from: '2024-03-01', price: { kind: 'unit', price: '4' } },
    ]),
    subscriptions: says(z.array(subscription).max(10_000).default([]), 'Who has what, and what happened to it.', [
      { id: 's', timeline: [{ at: '2024-01-01', do: 'start', plan: 'P' }] },
    ]),
    usage: says(z.array(usage).max(1_000_000).default([]), 'What was consumed.', [
      { id: 'u1', subscription: 's', meter: 'gb', at: '2024-01-05T10:00:00Z', value: '8' },
    ]),
    items: says(z.array(item).max(100_000).default([]), 'What is sold outside plans.', [{ id: 'x', at: '2024-01-01', amount: '17.00' }]),
    ...money,
    billed: says(z.array(billedCell).default([]), 'An answer\u2019s `billed`, to continue from.', []),
    billedThrough: says(date.nullable().default(null), 'An answer\u2019s `billedThrough`, to continue from.', null, '2024-02-01'),
    waiting: says(z.array(waitingLine).max(100_000).default([]), 'An answer\u2019s `waiting`, to continue from.', []),
    runs: says(
      z.union([z.array(date).max(10_000), z.strictObject({ until: says(date, 'Last day to bill.', '2024-12-31') })]),
      'Billing days in order, or until when to bill.',
      ['2024-01-01', '2024-02-01'],
      { until: '2024-12-31' },
    ),
  })
  .meta({
    $id: 'https://prorata.dev/schema/quote-1.json',
    title: 'Prorata quote document',
    description: 'Facts of one account in, the invoices they make out.',
    examples: [{ version: 1, runs: ['2024-01-01'] }],
  });

export type QuoteDocument = z.infer<typeof quoteDocument>;
