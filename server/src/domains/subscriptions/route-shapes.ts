// What subscriptions, extra items and credits look like over HTTP.
import { z } from 'zod';
import { says } from '../../platform/fields.ts';

const head = {
  id: says(z.string(), 'Its id.', 'sub_00000000000zg'),
  externalId: says(z.string(), 'The id by which your own systems know it.', 'web-1'),
  account: says(
    z.object({ id: says(z.string(), 'Its id.', 'acc_00000000000zg'), externalId: says(z.string(), 'Its external id.', 'acme') }),
    'Whose it is.',
  ),
  currency: says(z.string(), 'In which it is billed; fixed at its start.', 'EUR'),
  taxCategory: says(z.string().nullable(), 'Overrides the components’ tax category.', 'standard'),
  createdAt: says(z.string(), 'When it was made.', '2026-01-01T00:00:00Z'),
  billedThrough: says(z.string().nullable(), 'The day of the last run that looked at it.', '2026-02-01'),
};

const state = z.object({
  phase: says(z.enum(['none', 'active', 'paused', 'ended']), 'Whether it is in service.', 'active'),
  plan: says(z.string().nullable(), 'The plan version.', 'cloud~2'),
  trial: says(z.boolean(), 'Whether it is in its trial.', false),
  quantities: says(z.record(z.string(), z.string()), 'Units by component key.', { seat: '5' }),
  items: says(z.record(z.string(), z.record(z.string(), z.string())), 'Units of named items by component key.', {
    domain: { 'example.org': '1' },
  }),
});

export const subscriptionHeadShape = z
  .object({ ...head, state: says(state.optional(), 'With `expand=state`: now.') })
  .meta({ id: 'SubscriptionHead', description: 'Something bought, without its history.' });

export const subscriptionShape = z
  .object({
    ...head,
    state: says(state, 'Now, or on the instant that was asked for.'),
    timeline: says(
      z.array(
        z.looseObject({
          do: says(z.string(), 'What happened.', 'quantity'),
          at: says(z.string(), 'When it takes effect.', '2026-01-21T00:00:00Z'),
          recorded: says(z.string(), 'When it was told.', '2026-01-20T09:00:00Z'),
          reference: says(z.string().nullable(), 'Its name, which a void names.', 'upgrade-1'),
          voided: says(z.boolean(), 'Taken back by a void.', false),
        }),
      ),
      'Everything that was told of it, in that order; with the fields of the change.',
    ),
  })
  .meta({ id: 'Subscription', description: 'Something bought, with its state and its history.' });

export const itemShape = z
  .object({
    id: says(z.string(), 'Its id.', 'itm_00000000000zg'),
    externalId: says(z.string(), 'The id by which your own systems know it.', 'setup-17'),
    account: says(z.string(), 'External id of the account.', 'acme'),
    description: says(z.string(), 'What invoices call it.', 'Migration by hand'),
    at: says(z.string(), 'When it is due, or first due.', '2026-01-15T00:00:00Z'),
    until: says(z.string().nullable(), 'When it stops repeating.', '2026-07-01T00:00:00Z'),
    every: says(
      z.object({ unit: says(z.string(), 'Unit of the period.', 'month'), count: says(z.int(), 'How many of them.', 1) }).nullable(),
      'Repeats; null is once.',
    ),
    amount: says(z.string(), 'Of one unit; below zero it is a credit.', '120'),
    quantity: says(z.string(), 'Units.', '1'),
    currency: says(z.string(), 'ISO 4217.', 'EUR'),
    taxCategory: says(z.string().nullable(), 'Which rates apply.', 'standard'),
    recordedAt: says(z.string(), 'When it was told.', '2026-01-15T09:00:00Z'),
    isOpen: says(z.boolean(), 'Whether it can still bring something.', true),
  })
  .meta({ id: 'ExtraItem', description: 'A charge outside any plan, once or recurring.' });

export const creditShape = z
  .object({
    id: says(z.string(), 'Its id.', 'crd_00000000000zg'),
    externalId: says(z.string(), 'The id by which your own systems know it.', 'outage-3'),
    account: says(z.string(), 'External id of the account.', 'acme'),
    item: says(z.string(), 'External id of the extra item, or plan version and component, that it lowers.', 'cloud/seat'),
    at: says(z.string(), 'A moment in the period that it lowers.', '2026-01-15T00:00:00Z'),
    amount: says(z.string(), 'Major units, above zero.', '5'),
    currency: says(z.string(), 'ISO 4217.', 'EUR'),
    reason: says(z.string(), 'Why.', 'Outage on 12 January'),
    recordedAt: says(z.string(), 'When it was told.', '2026-01-15T09:00:00Z'),
  })
  .meta({ id: 'Credit', description: 'Goodwill: lowers what was charged, to zero at the most.' });
