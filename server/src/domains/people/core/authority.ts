// What somebody may do where: his roles, and the place he acts in. Sellers form a tree, and each seller's people act in it and, delegated, below it.
import { findPermission } from './permissions.ts';
import type { Role } from './role.ts';
import { isWithinLimits, type Limits, widerLimits } from './staff-limits.ts';

/** A role held at a seller (by his people) or in one of his accounts (by the customer's people). */
export interface Grant {
  readonly sellerId: bigint;
  readonly accountId: bigint | null;
  readonly role: Role;
}

export interface Authority {
  readonly permissions: readonly string[];
  readonly limits: Limits;
  /** The account in which alone they count; null for the seller's people. */
  readonly accountId: bigint | null;
  /** The seller whose person this is, where he acts in one below. */
  readonly delegatedFrom: bigint | null;
}

const NONE: { readonly permissions: readonly string[]; readonly limits: Limits } = { permissions: [], limits: {} };

/** What staff may do in the seller at the beginning of `lineage`, which leads from it up to the root. Null: nothing, so it is not there for them. */
export function staffAuthority(grants: readonly Grant[], lineage: readonly bigint[]): Authority | null {
  const [target, ...above] = lineage;
  const staff = grants.filter((grant) => grant.accountId === null && grant.role.holders === 'staff');
  const here = staff.filter((grant) => grant.sellerId === target);
  if (here.length > 0) return { ...joined(here), accountId: null, delegatedFrom: null };
  for (const sellerId of above) {
    const held = joined(staff.filter((grant) => grant.sellerId === sellerId));
    if (!held.permissions.includes('sellers.delegate')) continue;
    const permissions = held.permissions.filter((name) => findPermission(name)?.delegable === true);
    return { permissions, limits: held.limits, accountId: null, delegatedFrom: sellerId };
  }
  return null;
}

/** What a customer's person may do in one account of the seller. */
export function memberAuthority(grants: readonly Grant[], sellerId: bigint, accountId: bigint): Authority | null {
  const held = grants.filter((grant) => grant.sellerId === sellerId && grant.accountId === accountId && grant.role.holders === 'member');
  return held.length === 0 ? null : { ...joined(held), accountId, delegatedFrom: null };
}

function joined(grants: readonly Grant[]): { readonly permissions: readonly string[]; readonly limits: Limits } {
  const all = grants.reduce(
    (sum, { role }) => ({
      permissions: [...new Set([...sum.permissions, ...role.permissions])],
      limits: widerLimits(sum, role),
    }),
    NONE,
  );
  return { permissions: [...all.permissions].sort(), limits: all.limits };
}

export type PassingOn = { readonly allowed: true } | { readonly allowed: false; readonly permission: string };

/** Nobody makes another mightier than himself: not by a role, not by a key, not by defining a role. */
export function decidePassingOn(
  own: { readonly permissions: readonly string[]; readonly limits: Limits },
  given: { readonly permissions: readonly string[]; readonly limits: Limits },
): PassingOn {
  for (const permission of given.permissions) {
    if (!own.permissions.includes(permission)) return { allowed: false, permission };
    if (!isWithinLimits(given.limits, own.limits, permission)) return { allowed: false, permission };
  }
  return { allowed: true };
}

/** A key never does more than its list, nor more than its holders could hold. */
export function permissionsOfKey(listed: readonly string[], holders: 'staff' | 'member'): string[] {
  return listed.filter((name) => {
    const permission = findPermission(name);
    return permission !== null && (holders === 'staff' || permission.holders === 'both');
  });
}
