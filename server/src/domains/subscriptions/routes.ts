// Subscriptions over HTTP, to read. Changes stand where their preview can be made: with invoices.
import { z } from 'zod';
import { parseInstant } from '../../kernel/calendar/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { says } from '../../platform/fields.ts';
import { expandQuery } from '../../platform/http/expand.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { accountFilter } from '../accounts/index.ts';
import { findSubscription, listSubscriptions, subscriptionSorts } from './list-subscriptions.ts';
import { subscriptionHeadShape, subscriptionShape } from './route-shapes.ts';

export const subscriptionParams = z.object({ subscription: says(z.string().max(255), 'Its id or external id.', 'web-1') });
const access = { permission: 'subscriptions.read', callers: 'both' } as const;

const list = defineRoute({
  method: 'GET',
  path: '/v1/subscriptions',
  operationId: 'listSubscriptions',
  summary: 'List subscriptions',
  tag: 'subscriptions',
  access,
  query: z.object({
    ...pageQuery(subscriptionSorts),
    account: says(z.string().max(255).optional(), 'Of one account, by its id or external id.', 'acme'),
    currency: says(z.string().max(3).optional(), 'ISO 4217.', 'EUR'),
    search: says(
      z.string().trim().min(1).max(200).optional(),
      'What the external id or a named item begins with; a thousand at most are found.',
      'web',
    ),
    plan: says(z.string().max(200).optional(), 'Those that are, were or will be on this plan, by its key.', 'cloud'),
    expand: expandQuery(['state']),
  }),
  response: pageOf(subscriptionHeadShape),
  refusals: ['page.cursor'],
  async handle(work, { query }) {
    return listSubscriptions(work.tx, work.seller.id, { ...query, accountId: await accountFilter(work, query.account) }, work.now);
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/subscriptions/:subscription',
  operationId: 'getSubscription',
  summary: 'Get a subscription with its state and history',
  tag: 'subscriptions',
  access,
  params: subscriptionParams,
  query: z.object({ at: says(z.string().max(40).optional(), 'The state of which instant; now if left out.', '2026-02-01T00:00:00Z') }),
  response: subscriptionShape,
  refusals: ['resource.not_found', 'request.instant'],
  async handle({ tx, seller, now }, { params, query }) {
    const at = query.at === undefined ? now : parseInstant(query.at);
    if (at === null) {
      throw new Refusal('request.instant', `"${query.at}" is no instant. Write date, time and offset, as 2026-01-31T10:00:00Z.`, {
        path: 'at',
        parameters: { value: query.at ?? '' },
      });
    }
    return orNotFound(await findSubscription(tx, seller.id, params.subscription, at));
  },
});

export const subscriptionRoutes: readonly Route[] = [list, get];
