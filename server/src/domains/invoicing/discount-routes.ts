// Giving discounts and redeeming coupons over HTTP. With `?preview=true` it is done, billed on paper and undone: what it shows is what it would be.
import { z } from 'zod';
import { findZone } from '../../kernel/calendar/zone.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { date, decimal, moment, name, says } from '../../platform/fields.ts';
import { notFound, orNotFound, readIdentifier } from '../../platform/http/not-found.ts';
import { readDate, readMoment } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf, Rehearsal, type Work } from '../../platform/http/work.ts';
import { type AccountRow, findAccount, listAccountsById } from '../accounts/index.ts';
import {
  discountShape,
  findDiscount,
  findListedRedemption,
  giveDiscount,
  redemptionShape,
  revokeDiscount,
  tellDiscount,
  tellRedemption,
} from '../discounts/index.ts';
import { requireWithinLimit } from '../people/index.ts';
import { externalIdOf, redeemCoupon, revokeRedemption } from '../subscriptions/index.ts';
import { previewAccounts } from './preview-billing.ts';
import { invoiceShape } from './route-shapes.ts';

const query = z.object({
  preview: says(z.enum(['true', 'false']).default('false'), 'Show what would be billed with it, and keep nothing.', 'true'),
  asOf: says(date.optional(), 'Of a preview: what is billed by the end of that day; today if left out.', '2026-02-01'),
});

const previewShape = says(
  z
    .object({
      invoices: says(z.array(invoiceShape), 'What a run would issue to the account, other changes that wait included.'),
      wouldPark: says(
        z.string().nullable(),
        'Why a run would set the account aside instead; null: it would not.',
        null,
        'Beyond the alarm.',
      ),
    })
    .nullable(),
  'With `preview=true`: what would be billed. Null: it is done.',
);

const givenShape = z
  .object({ discount: says(discountShape, 'The amount off.'), preview: previewShape })
  .meta({ id: 'GivenDiscount', description: 'An amount off, given, revoked or rehearsed.' });
const redeemedShape = z
  .object({ redemption: says(redemptionShape, 'The use of the coupon.'), preview: previewShape })
  .meta({ id: 'RedeemedCoupon', description: 'A use of a coupon, made, revoked or rehearsed.' });

const write = { permission: 'discounts.write', callers: 'staff' } as const;
const whose = says(z.string().max(255), 'The account’s id, or its external id.', 'acme');

const give = defineRoute({
  method: 'POST',
  path: '/v1/discounts',
  operationId: 'giveDiscount',
  summary: 'Take an amount off',
  description:
    'Runs spread it over what they bill, no more than that, until it is used up. A percentage is a change of a subscription: `do: discount`.',
  tag: 'discounts',
  access: write,
  query,
  body: z.object({
    externalId: says(name, 'The id by which your own systems know it; each once.', 'sorry-17'),
    account: whose,
    at: says(moment.optional(), 'From when on runs may use it; now if left out.', '2026-01-15'),
    amount: says(decimal, 'Major units, above zero, before tax.', '10.00'),
    currency: says(z.string().max(3).optional(), 'ISO 4217; the account’s if left out.', 'EUR'),
    items: says(
      z.array(name).min(1).max(1000).nullable().default(null),
      'External ids of extra items, or plan version and component, that it may lower; null is all.',
      ['cloud/seat'],
    ),
  }),
  response: givenShape,
  status: 201,
  refusals: [
    'resource.not_found',
    'access.over_limit',
    'currency.unknown',
    'currency.withdrawn',
    'discount.not_positive',
    'discount.repeated',
    'discount.unknown_item',
    'field.empty',
    'request.date',
    'request.instant',
  ],
  async handle(work, { query: how, body }) {
    const { tx, seller, now } = work;
    const account = orNotFound(await findAccount(tx, seller.id, body.account));
    const [amount, currency] = [readDecimal(body.amount), body.currency ?? account.currency];
    requireWithinLimit(callerOf(work.principal), 'discounts.write', currency, amount);
    const at = body.at === undefined ? now : readMoment(body.at, findZone(account.zone)!, 'at');
    await giveDiscount(tx, seller, account, { externalId: body.externalId, at, amount, currency, items: body.items }, now);
    const discount = tellDiscount((await findDiscount(tx, seller.id, { externalId: body.externalId.trim() }))!);
    work.note({ subject: discount.id, before: null, after: discount });
    return rehearsed(work, how, account, { discount });
  },
});

