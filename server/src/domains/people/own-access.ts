// What people do about how they themselves sign in: a new password, proving again who they are.
import type { WorkAround } from '../../platform/http/work.ts';
import { faultInPassword } from './core/password-rules.ts';
import { notWhileImpersonating, signInRefused, weakPassword } from './errors.ts';
import type { People } from './people.ts';
import { findPasswordHash, upsertPassword } from './proof-store.ts';
import { takeSecondFactor } from './second-factor.ts';
import { endLinks, revokeSessions, type Session } from './session-store.ts';
import { type From, getFreshSession, getOwnSession, type OpenedSession, rotateSession } from './sessions.ts';
import { admit, attemptSubject, type Run } from './sign-in.ts';
import { findUser, lockUser, type User } from './user-store.ts';

type Around = Pick<WorkAround, 'headers' | 'principal'>;

/** Proves again who one is, by password or a code of the second factor; the session goes on under a new secret. */
export async function proveAgain(
  people: People,
  run: Run,
  work: Around,
  proof: { readonly password?: string | undefined; readonly code?: string | undefined },
  from: From,
): Promise<OpenedSession> {
  const { session, user, hash } = await run(async (tx) => {
    const own = await getOwnSession(tx, work, people.machine);
    if (own.impersonatorId !== null) throw notWhileImpersonating();
    const whose = (await findUser(tx, own.sellerId, own.userId))!;
    return { session: own, user: whose, hash: await findPasswordHash(tx, whose) };
  });
  await admit(people, run, attemptSubject('prove', String(user.sellerId), String(user.id)), from);
  from.about(user.sellerId, user.id);
  const byPassword = proof.password !== undefined && (await people.hasher.verify(proof.password, hash));
  return run(async (tx) => {
    const isRight = byPassword || (proof.code !== undefined && (await takeSecondFactor(people, tx, user, proof.code)));
    if (!isRight) throw signInRefused();
    return rotateSession(tx, session, people.machine.now());
  });
}

/** All other sessions end: whoever had the old password may be in one of them. */
export async function changePassword(people: People, run: Run, work: Around, password: string): Promise<OpenedSession> {
  const { user } = await run((tx) => freshUser(people, tx, work));
  const fault = faultInPassword(password, [user.mail, user.name]);
  if (fault !== null) throw weakPassword(fault);
  const hash = await people.hasher.hash(password);
  return run(async (tx) => {
    const { session, user: same } = await freshUser(people, tx, work);
    const now = people.machine.now();
    await upsertPassword(tx, same, hash, now);
    await endLinks(tx, same.sellerId, same.id, now, null);
    await revokeSessions(tx, same.sellerId, same.id, session.id, now);
    return rotateSession(tx, session, now);
  });
}

/** The user under lock, in a session in which he may change how he signs in. */
export async function freshUser(
  people: People,
  tx: Parameters<typeof getFreshSession>[0],
  work: Around,
): Promise<{ session: Session; user: User }> {
  const session = await getFreshSession(tx, work, people.machine);
  return { session, user: (await lockUser(tx, session.sellerId, session.userId))! };
}
