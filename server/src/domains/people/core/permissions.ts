// Every permission there is. Routes name one each, roles and keys hold some; `GET /v1/permissions` prints this list.

export interface Permission {
  readonly name: string;
  readonly meaning: string;
  /** Who can hold it: the seller's own people, or a customer's people too, who then have it in their account alone. */
  readonly holders: 'staff' | 'both';
  /** Whether somebody of the seller above may use it here, in a delegated request. */
  readonly delegable: boolean;
}

const staff = (name: string, meaning: string): Permission => ({ name, meaning, holders: 'staff', delegable: true });
const both = (name: string, meaning: string): Permission => ({ name, meaning, holders: 'both', delegable: true });
/** Whoever holds these can make himself anything; a seller's own people keep them. */
const own = (name: string, meaning: string): Permission => ({ name, meaning, holders: 'staff', delegable: false });

export const permissions: readonly Permission[] = [
  both('accounts.read', 'see accounts'),
  both('accounts.write', 'add accounts and change their particulars'),
  staff('audit.read', 'see who changed what, from where'),
  staff('billing.read', 'see billing runs, previews and parked accounts'),
  staff('billing.run', 'start billing runs and release parked accounts'),
  staff('catalog.read', 'see plans and their versions'),
  staff('catalog.write', 'draft and publish plans'),
  staff('clock.read', 'see the business clock'),
  own('clock.write', 'move the business clock forward'),
  both('credits.read', 'see extra items and credits'),
  staff('credits.write', 'add extra items and credits, up to the role’s limit'),
  staff('currencies.read', 'see the currencies and the rules that choose them'),
  staff('currencies.write', 'turn currencies on and off and change the rules'),
  staff('discounts.read', 'see discounts and coupons'),
  staff('discounts.write', 'give discounts and make coupons, up to the role’s limit'),
  staff('events.read', 'read the feed of what happened'),
  both('forecasts.read', 'see what is likely to be billed'),
  staff('identity_providers.read', 'see the providers that people may sign in with'),
  own('identity_providers.write', 'set up the providers that people may sign in with'),
  staff('imports.write', 'bring in files of accounts, prices and usage'),
  both('invoices.read', 'see issued invoices and credit notes'),
  both('keys.read', 'see API keys, never their secrets'),
  own('keys.write', 'make, replace and revoke API keys'),
  staff('ledger.read', 'see postings and balances of the books'),
  staff('meters.read', 'see meters'),
  staff('meters.write', 'define meters'),
  staff('pricelists.read', 'see price lists, overrides and why a price is what it is'),
  staff('pricelists.write', 'draft, publish and correct prices'),
  both('quotes.read', 'ask what would be billed'),
  both('roles.read', 'see roles and what they may do'),
  own('roles.write', 'define roles'),
  own('sellers.delegate', 'act in the sellers below, in a request that says so'),
  staff('sellers.read', 'see the seller and those below'),
  own('sellers.write', 'add sellers below and change particulars'),
  staff('settings.read', 'see settings and their history'),
  staff('settings.write', 'change settings'),
  both('subscriptions.read', 'see subscriptions and their history'),
  both('subscriptions.write', 'start, change, pause and end subscriptions'),
  both('usage.read', 'see events and totals of usage'),
  staff('usage.write', 'send, correct and void usage'),
  own('users.impersonate', 'act as a customer’s user; visible to all and written down'),
  both('users.read', 'see users, their roles and sessions'),
  both('users.write', 'invite users, give them roles, sign them out'),
  staff('webhooks.read', 'see webhook endpoints and deliveries'),
  own('webhooks.write', 'set up webhook endpoints and send again'),
];

const byName = new Map(permissions.map((permission) => [permission.name, permission]));

export function findPermission(name: string): Permission | null {
  return byName.get(name) ?? null;
}

/** What customers' people can hold at most. */
export const memberPermissions: readonly string[] = permissions.filter(({ holders }) => holders === 'both').map(({ name }) => name);
export const staffPermissions: readonly string[] = permissions.map(({ name }) => name);
