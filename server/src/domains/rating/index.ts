// Rating: facts and what was billed go in, due steps come out. This domain is pure; it has no tables.

export { cellId, windowId } from './core/cell-key.ts';
export { GREATEST_WINDOWS_PER_RUN } from './core/charge-subscription.ts';
export * from './core/engine.ts';
export { extraItemPrice, extraItemPriceId } from './core/extra-items.ts';
export { rateAccount } from './core/rate-account.ts';
export { commitmentRef } from './core/single-truths.ts';
export { type SubscriptionView, viewSubscription } from './core/subscription-view.ts';
export { type CoverContext, type UncoveredReason, type UsageCover, type UsageTaker, usageCover } from './core/usage-cover.ts';
