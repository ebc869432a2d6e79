// Roles: named sets of permissions, with limits. Some are built in; a seller can define others.
import { memberPermissions, permissions, staffPermissions } from './permissions.ts';
import type { Limits } from './staff-limits.ts';

export interface Role {
  readonly key: string;
  readonly name: string;
  /** Whether it is for the seller's people or for a customer's. */
  readonly holders: 'staff' | 'member';
  readonly permissions: readonly string[];
  /** By permission: up to which value it may be used. A permission without an entry has no limit. */
  readonly limits: Limits;
}

const reading = permissions.filter(({ name }) => name.endsWith('.read')).map(({ name }) => name);
const memberReading = memberPermissions.filter((name) => name.endsWith('.read') && name !== 'keys.read');

function role(key: string, name: string, holders: Role['holders'], held: readonly string[]): Role {
  return { key, name, holders, permissions: [...new Set(held)].sort(), limits: {} };
}

export const builtInRoles: readonly Role[] = [
  role('owner', 'Owner', 'staff', staffPermissions),
  role(
    'administrator',
    'Administrator',
    'staff',
    staffPermissions.filter((name) => name !== 'users.impersonate' && name !== 'clock.write' && name !== 'sellers.delegate'),
  ),
  role('billing', 'Billing', 'staff', [
    ...reading.filter((name) => name !== 'keys.read'),
    ...['accounts.write', 'billing.run', 'credits.write', 'discounts.write', 'imports.write', 'subscriptions.write', 'usage.write'],
  ]),
  role('support', 'Support', 'staff', [
    ...[
      'accounts.read',
      'credits.read',
      'forecasts.read',
      'invoices.read',
      'quotes.read',
      'subscriptions.read',
      'usage.read',
      'users.read',
    ],
    ...['catalog.read', 'pricelists.read', 'discounts.read', 'users.impersonate'],
  ]),
  role('developer', 'Developer', 'staff', [...reading, 'keys.write', 'meters.write', 'usage.write', 'webhooks.write']),
  role(
    'viewer',
    'Viewer',
    'staff',
    reading.filter((name) => !['audit.read', 'keys.read'].includes(name)),
  ),
  role('customer_owner', 'Owner of the account', 'member', memberPermissions),
  role('customer_billing', 'Billing of the account', 'member', [...memberReading, 'accounts.write']),
  role('customer_viewer', 'Reader of the account', 'member', memberReading),
];

export function findBuiltInRole(key: string): Role | null {
  return builtInRoles.find((candidate) => candidate.key === key) ?? null;
}
