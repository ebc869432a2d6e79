// Whether a caller may pass on what he passes on: roles, keys and limits, never beyond his own.

import type { Rational } from '../../kernel/money/rational.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { accessDenied, type Caller } from '../../platform/http/principal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { decidePassingOn } from './core/authority.ts';
import { findBuiltInRole, type Role } from './core/role.ts';
import { decideLimit, type Limits } from './core/staff-limits.ts';
import { mightier, overLimit, unknownRole } from './errors.ts';
import { listDefinedRoles } from './user-store.ts';

export function requirePassable(caller: Caller, given: { readonly permissions: readonly string[]; readonly limits: Limits }): void {
  const verdict = decidePassingOn({ permissions: [...caller.permissions], limits: caller.limits }, given);
  if (!verdict.allowed) throw mightier(verdict.permission);
}

export async function getRole(tx: Transaction, sellerId: bigint, key: string, path: string): Promise<Role> {
  const found = findBuiltInRole(key) ?? (await listDefinedRoles(tx, sellerId)).find((role) => role.key === key);
  if (found === undefined) throw unknownRole(key, path);
  return found;
}

/** What a verb asks before it gives a credit, an extra item or a discount: `unit` is a currency or `percent`. */
export function requireWithinLimit(caller: Caller, permission: string, unit: string, value: Rational): void {
  if (!caller.permissions.has(permission)) throw accessDenied(permission);
  const verdict = decideLimit(caller.limits, permission, unit, value);
  if (!verdict.allowed) throw overLimit(permission, verdict.greatest, verdict.unit, formatExact(value));
}
