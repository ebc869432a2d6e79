// The door of discounts: fixed amounts off. Percent discounts are facts of a subscription.
export { addBound, addFixedDiscounts, type DiscountInput, loadFixedDiscounts, type StoredDiscount } from './store.ts';
