// What discounts and coupons look like over HTTP.
import { z } from 'zod';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { findCurrency } from '../../kernel/money/currency.ts';
import { formatMinor } from '../../kernel/money/decimal.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { date, decimal, name, says } from '../../platform/fields.ts';
import type { Coupon } from './core/coupon.ts';
import type { ListedRedemption } from './coupon-store.ts';
import type { ListedDiscount } from './store.ts';

const many = z.array(name).min(1).max(200).nullable().default(null);
const limit = z.int().min(1).max(1_000_000_000).nullable().default(null);

export const couponFields = {
  code: says(name, 'What customers type. It never changes.', 'SPRING'),
  name: says(z.string().max(500).default(''), 'What it is called among the seller’s people.', 'Spring offer'),
  percent: says(decimal.nullable().default(null), 'Per cent off, above 0, at most 100. Either this or an amount.', '20'),
  amount: says(decimal.nullable().default(null), 'Off once, before tax, major units.', null, '10.00'),
  currency: says(z.string().max(3).nullable().default(null), 'Of the amount, ISO 4217.', null, 'EUR'),
  periods: says(
    z.int().min(1).max(1200).nullable().default(null),
    'Of a percentage: for how many periods of the plan, counted from the day it begins. Null beside a null `untilOn`: for ever.',
    3,
  ),
  untilOn: says(date.nullable().default(null), 'Of a percentage: the first day without it.', null, '2026-07-01'),
  plans: says(many, 'Keys of the plans it is for; null is all.', ['cloud']),
  components: says(many, 'Keys of the components it is for; null is all.', ['seat']),
  limitTotal: says(limit, 'How often it can be used; null is without limit.', 100),
  limitEach: says(limit, 'How often one account can use it; null is without limit.', 1),
  validFrom: says(date.nullable().default(null), 'First day on which it is taken, in the seller’s zone.', '2026-03-01'),
  validUntil: says(date.nullable().default(null), 'First day on which it is not taken any more.', '2026-06-01'),
};

export const couponShape = z
  .object({
    id: says(z.string(), 'The coupon’s id.', 'cpn_00000000000zg'),
    ...couponFields,
    used: says(z.int(), 'How often it has been used; what was revoked before it was billed does not count.', 7),
    createdAt: says(z.string(), 'When it was made.', '2026-02-20T10:00:00Z'),
    deactivatedAt: says(z.string().nullable(), 'Since when it is not taken any more; null: it is.', null, '2026-04-01T10:00:00Z'),
  })
  .meta({ id: 'Coupon', description: 'A discount that customers redeem by its code, within limits.' });

export function tellCoupon(coupon: Coupon): z.input<typeof couponShape> {
  const { id, code, name: called, currency, periods, limitTotal, limitEach, used } = coupon;
  return {
    id: formatIdentifier('cpn', id),
    code,
    name: called,
    percent: coupon.percent === null ? null : formatExact(coupon.percent),
    amount: coupon.amount === null ? null : formatExact(coupon.amount),
    currency,
    periods,
    untilOn: coupon.untilOn === null ? null : formatDay(coupon.untilOn),
    plans: coupon.plans === null ? null : [...coupon.plans],
    components: coupon.components === null ? null : [...coupon.components],
    limitTotal,
    limitEach,
    validFrom: coupon.validFrom === null ? null : formatDay(coupon.validFrom),
    validUntil: coupon.validUntil === null ? null : formatDay(coupon.validUntil),
    used,
    createdAt: formatInstant(coupon.createdAt),
    deactivatedAt: coupon.deactivatedAt === null ? null : formatInstant(coupon.deactivatedAt),
  };
}

export const discountShape = z
  .object({
    id: says(z.string(), 'The discount’s id.', 'dsc_00000000000zg'),
    externalId: says(z.string(), 'Its external id; of a coupon’s `coupon:` and the redemption.', 'sorry-17'),
    account: says(z.string(), 'External id of the account.', 'acme'),
    at: says(z.string(), 'From when on runs may use it.', '2026-01-15T00:00:00Z'),
    amount: says(z.string(), 'Major units, before tax.', '10.00'),
    currency: says(z.string(), 'ISO 4217. It lowers charges in this currency alone.', 'EUR'),
    used: says(z.string(), 'What runs have taken off with it.', '7.50'),
    items: says(z.array(z.string()).nullable(), 'Items and components it may lower; null is all.', ['cloud/seat']),
    recordedAt: says(z.string(), 'When it was given.', '2026-01-15T09:00:00Z'),
    revokedAt: says(z.string().nullable(), 'Since when no more of it is used; null: it is.', null, '2026-02-15T09:00:00Z'),
  })
  .meta({ id: 'Discount', description: 'An amount off, for all of an account’s charges or for some, used up by the runs that bill them.' });

export function tellDiscount(discount: ListedDiscount): z.input<typeof discountShape> {
  const { id, externalId, account, at, amount, currency, boundMinor, items, recorded, revokedAt } = discount;
  return {
    id: formatIdentifier('dsc', id),
    externalId,
    account,
    at: formatInstant(at),
    amount: formatExact(amount),
    currency,
    used: formatMinor(boundMinor, findCurrency(currency)?.digits ?? 2),
    items: items === null ? null : [...items],
    recordedAt: formatInstant(recorded),
    revokedAt: revokedAt === null ? null : formatInstant(revokedAt),
  };
}

export const redemptionShape = z
  .object({
    id: says(z.string(), 'The redemption’s id.', 'rdm_00000000000zg'),
    code: says(z.string(), 'The coupon’s code.', 'SPRING'),
    account: says(z.string(), 'External id of the account.', 'acme'),
    subscription: says(z.string().nullable(), 'External id of the subscription; null: for all that the account had then.', 'web-1'),
    reference: says(z.string(), 'The name that makes it happen once.', 'checkout-4711'),
    from: says(z.string(), 'The first day it is for.', '2026-03-01'),
    redeemedAt: says(z.string(), 'When.', '2026-03-01T10:00:00Z'),
    revokedAt: says(z.string().nullable(), 'When it was revoked; null: it was not.', null, '2026-03-02T10:00:00Z'),
    givenBack: says(z.boolean(), 'Revoked before anything was billed with it: it counts as never used.', false),
  })
  .meta({ id: 'CouponRedemption', description: 'One use of a coupon by an account.' });

export function tellRedemption(redemption: ListedRedemption): z.input<typeof redemptionShape> {
  const { id, code, account, subscription, reference, fromOn, redeemedAt, revokedAt, isGivenBack } = redemption;
  return {
    id: formatIdentifier('rdm', id),
    code,
    account,
    subscription,
    reference,
    from: formatDay(fromOn),
    redeemedAt: formatInstant(redeemedAt),
    revokedAt: revokedAt === null ? null : formatInstant(revokedAt),
    givenBack: isGivenBack,
  };
}
