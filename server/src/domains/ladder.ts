// The order of the domains: each may import the door (`index.ts`) of those before it and nothing of those after it.
// `tools/tidy.test.ts` keeps it. A wish to import a later domain means that an event or a verb is missing.
export const ladder = [
  'accounts',
  'people',
  'ledger',
  'tax',
  'catalog',
  'pricelists',
  'discounts',
  'subscriptions',
  'usage',
  'rating',
  'invoicing',
  'quotes',
  'documents',
  'webhooks',
  'reports',
] as const;
