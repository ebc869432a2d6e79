// Lets the first owner into a seller that was just made.
import { accessDenied, type Caller } from '../../platform/http/principal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Seller } from '../accounts/index.ts';
import { requirePassable } from './authorize.ts';
import { findBuiltInRole } from './core/role.ts';
import { addFirstUser, type LinkForUser } from './operator.ts';
import type { People } from './people.ts';

/** Whoever makes the seller hands the link over; he needs what he gives, as everywhere. */
export async function addFirstOwner(
  people: People,
  tx: Transaction,
  caller: Caller,
  seller: Seller,
  input: { readonly mail: string; readonly name?: string | undefined },
  businessNow: number,
): Promise<LinkForUser> {
  if (!caller.permissions.has('users.write')) throw accessDenied('users.write');
  requirePassable(caller, findBuiltInRole('owner')!);
  const owner = { mail: input.mail, name: input.name ?? '', role: 'owner' };
  return addFirstUser(people, tx, seller, owner, businessNow, 'owner.mail');
}
