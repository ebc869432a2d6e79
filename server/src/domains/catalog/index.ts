// The door of the catalog: plans, their frozen versions, components and meters.
export type {
  Aggregation,
  AllocationCharge,
  Commitment,
  Component,
  ComponentKind,
  FractionRule,
  Plan,
  PriceChange,
  QuantityRounding,
} from './core/component.ts';
export { catalogEvents } from './events.ts';
export { planKeysOf, unknownNames } from './known-names.ts';
export { type ComponentInput, type PlanInput, type PublishedVersion, publishPlans } from './publish-plan.ts';
export { resellPlans } from './resell-plans.ts';
export { resellRoutes } from './resell-routes.ts';
export { catalogRoutes } from './routes.ts';
export {
  type CatalogComponent,
  type CatalogPlan,
  ensureMeters,
  findComponents,
  findMeters,
  latestVersions,
  listMeters,
  loadPlans,
} from './store.ts';
