// A coupon: what it takes off, for how long, for whom, and whether it can be redeemed now.
import { type Day, formatDay } from '../../../kernel/calendar/civil.ts';
import { addPeriod, type Period } from '../../../kernel/calendar/period.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import type { Rational } from '../../../kernel/money/rational.ts';

export interface CouponTerms {
  readonly code: string;
  readonly name: string;
  /** Either a percentage or an amount in a currency. */
  readonly percent: Rational | null;
  readonly amount: Rational | null;
  readonly currency: string | null;
  /** Of a percentage: for so many periods of the plan, or until a day; neither is for ever. */
  readonly periods: number | null;
  readonly untilOn: Day | null;
  /** Keys of plans, and of components, that it is for; null is all. */
  readonly plans: readonly string[] | null;
  readonly components: readonly string[] | null;
  readonly limitTotal: number | null;
  /** For each account. */
  readonly limitEach: number | null;
  /** Days in the seller's zone; it is taken from the first until before the second. */
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

export interface Coupon extends CouponTerms {
  readonly id: bigint;
  readonly used: number;
  readonly createdAt: number;
  readonly deactivatedAt: number | null;
}

export type NotRedeemable =
  | { readonly why: 'inactive' }
  | { readonly why: 'not_yet'; readonly day: string }
  | { readonly why: 'expired'; readonly day: string }
  | { readonly why: 'used_up'; readonly limit: number }
  | { readonly why: 'used_by_account'; readonly limit: number };

/** Null: it can be redeemed. */
export function decideRedeemable(coupon: Coupon, today: Day, usedByAccount: number): NotRedeemable | null {
  if (coupon.deactivatedAt !== null) return { why: 'inactive' };
  if (coupon.validFrom !== null && today < coupon.validFrom) return { why: 'not_yet', day: formatDay(coupon.validFrom) };
  if (coupon.validUntil !== null && today >= coupon.validUntil) return { why: 'expired', day: formatDay(coupon.validUntil) };
  if (coupon.limitTotal !== null && coupon.used >= coupon.limitTotal) return { why: 'used_up', limit: coupon.limitTotal };
  if (coupon.limitEach !== null && usedByAccount >= coupon.limitEach) return { why: 'used_by_account', limit: coupon.limitEach };
  return null;
}

/** Uses of an account have places from 1 on; one that was given back leaves its place free. */
export function freePlace(taken: readonly number[]): number {
  const places = new Set(taken);
  let place = 1;
  while (places.has(place)) place += 1;
  return place;
}

/** When a percentage that begins on a day ends: periods are counted from that day. Null: never. */
export function discountEnd(terms: Pick<CouponTerms, 'periods' | 'untilOn'>, from: Day, period: Period, zone: Zone): number | null {
  if (terms.untilOn !== null) return zone.startOfDay(terms.untilOn);
  if (terms.periods === null) return null;
  if (period.unit === 'hour') return zone.startOfDay(from) + terms.periods * period.count * 3_600_000;
  return zone.startOfDay(addPeriod(from, period, terms.periods));
}

/** Which of a plan's components it lowers: keys, or null for the plan as a whole; none where it is not for this plan. */
export function componentsLowered(
  terms: Pick<CouponTerms, 'plans' | 'components'>,
  plan: { readonly key: string; readonly components: readonly { readonly key: string }[] },
): readonly string[] | null {
  if (terms.plans !== null && !terms.plans.includes(plan.key)) return [];
  const { components } = terms;
  return components === null ? null : plan.components.map(({ key }) => key).filter((key) => components.includes(key));
}
