// Publishing prices over HTTP, which wakes the subscriptions that they reach.
import { z } from 'zod';
import { says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import { draftParams, dropPriceDraft, type PricesBody, pricesBody, readPriceBodies, tellPriceDraft } from '../pricelists/index.ts';
import { publishPrices } from './publish-prices.ts';

const access = { permission: 'pricelists.write', callers: 'staff' } as const;
const refusals = [
  'resource.not_found',
  'request.date',
  'currency.unknown',
  'currency.withdrawn',
  'price.unknown_component',
  'price.in_the_past',
  'price.below_cost',
];

const margin = z.object({
  component: says(z.string(), 'Plan version and component.', 'cloud/seat'),
  currency: says(z.string(), 'ISO 4217.', 'EUR'),
  cost: says(z.string().nullable(), 'What one unit costs himself; null where it cannot be told.', '20'),
  margin: says(z.string().nullable(), 'What he earns by one unit.', '11'),
  warning: says(
    z.enum(['below_cost', 'cost_unknown', 'other_currency', 'not_comparable']).nullable(),
    'What to look at: he takes less than he pays, cannot buy it, pays in another currency, or it is a price by events or capacity.',
    'below_cost',
  ),
  at: says(
    z
      .object({
        quantity: says(z.string(), 'At this quantity.', '100'),
        amount: says(z.string(), 'He takes.', '300'),
        cost: says(z.string(), 'He pays.', '320'),
      })
      .nullable(),
    'Where he loses.',
  ),
});

const published = z
  .object({
    published: says(z.int(), 'How many prices.', 12),
    margins: says(
      z.array(margin),
      'Of a reseller: each price beside what he pays, with warnings where it is too low or cannot be compared.',
    ),
  })
  .meta({ id: 'PublishedPrices', description: 'What was published.' });

const publish = defineRoute({
  method: 'POST',
  path: '/v1/prices',
  operationId: 'publishPrices',
  summary: 'Publish prices',
  description: 'A later price reaches its subscribers by the rules of its component. A correction rates days again that are past.',
  tag: 'prices',
  access,
  // What the seller himself pays stands in the lists of the seller above.
  role: 'engine',
  body: pricesBody,
  response: published,
  status: 201,
  refusals,
  handle: (work, { body }) => publishBodies(work, body),
});

const publishDraft = defineRoute({
  method: 'POST',
  path: '/v1/price-drafts/:draft/publish',
  operationId: 'publishPriceDraft',
  summary: 'Publish prepared prices',
  tag: 'prices',
  access,
  role: 'engine',
  params: draftParams,
  response: published,
  status: 201,
  refusals,
  async handle(work, { params: { draft } }) {
    const { body } = orNotFound(await tellPriceDraft(work, draft, true));
    const answer = await publishBodies(work, body);
    await dropPriceDraft(work.tx, work.seller.id, draft);
    return answer;
  },
});

export const publishingRoutes: readonly Route[] = [publish, publishDraft];

async function publishBodies(work: Work, body: PricesBody) {
  const inputs = await readPriceBodies(work.tx, work.seller.id, body);
  const { published: count, margins } = await publishPrices(work.tx, work.seller, inputs, work.now);
  for (const one of body.prices) work.note({ subject: one.component, before: null, after: one });
  return { published: count, margins };
}
