// The first who may sign in to an installation: he sets his password while he sets it up, so that no letter is needed before there is a way to send one.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Seller } from '../accounts/index.ts';
import { faultInPassword } from './core/password-rules.ts';
import { userExists, weakPassword, wrongMail } from './errors.ts';
import type { People } from './people.ts';
import { upsertPassword } from './proof-store.ts';
import { insertGrant, insertUser, mailKey, markReady } from './user-store.ts';

export interface FirstPerson {
  readonly mail: string;
  readonly name: string;
  readonly password: string;
  readonly language: string;
}

const ADDRESS = /^[^@\s]{1,64}@[^@\s]{1,189}$/;

/** Judged and hashed before anything is written, since hashing takes long. */
export async function hashFirstPassword(people: People, { mail, name, password }: FirstPerson): Promise<string> {
  if (!ADDRESS.test(mailKey(mail))) throw wrongMail('user.mail');
  const fault = faultInPassword(password, [mail, name]);
  if (fault !== null) throw weakPassword(fault, 'user.password');
  return people.hasher.hash(password);
}

export async function addFirstPerson(people: People, tx: Transaction, seller: Seller, person: FirstPerson, hash: string): Promise<void> {
  const now = people.machine.now();
  const user = await insertUser(tx, { sellerId: seller.id, mail: person.mail, name: person.name, language: person.language, now });
  if (user === null) throw userExists(person.mail);
  await insertGrant(tx, { sellerId: seller.id, userId: user.id, atSellerId: seller.id, accountId: null, role: 'owner', now });
  await upsertPassword(tx, user, hash, now);
  await markReady(tx, user, now);
}
