// What a subscription could change to, over HTTP: for its customer to choose from.
import { z } from 'zod';
import { period, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listAccountsById } from '../accounts/index.ts';
import { price } from '../pricelists/index.ts';
import { externalIdOf } from './list-subscriptions.ts';
import { listOffers } from './offers.ts';
import { subscriptionParams } from './routes.ts';

const component = z.object({
  key: says(z.string(), 'Its key.', 'seat'),
  description: says(z.string(), 'What invoices call it.', 'Seats'),
  unit: says(z.string().nullable(), 'What is counted.', 'seat'),
  kind: says(z.string(), 'How it is charged: one_time, recurring, allocation or metered.', 'recurring'),
  timing: says(z.string(), 'Before its period, or after: advance or arrears.', 'advance'),
  period,
  namedItems: says(z.boolean(), 'Whether it is counted by named items.', false),
  meter: says(z.string().nullable(), 'Of what is metered: its meter.', 'traffic'),
  quantity: says(z.string(), 'How many one has where nothing else is said.', '1'),
  price: says(price, 'What this account would pay, today.'),
  priceInWords: says(z.string(), 'The same in words, in English.', '3.00 a unit'),
});

const offers = defineRoute({
  method: 'GET',
  path: '/v1/subscriptions/:subscription/offers',
  operationId: 'listOffers',
  summary: 'List what a subscription could change to',
  description:
    'The plans that its customer may choose by himself, at the account’s own prices, and what else he may do. Rehearse a choice by `POST …/changes?preview=true`.',
  tag: 'subscriptions',
  access: { permission: 'subscriptions.read', callers: 'both' },
  params: subscriptionParams,
  response: z
    .object({
      currency: says(z.string(), 'ISO 4217.', 'EUR'),
      may: says(z.array(z.enum(['plan', 'quantity', 'cancel'])), 'What the customer’s people may do by themselves.', ['quantity']),
      periodEndsOn: says(z.string().nullable(), 'When its period is over and it can end first; null: it is on no plan.', '2026-02-01'),
      plans: says(
        z.array(
          z.object({
            plan: says(z.string(), 'Key, as a change names it.', 'cloud'),
            version: says(z.string(), 'Its latest version.', 'cloud~2'),
            name: says(z.string(), 'What it is called.', 'Cloud'),
            period,
            components: says(z.array(component), 'What it consists of.'),
          }),
        ),
        'With the one that it is on, if that is still offered.',
      ),
    })
    .meta({ id: 'Offers', description: 'What a subscription could change to.' }),
  refusals: ['resource.not_found'],
  async handle({ tx, seller, now }, { params }) {
    const { externalId, accountId } = orNotFound(await externalIdOf(tx, seller.id, params.subscription));
    const account = orNotFound((await listAccountsById(tx, seller.id, [accountId]))[0]);
    return listOffers(tx, seller, account, externalId, now) as Promise<never>;
  },
});

export const offerRoutes: readonly Route[] = [offers];
