// The door of discounts: fixed amounts off, and coupons. Percent discounts are facts of a subscription.
export { componentsLowered, discountEnd } from './core/coupon.ts';
export { findCoupon, listCoupons, type Redemption } from './coupon-store.ts';
export { unknownCoupon } from './errors.ts';
export { findDiscount, findListedRedemption } from './find-discount.ts';
export { giveDiscount, revokeDiscount } from './give-discount.ts';
export { deactivateCoupon, makeCoupon } from './make-coupon.ts';
export { discountShape, redemptionShape, tellCoupon, tellDiscount, tellRedemption } from './route-shapes.ts';
export { couponRoutes } from './routes.ts';
export { addBound, addFixedDiscounts, type DiscountInput, loadFixedDiscounts, type StoredDiscount } from './store.ts';
export { endUse, takeUse } from './take-use.ts';
