// What can be refused about discounts and coupons.
import { Refusal } from '../../kernel/refusal.ts';
import type { NotRedeemable } from './core/coupon.ts';

const coupon = (code: string, message: string, path: string, parameters: Record<string, string> = {}): Refusal =>
  new Refusal(`coupon.${code}`, message, { path, parameters });

export const discountNotPositive = (path: string): Refusal =>
  new Refusal('discount.not_positive', 'A discount takes off an amount above zero. Correct the amount.', { path });

export const repeatedDiscount = (externalId: string, path: string): Refusal =>
  new Refusal('discount.repeated', `There is a discount "${externalId}" already. Give each its own external id.`, {
    path,
    parameters: { externalId },
  });

export const unknownDiscountItem = (item: string, path: string): Refusal =>
  new Refusal('discount.unknown_item', `There is no item or plan/component "${item}". Correct the name, or leave the list out for all.`, {
    path,
    parameters: { item },
  });

export const repeatedCoupon = (code: string): Refusal =>
  coupon('repeated', `There is a coupon "${code}" already. Choose another code.`, 'code', { code });

export const couponGives = (): Refusal =>
  coupon('gives', 'A coupon takes off either a percentage or an amount with its currency. Name one of them.', 'percent');

export const couponPercent = (): Refusal =>
  coupon('wrong_percent', 'A percentage is more than 0 and at most 100. Correct the number.', 'percent');

export const couponLasts = (): Refusal =>
  coupon('lasts', 'A percentage lasts a number of periods, or until a day, or for ever; an amount is taken off once. Name one.', 'periods');

export const couponNeverValid = (): Refusal =>
  coupon('never_valid', 'The coupon would end before it begins. Correct the days.', 'validUntil');

export const couponNamesUnknown = (name: string, path: string): Refusal =>
  coupon('names_unknown', `There is no plan or component "${name}". Name the key of one that is published.`, path, { name });

export const unknownCoupon = (code: string): Refusal =>
  coupon('unknown', `There is no coupon "${code}". Check the code.`, 'code', { code });

export const referenceTaken = (reference: string): Refusal =>
  coupon('reference_taken', `"${reference}" redeemed this coupon for something else already. Use another reference.`, 'reference', {
    reference,
  });

export function notRedeemable(code: string, verdict: NotRedeemable): Refusal {
  switch (verdict.why) {
    case 'inactive':
      return coupon('inactive', `The coupon "${code}" is not taken any more. Use another.`, 'code', { code });
    case 'not_yet':
      return coupon('not_yet', `The coupon "${code}" is taken from ${verdict.day} on. Wait until then.`, 'code', {
        code,
        day: verdict.day,
      });
    case 'expired':
      return coupon('expired', `The coupon "${code}" was taken until ${verdict.day}. Use another.`, 'code', { code, day: verdict.day });
    case 'used_up':
      return coupon('used_up', `The coupon "${code}" has been used ${verdict.limit} times, as often as it could. Use another.`, 'code', {
        code,
        limit: String(verdict.limit),
      });
    default:
      return coupon('used_by_account', `This account used the coupon "${code}" as often as it may: ${verdict.limit} times.`, 'code', {
        code,
        limit: String(verdict.limit),
      });
  }
}
