// The door of subscriptions: who bought what, and what happened to it.
export { bulkRoutes } from './bulk-routes.ts';
export {
  type ChangedCurrency,
  changeAccountCurrency,
  listRunningIn,
  type RunningSubscription,
  type StayingSubscription,
} from './change-currency.ts';
export type { AnchorRule, Fact } from './core/fact.ts';
export type { GridWindow } from './core/grid.ts';
export { byEffect, withoutVoided } from './core/known-facts.ts';
export { quantityIn, type Segment, type SubscriptionState, timelineOf } from './core/timeline.ts';
export { touchedDay } from './core/touched.ts';
export { currencyChangeRoutes } from './currency-routes.ts';
export { asCustomer } from './customer-change.ts';
export { subscriptionExists } from './errors.ts';
export { subscriptionEvents } from './events.ts';
export {
  addCredits,
  addItems,
  type CreditInput,
  closeItems,
  type ItemInput,
  loadCredits,
  loadOpenItems,
  type StoredCredit,
  type StoredItem,
} from './extra-items.ts';
export { type FactBody, factBody, readAt, readChange, startBody } from './fact-shape.ts';
export { itemRoutes } from './item-routes.ts';
export { externalIdOf, findSubscription, type ToldSubscription } from './list-subscriptions.ts';
export { offerRoutes } from './offer-routes.ts';
export { poolRoutes } from './pool-routes.ts';
export { findOverdrawnPools, listPools, type OverdrawnPool, setPool } from './pools.ts';
export { publishingRoutes } from './price-routes.ts';
export { type PublishedPrices, publishPrices } from './publish-prices.ts';
export { type FactInput, type RecordedFacts, recordFacts } from './record-facts.ts';
export { type RedeemInput, redeemCoupon } from './redeem-coupon.ts';
export { revokeRedemption } from './revoke-redemption.ts';
export { creditShape, itemShape, subscriptionShape } from './route-shapes.ts';
export { subscriptionParams, subscriptionRoutes } from './routes.ts';
export {
  findSubscriptions,
  type LockedForUsage,
  loadFacts,
  lockForUsage,
  lockSubscriptionsOf,
  markLateUsage,
  type SubscriptionRow,
  setBilledThrough,
} from './store.ts';
export { anchorFromStored, type FactChange, type StoredAnchor } from './stored-fact.ts';
export { HOLD_USAGE, holdUsage, readUsageHorizon } from './usage-horizon.ts';
