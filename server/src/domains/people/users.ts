// Users of a seller's portal: invited, given roles, changed, shut out.
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { notFound } from '../../platform/http/not-found.ts';
import type { Caller } from '../../platform/http/principal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { findSellerByKey } from '../accounts/index.ts';
import { getRole, requirePassable } from './authorize.ts';
import { decidePassingOn } from './core/authority.ts';
import type { Role } from './core/role.ts';
import { lastOwner, unknownSeller, userExists, wrongHolder, wrongMail } from './errors.ts';
import { tell } from './events.ts';
import { makeLink } from './links.ts';
import type { People } from './people.ts';
import { findAccountId, isBelow } from './place-store.ts';
import { revokeSessions } from './session-store.ts';
import {
  deleteGrants,
  findUserByMail,
  type HeldRole,
  hasOwner,
  insertGrant,
  insertUser,
  listGrants,
  lockOwners,
  lockRole,
  lockUser,
  mailKey,
  type User,
  updateUser,
} from './user-store.ts';

/** Where a role is held: in an account, in a seller below, or, with neither, at the seller himself. */
export interface RoleInput {
  readonly role: string;
  /** Id or external id. */
  readonly account?: string | undefined;
  /** A seller's key. */
  readonly seller?: string | undefined;
}

export interface InvitationInput extends RoleInput {
  readonly mail: string;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
}

interface Place {
  readonly role: Role;
  readonly atSellerId: bigint;
  readonly accountId: bigint | null;
}

export interface Invited {
  readonly user: User;
  /** Null for somebody who can sign in already, or who others have let in too: the link would let the inviter in as him. */
  readonly link: string | null;
}

export async function inviteUser(
  people: People,
  tx: Transaction,
  caller: Caller,
  input: InvitationInput,
  businessNow: number,
): Promise<Invited> {
  if (!/^[^@\s]{1,64}@[^@\s]{1,189}$/.test(mailKey(input.mail))) throw wrongMail();
  const place = await readPlace(tx, caller, input, '');
  const now = people.machine.now();
  const sellerId = caller.seller.id;
  const made = await insertUser(tx, { sellerId, mail: input.mail, name: input.name ?? '', language: input.language ?? null, now });
  const user = made ?? (await lockUser(tx, sellerId, (await findUserByMail(tx, sellerId, input.mail))!.id))!;
  const before = await listGrants(tx, sellerId, [user.id]);
  const grant = { sellerId, userId: user.id, atSellerId: place.atSellerId, accountId: place.accountId, role: place.role.key, now };
  const isNew = await insertGrant(tx, grant);
  if (isNew) await writeEvents(tx, [tell['user.invited']({ ...aboutUser(user, businessNow), data: { role: place.role.key } })]);
  const isOurs = user.readyAt === null && user.disabledAt === null && before.every((held) => isWithin(caller, held));
  if (isOurs) return { user, link: await makeLink(people, tx, user, 'invitation', businessNow) };
  if (!isNew) throw userExists(user.mail);
  const id = formatIdentifier('usr', user.id);
  const letter = { template: 'access_given' as const, user: id };
  await writeEvents(tx, [tell['mail.requested']({ subject: id, sellerId, occurredAt: businessNow, data: letter })]);
  return { user, link: null };
}

/** Replaces the roles that the caller can see: all of them, or those in his account. */
export async function setRoles(
  people: People,
  tx: Transaction,
  caller: Caller,
  userId: bigint,
  inputs: readonly RoleInput[],
): Promise<User> {
  const user = await lockVisibleUser(tx, caller, userId);
  const held = (await listGrants(tx, user.sellerId, [user.id])).filter(
    (grant) => caller.account === null || grant.accountId === caller.account,
  );
  const wanted: Place[] = [];
  for (const [index, input] of inputs.entries()) wanted.push(await readPlace(tx, caller, input, `roles[${index}].`, held));
  const gone = held.filter((grant) => !wanted.some((place) => isSame(place, grant)));
  for (const grant of gone) requirePassable(caller, grant.role);
  const now = people.machine.now();
  await deleteGrants(
    tx,
    user.sellerId,
    gone.map((grant) => grant.id),
  );
  for (const { role, atSellerId, accountId } of wanted) {
    await insertGrant(tx, { sellerId: user.sellerId, userId: user.id, atSellerId, accountId, role: role.key, now });
  }
  await requireOwnerLeft(tx, gone);
  const roles = [...new Set(wanted.map(({ role }) => role.key))].sort();
  await writeEvents(tx, [tell['user.roles_changed']({ ...aboutUser(user, now), data: { roles } })]);
  return user;
}

export interface UserChange {
  readonly name?: string | undefined;
  readonly language?: string | null | undefined;
  readonly disabled?: boolean | undefined;
}

