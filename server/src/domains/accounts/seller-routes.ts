// Sellers over HTTP: oneself and the resellers directly below. Making one stands with invoicing, which opens his numbers and books.
import { z } from 'zod';
import { says } from '../../platform/fields.ts';
import { requireUnchanged, tagAnswer } from '../../platform/http/etag.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { changeSeller } from './change-seller.ts';
import { findSellerBelow, listSellersBelow, sellerSorts } from './list-sellers.ts';
import { sellerFields, sellerShape, tellSeller } from './seller-shapes.ts';
import { lockSeller } from './store.ts';

const params = z.object({ seller: says(z.string().max(100), 'His key.', 'nord-hosting') });
const read = { permission: 'sellers.read', callers: 'staff' } as const;

const list = defineRoute({
  method: 'GET',
  path: '/v1/sellers',
  operationId: 'listSellers',
  summary: 'List yourself and the resellers below you',
  description: 'Directly below: whoever is further down is listed by acting for the one between, with the header Prorata-Seller.',
  tag: 'sellers',
  access: read,
  // Nobody's wall lets him see rows of sellers below.
  role: 'engine',
  query: z.object(pageQuery(sellerSorts)),
  response: pageOf(sellerShape),
  refusals: ['page.cursor'],
  handle: ({ tx, seller }, { query }) => listSellersBelow(tx, seller.id, query, tellSeller),
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/sellers/:seller',
  operationId: 'getSeller',
  summary: 'Get yourself or a reseller below you',
  tag: 'sellers',
  access: read,
  role: 'engine',
  params,
  response: sellerShape,
  refusals: ['resource.not_found'],
  tagged: true,
  async handle(work, { params: { seller: key } }) {
    const told = tellSeller(orNotFound(await findSellerBelow(work.tx, work.seller.id, key)));
    tagAnswer(work, told);
    return told;
  },
});

const patch = defineRoute({
  method: 'PATCH',
  path: '/v1/sellers/:seller',
  operationId: 'changeSeller',
  summary: 'Change a seller’s particulars',
  description: 'Yours, or of a reseller below you. Documents that are issued keep what they say. Country, zone and currency are fixed.',
  tag: 'sellers',
  access: { permission: 'sellers.write', callers: 'staff' },
  role: 'engine',
  params,
  body: z.object({
    legalName: sellerFields.legalName.optional(),
    language: sellerFields.language.optional(),
    address: sellerFields.address.optional(),
    taxNumber: sellerFields.taxNumber.optional(),
  }),
  response: sellerShape,
  refusals: ['resource.not_found', 'edit.outdated', 'field.empty'],
  tagged: true,
  async handle(work, { params: { seller: key }, body }) {
    const { id } = orNotFound(await findSellerBelow(work.tx, work.seller.id, key));
    await lockSeller(work.tx, id);
    const before = tellSeller((await findSellerBelow(work.tx, work.seller.id, key))!);
    requireUnchanged(work, before);
    await changeSeller(work.tx, id, body, work.now);
    const after = tellSeller((await findSellerBelow(work.tx, work.seller.id, key))!);
    work.note({ subject: key, before, after });
    tagAnswer(work, after);
    return after;
  },
});

export const sellerRoutes: readonly Route[] = [list, get, patch];
