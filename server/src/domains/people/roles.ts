// Roles that a seller defines: a name, permissions and limits. Nobody defines one that may do more than he.
import { writeEvents } from '../../platform/events/index.ts';
import { notFound } from '../../platform/http/not-found.ts';
import type { Caller } from '../../platform/http/principal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requirePassable } from './authorize.ts';
import { findPermission } from './core/permissions.ts';
import { findBuiltInRole, type Role } from './core/role.ts';
import { faultInLimits } from './core/staff-limits.ts';
import { builtInRole, roleInUse, unknownPermission, wrongHolder, wrongLimit } from './errors.ts';
import { tell } from './events.ts';
import { deleteRole, isRoleHeld, listDefinedRoles, lockRole, upsertRole } from './user-store.ts';

export interface DefinedBefore {
  readonly before: Role | null;
  readonly after: Role;
}

export async function defineRole(tx: Transaction, caller: Caller, role: Role, now: number): Promise<DefinedBefore> {
  if (findBuiltInRole(role.key) !== null) throw builtInRole(role.key);
  await lockRole(tx, caller.seller.id, role.key);
  const before = (await listDefinedRoles(tx, caller.seller.id)).find(({ key }) => key === role.key) ?? null;
  if (before !== null && before.holders !== role.holders) throw wrongHolder(role.key);
  for (const [index, name] of role.permissions.entries()) {
    const permission = findPermission(name);
    if (permission === null || (role.holders === 'member' && permission.holders !== 'both'))
      throw unknownPermission(name, `permissions[${index}]`);
  }
  const fault = faultInLimits(role.limits, role.permissions);
  if (fault !== null) throw wrongLimit(fault);
  requirePassable(caller, role);
  // Whoever narrows a role that may do more than he would take from the mightier.
  if (before !== null) requirePassable(caller, before);
  const after = { ...role, permissions: [...new Set(role.permissions)].sort() };
  await upsertRole(tx, caller.seller.id, after, now);
  const told = { sellerId: caller.seller.id, subject: after.key, occurredAt: now };
  await writeEvents(tx, [tell['role.defined']({ ...told, data: { permissions: after.permissions } })]);
  return { before, after };
}

export async function removeRole(tx: Transaction, caller: Caller, key: string, now: number): Promise<Role> {
  if (findBuiltInRole(key) !== null) throw builtInRole(key);
  await lockRole(tx, caller.seller.id, key);
  const before = (await listDefinedRoles(tx, caller.seller.id)).find((role) => role.key === key);
  if (before === undefined) throw notFound();
  requirePassable(caller, before);
  if (await isRoleHeld(tx, caller.seller.id, key)) throw roleInUse(key);
  await deleteRole(tx, caller.seller.id, key);
  await writeEvents(tx, [tell['role.removed']({ sellerId: caller.seller.id, subject: key, occurredAt: now, data: {} })]);
  return before;
}
