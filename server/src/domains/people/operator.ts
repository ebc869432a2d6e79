// What the operator of an installation does on its command line: the first user, the first key, and a link for somebody who cannot get a letter.
import { formatIdentifier } from '../../kernel/identifier.ts';
import { readIdentifier } from '../../platform/http/not-found.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Seller } from '../accounts/index.ts';
import { getRole } from './authorize.ts';
import { keyUnknown, mailUnknown, userExists, wrongHolder, wrongMail } from './errors.ts';
import { tellKey } from './key-routes.ts';
import { listAllKeys, lockKey } from './key-store.ts';
import { endKey, issueKey, type KeyInput } from './keys.ts';
import { makeLink } from './links.ts';
import type { People } from './people.ts';
import { findUserByMail, insertGrant, insertUser, mailKey } from './user-store.ts';

export interface FirstUser {
  readonly mail: string;
  readonly role: string;
  readonly name: string;
}

export interface LinkForUser {
  readonly id: string;
  readonly mail: string;
  readonly link: string;
}

/** Whoever works on the command line has the database, so nobody's permissions are asked for. */
export async function addFirstUser(
  people: People,
  tx: Transaction,
  seller: Seller,
  input: FirstUser,
  businessNow: number,
  mailPath = '--mail',
): Promise<LinkForUser> {
  if (!/^[^@\s]{1,64}@[^@\s]{1,189}$/.test(mailKey(input.mail))) throw wrongMail(mailPath);
  const role = await getRole(tx, seller.id, input.role, '--role');
  if (role.holders !== 'staff') throw wrongHolder(role.key);
  const now = people.machine.now();
  const made = await insertUser(tx, { sellerId: seller.id, mail: input.mail, name: input.name, language: null, now });
  const user = made ?? (await findUserByMail(tx, seller.id, input.mail))!;
  const grant = { sellerId: seller.id, userId: user.id, atSellerId: seller.id, accountId: null, role: role.key, now };
  if (!(await insertGrant(tx, grant))) throw userExists(user.mail);
  const link = await makeLink(people, tx, user, user.readyAt === null ? 'invitation' : 'reset', businessNow);
  return { id: formatIdentifier('usr', user.id), mail: user.mail, link };
}

export async function makeUserLink(
  people: People,
  tx: Transaction,
  seller: Seller,
  mail: string,
  businessNow: number,
): Promise<LinkForUser> {
  const user = await findUserByMail(tx, seller.id, mail);
  if (user === null) throw mailUnknown(mail);
  const link = await makeLink(people, tx, user, user.readyAt === null ? 'invitation' : 'reset', businessNow);
  return { id: formatIdentifier('usr', user.id), mail: user.mail, link };
}

/** A key as it is told, without its secret. */
export type KeyFacts = ReturnType<typeof tellKey>;

export async function makeOperatorKey(
  tx: Transaction,
  sellerId: bigint,
  input: Omit<KeyInput, 'accountId'>,
  now: number,
): Promise<KeyFacts & { secret: string }> {
  const made = await issueKey(tx, { ...input, sellerId, accountId: null, limits: {}, createdBy: null }, now);
  return { ...tellKey(made.key, now), secret: made.secret };
}

export async function listOperatorKeys(tx: Transaction, sellerId: bigint, now: number): Promise<KeyFacts[]> {
  return (await listAllKeys(tx, sellerId)).map((key) => tellKey(key, now));
}

export async function revokeOperatorKey(tx: Transaction, sellerId: bigint, text: string, now: number): Promise<KeyFacts> {
  const key = await lockKey(tx, sellerId, null, readIdentifier('key', text));
  if (key === null) throw keyUnknown(text);
  return tellKey(await endKey(tx, key, now), now);
}
