// A use of a coupon is taken under the coupon's lock, whatever it is for, and given back where nothing had come of it.
import type { Day } from '../../kernel/calendar/civil.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities, type Seller } from '../accounts/index.ts';
import { type Coupon, decideRedeemable, freePlace } from './core/coupon.ts';
import { findRedemption, insertRedemption, lockCoupon, placesTaken, type Redemption, setRevoked } from './coupon-store.ts';
import { notRedeemable, referenceTaken, unknownCoupon } from './errors.ts';

export interface UseInput {
  readonly code: string;
  readonly accountId: bigint;
  readonly subscriptionId: bigint | null;
  readonly reference: string;
  readonly fromOn: Day;
}

export interface TakenUse {
  readonly coupon: Coupon;
  readonly redemption: Redemption;
  /** False where that reference has redeemed it before. */
  readonly isNew: boolean;
}

/** Call it with the account locked: locks are taken in that order everywhere. */
export async function takeUse(tx: Transaction, seller: Seller, input: UseInput, now: number): Promise<TakenUse> {
  const coupon = await lockCoupon(tx, seller.id, { code: input.code });
  if (coupon === null) throw unknownCoupon(input.code);
  const before = await findRedemption(tx, seller.id, { couponId: coupon.id, reference: input.reference });
  if (before !== null) {
    if (before.accountId !== input.accountId || before.subscriptionId !== input.subscriptionId) throw referenceTaken(input.reference);
    return { coupon, redemption: before, isNew: false };
  }
  const taken = await placesTaken(tx, seller.id, coupon.id, input.accountId);
  const verdict = decideRedeemable(coupon, findZone(seller.zone)!.dayOf(now), taken.length);
  if (verdict !== null) throw notRedeemable(coupon.code, verdict);
  const nextId = await reserveIdentities(tx, 1);
  const { code: _code, ...rest } = input;
  const redemption: Redemption = { ...rest, id: nextId(), couponId: coupon.id, redeemedAt: now, revokedAt: null, isGivenBack: false };
  if (!(await insertRedemption(tx, seller.id, redemption, freePlace(taken)))) throw referenceTaken(input.reference);
  return { coupon, redemption, isNew: true };
}

/** `giveBack`: nothing was billed with it, so somebody else may use the coupon. */
export async function endUse(tx: Transaction, seller: Seller, redemption: Redemption, giveBack: boolean, now: number): Promise<void> {
  await lockCoupon(tx, seller.id, { id: redemption.couponId });
  await setRevoked(tx, seller.id, redemption, giveBack, now);
}