export async function changeUser(people: People, tx: Transaction, caller: Caller, userId: bigint, change: UserChange): Promise<User> {
  const user = await lockVisibleUser(tx, caller, userId);
  const held = await requireNotMightier(tx, caller, user);
  const now = people.machine.now();
  const { disabled, ...rest } = change;
  const isDisabling = disabled === true && user.disabledAt === null;
  const after = await updateUser(tx, user, {
    ...rest,
    ...(disabled === undefined ? {} : { disabledAt: disabled ? (user.disabledAt ?? now) : null }),
  });
  if (isDisabling) {
    await revokeSessions(tx, user.sellerId, user.id, null, now);
    await requireOwnerLeft(tx, held);
  }
  await writeEvents(tx, [tell['user.changed']({ ...aboutUser(user, now), data: { disabled: after.disabledAt !== null } })]);
  return after;
}

function aboutUser({ sellerId, id }: User, occurredAt: number) {
  return { sellerId, subject: formatIdentifier('usr', id), occurredAt };
}

export async function signOutUser(people: People, tx: Transaction, caller: Caller, userId: bigint): Promise<number> {
  const user = await lockVisibleUser(tx, caller, userId);
  await requireNotMightier(tx, caller, user);
  return revokeSessions(tx, user.sellerId, user.id, null, people.machine.now());
}

/** A member reaches the people of his account; whoever is in other accounts too is not his to change. */
export async function lockVisibleUser(tx: Transaction, caller: Caller, userId: bigint): Promise<User> {
  const user = await lockUser(tx, caller.seller.id, userId);
  if (user === null) throw notFound();
  if (caller.account !== null) {
    const grants = await listGrants(tx, user.sellerId, [user.id]);
    if (!grants.some((grant) => grant.accountId === caller.account)) throw notFound();
  }
  return user;
}

/** Nobody shuts out, renames or signs out whoever may do more than he, or of whom he sees only a part. */
export async function requireNotMightier(tx: Transaction, caller: Caller, user: User): Promise<HeldRole[]> {
  const held = await listGrants(tx, user.sellerId, [user.id]);
  for (const grant of held) {
    requirePassable(caller, grant.role);
    if (caller.account !== null && grant.accountId !== caller.account) throw notFound();
  }
  return held;
}

function isWithin(caller: Caller, held: HeldRole): boolean {
  const own = { permissions: [...caller.permissions], limits: caller.limits };
  return decidePassingOn(own, held.role).allowed && (caller.account === null || held.accountId === caller.account);
}

function isSame(place: Place, grant: HeldRole): boolean {
  return place.role.key === grant.role.key && place.atSellerId === grant.sellerId && place.accountId === grant.accountId;
}

/** What somebody has already need not be the caller's to give. */
async function readPlace(tx: Transaction, caller: Caller, input: RoleInput, path: string, held: readonly HeldRole[] = []): Promise<Place> {
  await lockRole(tx, caller.seller.id, input.role);
  const role = await getRole(tx, caller.seller.id, input.role, `${path}role`);
  const accountId = await readAccount(tx, caller, input);
  if ((role.holders === 'member') !== (accountId !== null)) throw wrongHolder(role.key);
  const atSellerId = await readSeller(tx, caller, input, accountId, `${path}seller`);
  const place = { role, atSellerId, accountId };
  if (!held.some((grant) => isSame(place, grant))) requirePassable(caller, role);
  return place;
}

async function readAccount(tx: Transaction, caller: Caller, input: RoleInput): Promise<bigint | null> {
  if (input.account === undefined) return caller.account;
  const found = await findAccountId(tx, caller.seller.id, input.account);
  if (found === null || (caller.account !== null && found !== caller.account)) throw notFound();
  return found;
}

async function readSeller(tx: Transaction, caller: Caller, input: RoleInput, accountId: bigint | null, path: string): Promise<bigint> {
  if (input.seller === undefined || input.seller === caller.seller.key) return caller.seller.id;
  const below = accountId === null && caller.account === null ? await findSellerByKey(tx, input.seller) : null;
  const mayDelegate = caller.permissions.has('sellers.delegate');
  if (below === null || !mayDelegate || !(await isBelow(tx, below.id, caller.seller.id))) throw unknownSeller(input.seller, path);
  return below.id;
}

/** Each seller that lost an owner must have another one. Those who take owners away wait for each other. */
async function requireOwnerLeft(tx: Transaction, lost: readonly HeldRole[]): Promise<void> {
  const sellers = lost.filter((grant) => grant.accountId === null && grant.role.key === 'owner').map((grant) => grant.sellerId);
  for (const sellerId of [...new Set(sellers)].sort((a, b) => (a < b ? -1 : 1))) {
    await lockOwners(tx, sellerId);
    if (!(await hasOwner(tx, sellerId))) throw lastOwner();
  }
}
