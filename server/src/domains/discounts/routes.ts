// Coupons over HTTP: make, list, read, take out of use; and lists of discounts and redemptions. Giving and redeeming, which show what they would bill, stand with invoicing.
import { z } from 'zod';
import { parseIdentifier } from '../../kernel/identifier.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { name, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { type Page, pageFrom, pageOf, pageQuery, pageSql, readPage } from '../../platform/http/paging.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { accountFilter } from '../accounts/index.ts';
import { requireWithinLimit } from '../people/index.ts';
import { findCoupon, selectCoupons, selectRedemptions } from './coupon-store.ts';
import { deactivateCoupon, makeCoupon } from './make-coupon.ts';
import { couponFields, couponShape, discountShape, redemptionShape, tellCoupon, tellDiscount, tellRedemption } from './route-shapes.ts';
import { selectDiscounts } from './store.ts';

const read = { permission: 'discounts.read', callers: 'staff' } as const;
const write = { permission: 'discounts.write', callers: 'staff' } as const;
const params = z.object({ coupon: says(z.string().max(255), 'The coupon’s id, or its code.', 'SPRING') });
const account = says(z.string().max(255).optional(), 'Of one account, by its id or external id.', 'acme');
const told = pageQuery(['told'], '-told');
const yesOrNo = z.enum(['true', 'false']).optional();
const isYes = (text: 'true' | 'false' | undefined): boolean | null => (text === undefined ? null : text === 'true');
const by = (text: string) => {
  const id = parseIdentifier('cpn', text);
  return id === null ? { code: text } : { id };
};

const list = defineRoute({
  method: 'GET',
  path: '/v1/coupons',
  operationId: 'listCoupons',
  summary: 'List coupons',
  tag: 'coupons',
  access: read,
  query: z.object({
    ...pageQuery(['code', 'told'], 'code'),
    code: says(name.optional(), 'The one with this code.', 'SPRING'),
    active: says(yesOrNo, 'Only those that were not, or were, taken out of use.', 'true'),
  }),
  response: pageOf(couponShape),
  refusals: ['page.cursor'],
  async handle({ tx, seller }, { query }) {
    const sorts = { code: { sql: 'code', type: 'text' }, told: { sql: 'id', type: 'bigint' } } as const;
    const filter = { code: query.code ?? null, active: isYes(query.active) };
    return pageFrom(query, await selectCoupons(tx, seller.id, filter, pageSql(readPage(query), sorts, 'id', 4)), tellCoupon);
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/coupons/:coupon',
  operationId: 'getCoupon',
  summary: 'Get a coupon',
  tag: 'coupons',
  access: read,
  params,
  response: couponShape,
  refusals: ['resource.not_found'],
  handle: async ({ tx, seller }, { params: { coupon } }) => tellCoupon(orNotFound(await findCoupon(tx, seller.id, by(coupon)))),
});

const make = defineRoute({
  method: 'POST',
  path: '/v1/coupons',
  operationId: 'makeCoupon',
  summary: 'Make a coupon',
  description: 'A percentage for some periods, until a day or for ever; or an amount off once. What it gives never changes.',
  tag: 'coupons',
  access: write,
  body: z.object(couponFields),
  response: couponShape,
  status: 201,
  refusals: [
    'access.over_limit',
    'coupon.gives',
    'coupon.lasts',
    'coupon.names_unknown',
    'coupon.never_valid',
    'coupon.repeated',
    'coupon.wrong_percent',
    'currency.unknown',
    'currency.withdrawn',
    'discount.not_positive',
    'field.empty',
    'request.date',
  ],
  async handle(work, { body }) {
    const day = (text: string | null, path: string) => (text === null ? null : readDate(text, path));
    const value = (text: string | null) => (text === null ? null : readDecimal(text));
    const terms = {
      ...body,
      percent: value(body.percent),
      amount: value(body.amount),
      untilOn: day(body.untilOn, 'untilOn'),
      validFrom: day(body.validFrom, 'validFrom'),
      validUntil: day(body.validUntil, 'validUntil'),
    };
    if (terms.percent !== null) requireWithinLimit(callerOf(work.principal), 'discounts.write', 'percent', terms.percent);
    if (terms.amount !== null) requireWithinLimit(callerOf(work.principal), 'discounts.write', terms.currency ?? '', terms.amount);
    const coupon = tellCoupon(await makeCoupon(work.tx, work.seller, terms, work.now));
    work.note({ subject: coupon.id, before: null, after: coupon });
    return coupon;
  },
});

const stop = defineRoute({
  method: 'POST',
  path: '/v1/coupons/:coupon/deactivate',
  operationId: 'deactivateCoupon',
  summary: 'Take a coupon out of use',
  description: 'It is not redeemed any more; what was redeemed goes on. Doing it again changes nothing.',
  tag: 'coupons',
  access: write,
  params,
  response: couponShape,
  refusals: ['resource.not_found'],
  async handle(work, { params: { coupon } }) {
    const found = orNotFound(await findCoupon(work.tx, work.seller.id, by(coupon)));
    const after = tellCoupon(await deactivateCoupon(work.tx, work.seller, found.id, work.now));
    work.note({ subject: after.id, before: tellCoupon(found), after });
    return after;
  },
});

const redemptions = defineRoute({
  method: 'GET',
  path: '/v1/coupon-redemptions',
  operationId: 'listCouponRedemptions',
  summary: 'List uses of coupons',
  tag: 'coupons',
  access: read,
  query: z.object({ ...told, account, code: says(name.optional(), 'Of the coupon with this code.', 'SPRING') }),
  response: pageOf(redemptionShape),
  refusals: ['page.cursor'],
  async handle(work, { query }): Promise<Page<z.input<typeof redemptionShape>>> {
    const filter = { code: query.code ?? null, accountId: await accountFilter(work, query.account), id: null };
    const page = pageSql(readPage(query), { told: { sql: 'r.id', type: 'bigint' } }, 'r.id', 5);
    return pageFrom(query, await selectRedemptions(work.tx, work.seller.id, filter, page), tellRedemption);
  },
});

const discounts = defineRoute({
  method: 'GET',
  path: '/v1/discounts',
  operationId: 'listDiscounts',
  summary: 'List amounts off',
  description: 'Percentages are part of a subscription’s timeline and are told there.',
  tag: 'discounts',
  access: read,
  query: z.object({
    ...told,
    account,
    externalId: says(name.optional(), 'The one with this external id.', 'sorry-17'),
    open: says(yesOrNo, 'Only those that were not, or were, revoked.', 'true'),
  }),
  response: pageOf(discountShape),
  refusals: ['page.cursor'],
  async handle(work, { query }): Promise<Page<z.input<typeof discountShape>>> {
    const accountId = await accountFilter(work, query.account);
    const filter = { accountId, externalId: query.externalId ?? null, id: null, open: isYes(query.open) };
    const page = pageSql(readPage(query), { told: { sql: 'd.id', type: 'bigint' } }, 'd.id', 6);
    return pageFrom(query, await selectDiscounts(work.tx, work.seller.id, filter, page), tellDiscount);
  },
});

export const couponRoutes: readonly Route[] = [list, get, make, stop, redemptions, discounts];