const revoke = defineRoute({
  method: 'POST',
  path: '/v1/discounts/:discount/revoke',
  operationId: 'revokeDiscount',
  summary: 'Revoke an amount off',
  description: 'What runs have used of it stays taken off; the rest is not used. Doing it again changes nothing.',
  tag: 'discounts',
  access: write,
  params: z.object({ discount: says(z.string().max(100), 'The discount’s id.', 'dsc_00000000000zg') }),
  query,
  response: givenShape,
  refusals: ['resource.not_found'],
  async handle(work, { params, query: how }) {
    const { tx, seller, now } = work;
    const id = readIdentifier('dsc', params.discount);
    const found = orNotFound(await findDiscount(tx, seller.id, { id }));
    const account = orNotFound((await listAccountsById(tx, seller.id, [found.accountId]))[0]);
    await revokeDiscount(tx, seller, found, now);
    const discount = tellDiscount((await findDiscount(tx, seller.id, { id }))!);
    work.note({ subject: discount.id, before: tellDiscount(found), after: discount });
    return rehearsed(work, how, account, { discount });
  },
});

const redeem = defineRoute({
  method: 'POST',
  path: '/v1/coupon-redemptions',
  operationId: 'redeemCoupon',
  summary: 'Redeem a coupon',
  description:
    'Once for each reference: the same one again answers the redemption that it made. A percentage becomes a discount of the subscription, or of all that the account has in service; an amount is taken off what runs bill from then on.',
  tag: 'coupons',
  access: { permission: 'subscriptions.write', callers: 'both' },
  query,
  body: z.object({
    code: says(name, 'The coupon’s code.', 'SPRING'),
    account: whose,
    subscription: says(z.string().max(255).nullable().default(null), 'Id or external id; null: for all that the account has.', 'web-1'),
    reference: says(name, 'A name of yours for this redemption, of which there is one for each coupon.', 'checkout-4711'),
    from: says(
      date.optional(),
      'The first day, in the account’s zone; today if left out. Customers cannot choose a past one.',
      '2026-03-01',
    ),
  }),
  response: redeemedShape,
  status: 201,
  refusals: [
    'resource.not_found',
    'coupon.backdated',
    'coupon.expired',
    'coupon.inactive',
    'coupon.not_for_this',
    'coupon.not_yet',
    'coupon.other_currency',
    'coupon.reference_taken',
    'coupon.unknown',
    'coupon.used_by_account',
    'coupon.used_up',
    'request.date',
  ],
  async handle(work, { query: how, body }) {
    const { tx, seller, now } = work;
    const account = orNotFound(await findAccount(tx, seller.id, body.account));
    const named = body.subscription === null ? null : orNotFound(await externalIdOf(tx, seller.id, body.subscription));
    if (named !== null && named.accountId !== account.id) throw notFound();
    const from = body.from === undefined ? null : readDate(body.from, 'from');
    const subscription = named?.externalId ?? null;
    const input = { code: body.code, account, subscription, reference: body.reference, from, mayBackdate: work.account === null };
    const { redemption: made, isNew } = await redeemCoupon(tx, seller, input, now);
    const redemption = tellRedemption((await findListedRedemption(tx, seller.id, made.id))!);
    if (isNew) work.note({ subject: redemption.id, before: null, after: redemption });
    else work.status(200);
    return rehearsed(work, how, account, { redemption });
  },
});

const giveBack = defineRoute({
  method: 'POST',
  path: '/v1/coupon-redemptions/:redemption/revoke',
  operationId: 'revokeCouponRedemption',
  summary: 'Revoke a use of a coupon',
  description:
    'Where nothing was billed with it, it never was, and the coupon can be used once more. Else it holds until the end of the day, and an amount as far as it was used. Doing it again changes nothing.',
  tag: 'coupons',
  access: write,
  params: z.object({ redemption: says(z.string().max(100), 'The redemption’s id.', 'rdm_00000000000zg') }),
  query,
  response: redeemedShape,
  refusals: ['resource.not_found'],
  async handle(work, { params, query: how }) {
    const { tx, seller, now } = work;
    const id = readIdentifier('rdm', params.redemption);
    const found = orNotFound(await findListedRedemption(tx, seller.id, id));
    const account = orNotFound((await listAccountsById(tx, seller.id, [found.accountId]))[0]);
    await revokeRedemption(tx, seller, account, id, now);
    const redemption = tellRedemption((await findListedRedemption(tx, seller.id, id))!);
    work.note({ subject: redemption.id, before: tellRedemption(found), after: redemption });
    return rehearsed(work, how, account, { redemption });
  },
});

export const discountRoutes: readonly Route[] = [give, revoke, redeem, giveBack];

/** A rehearsal is undone as a whole; what it would have been is all that stays. */
async function rehearsed<T>(work: Work, how: z.output<typeof query>, account: AccountRow, done: T): Promise<T & { preview: null }> {
  if (how.preview === 'false') return { ...done, preview: null };
  const asOf = how.asOf === undefined ? null : readDate(how.asOf, 'asOf');
  const { invoices, wouldPark } = await previewAccounts(
    work.tx,
    work.seller,
    { accountId: account.id, asOf, after: 0n, limit: 1 },
    work.now,
  );
  throw new Rehearsal({ ...done, preview: { invoices, wouldPark: wouldPark[0]?.detail ?? null } });
}
