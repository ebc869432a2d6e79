// Makes coupons, and takes them out of use.
import { compare, fromInteger, sign } from '../../kernel/money/rational.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requireCurrentCurrency, requireText, reserveIdentities, type Seller } from '../accounts/index.ts';
import { unknownNames } from '../catalog/index.ts';
import type { Coupon, CouponTerms } from './core/coupon.ts';
import { deactivate, findCoupon, insertCoupon } from './coupon-store.ts';
import {
  couponGives,
  couponLasts,
  couponNamesUnknown,
  couponNeverValid,
  couponPercent,
  discountNotPositive,
  repeatedCoupon,
} from './errors.ts';

export async function makeCoupon(tx: Transaction, seller: Seller, terms: CouponTerms, now: number): Promise<Coupon> {
  checkTerms(terms);
  const { plans, components } = await unknownNames(tx, seller.id, { plans: terms.plans ?? [], components: terms.components ?? [] });
  if (plans[0] !== undefined) throw couponNamesUnknown(plans[0], 'plans');
  if (components[0] !== undefined) throw couponNamesUnknown(components[0], 'components');
  const nextId = await reserveIdentities(tx, 1);
  const coupon: Coupon = { ...terms, code: terms.code.trim(), id: nextId(), used: 0, createdAt: now, deactivatedAt: null };
  if (!(await insertCoupon(tx, seller.id, coupon))) throw repeatedCoupon(coupon.code);
  return coupon;
}

/** Redemptions go on; there are no more of them. */
export async function deactivateCoupon(tx: Transaction, seller: Seller, id: bigint, now: number): Promise<Coupon> {
  await deactivate(tx, seller.id, id, now);
  return (await findCoupon(tx, seller.id, { id }))!;
}

function checkTerms(terms: CouponTerms): void {
  const { percent, amount, currency, periods, untilOn, validFrom, validUntil } = terms;
  requireText(terms.code, 'code');
  if ((percent === null) === (amount === null) || (amount === null) !== (currency === null)) throw couponGives();
  if (percent !== null && (sign(percent) <= 0 || compare(percent, fromInteger(100)) > 0)) throw couponPercent();
  if (amount !== null && sign(amount) <= 0) throw discountNotPositive('amount');
  if (currency !== null) requireCurrentCurrency(currency, 'currency');
  if ([periods, untilOn, amount].filter((one) => one !== null).length > 1) throw couponLasts();
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) throw couponNeverValid();
}
