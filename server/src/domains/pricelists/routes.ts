// Prices over HTTP: what is published, what is being prepared, and why a price is what it is.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { name, says } from '../../platform/fields.ts';
import { etagOf, requireUnchanged, tagAnswer } from '../../platform/http/etag.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import { accountFilter, findAccount } from '../accounts/index.ts';
import { explainPrice, type NamedPrice } from './explain-price.ts';
import { dropPriceDraft, findPriceDraft, listPriceDrafts, listPrices, savePriceDraft } from './list-prices.ts';
import { entryShape, priceExplanation, priceQuestion, pricesBody, readPriceBodies } from './route-shapes.ts';

const read = { permission: 'pricelists.read', callers: 'staff' } as const;
const write = { permission: 'pricelists.write', callers: 'staff' } as const;
export const draftParams = z.object({ draft: says(name, 'What the draft is called.', 'spring-2026') });

const list = defineRoute({
  method: 'GET',
  path: '/v1/prices',
  operationId: 'listPrices',
  summary: 'List published prices',
  tag: 'prices',
  access: read,
  query: z.object({
    ...pageQuery(['published'], '-published'),
    component: says(name.optional(), 'Of one component.', 'cloud/seat'),
    plan: says(name.optional(), 'Of one plan version.', 'cloud'),
    currency: says(z.string().max(3).optional(), 'ISO 4217.', 'EUR'),
    audience: says(z.enum(['resellers', 'companies']).optional(), 'Of one list.', 'companies'),
    buyer: says(z.string().max(255).optional(), 'Overrides of one account.', 'acme'),
  }),
  response: pageOf(entryShape),
  refusals: ['page.cursor'],
  async handle(work, { query }) {
    return listPrices(work.tx, work.seller.id, { ...query, buyerId: await accountFilter(work, query.buyer) });
  },
});

const explain = defineRoute({
  method: 'GET',
  path: '/v1/accounts/:account/price',
  operationId: 'explainPrice',
  summary: 'Why an account pays this price',
  description: 'Which list or override gave it, since when, what else was considered, and what the seller himself pays.',
  tag: 'prices',
  access: read,
  // What the seller himself pays stands in the lists of the seller above.
  role: 'engine',
  params: z.object({ account: says(z.string().max(255), 'Its id or external id.', 'acme') }),
  query: priceQuestion,
  response: priceExplanation,
  refusals: ['resource.not_found', 'request.date'],
  async handle({ tx, seller, now }, { params, query }) {
    const account = orNotFound(await findAccount(tx, seller.id, params.account));
    const day = query.on === undefined ? findZone(account.zone)!.dayOf(now) : readDate(query.on, 'on');
    const currency = query.currency === undefined ? {} : { currency: query.currency };
    const question = { account, component: query.component, day, quantity: readDecimal(query.quantity), ...currency };
    const edges = await explainPrice(tx, seller, question, now);
    // Two: what he sells it for, and what he buys it for. What happens further up is not his to see.
    return {
      edges: edges
        .slice(-2)
        .map((edge) => ({ ...edge, price: edge.price === null ? null : told(edge.price), considered: edge.considered.map(told) })),
    };
  },
});

const draftShape = z
  .object({
    name: says(z.string(), 'What it is called.', 'spring-2026'),
    changedAt: says(z.string(), 'When it was last changed.', '2026-01-01T00:00:00Z'),
    body: says(pricesBody, 'What publishing it would publish.'),
  })
  .meta({ id: 'PriceDraft', description: 'Prices that are being prepared.' });

const listDrafts = defineRoute({
  method: 'GET',
  path: '/v1/price-drafts',
  operationId: 'listPriceDrafts',
  summary: 'List prices that are being prepared',
  tag: 'prices',
  access: read,
  query: z.object(pageQuery(['name'])),
  response: pageOf(
    z.object({
      name: says(z.string(), 'What it is called.', 'spring-2026'),
      changedAt: says(z.string(), 'When it was last changed.', '2026-01-01T00:00:00Z'),
      prices: says(z.int(), 'How many are in it.', 12),
    }),
  ),
  refusals: ['page.cursor'],
  handle: ({ tx, seller }, { query }) => listPriceDrafts(tx, seller.id, query),
});

const getDraft = defineRoute({
  method: 'GET',
  path: '/v1/price-drafts/:draft',
  operationId: 'getPriceDraft',
  summary: 'Get prices that are being prepared',
  tag: 'prices',
  access: read,
  params: draftParams,
  response: draftShape,
  refusals: ['resource.not_found'],
  tagged: true,
  async handle(work, { params: { draft } }) {
    const found = orNotFound(await tellPriceDraft(work, draft));
    tagAnswer(work, found);
    return found;
  },
});

const putDraft = defineRoute({
  method: 'PUT',
  path: '/v1/price-drafts/:draft',
  operationId: 'putPriceDraft',
  summary: 'Prepare prices',
  description: 'Makes the draft or replaces it. With If-Match only the draft that was read is replaced.',
  tag: 'prices',
  access: write,
  params: draftParams,
  body: pricesBody,
  response: draftShape,
  refusals: ['resource.not_found', 'edit.outdated', 'request.date'],
  async handle(work, { params: { draft }, body }) {
    await readPriceBodies(work.tx, work.seller.id, body);
    const before = await tellPriceDraft(work, draft, true);
    if (work.headers['if-match'] !== undefined) requireUnchanged(work, before);
    await savePriceDraft(work.tx, work.seller.id, draft, body, work.now);
    const after = (await tellPriceDraft(work, draft))!;
    work.note({ subject: draft, before, after });
    work.header('etag', etagOf(after));
    return after;
  },
});

const dropDraft = defineRoute({
  method: 'DELETE',
  path: '/v1/price-drafts/:draft',
  operationId: 'dropPriceDraft',
  summary: 'Throw prepared prices away',
  tag: 'prices',
  access: write,
  params: draftParams,
  response: null,
  refusals: ['resource.not_found'],
  async handle(work, { params: { draft } }) {
    const before = orNotFound(await tellPriceDraft(work, draft, true));
    await dropPriceDraft(work.tx, work.seller.id, draft);
    work.note({ subject: draft, before, after: null });
    return undefined;
  },
});

export const priceRoutes: readonly Route[] = [list, explain, listDrafts, getDraft, putDraft, dropDraft];

export async function tellPriceDraft({ tx, seller }: Work, named: string, lock = false) {
  const draft = await findPriceDraft(tx, seller.id, named, lock);
  return draft === null ? null : { name: draft.name, changedAt: formatInstant(draft.changedAt), body: pricesBody.parse(draft.body) };
}

function told<T extends NamedPrice>(one: T): Omit<T, 'recordedAt'> & { readonly recordedAt: string } {
  return { ...one, recordedAt: formatInstant(one.recordedAt) };
}
